import { CloseButton, FocusTrap, Text, Title } from '@mantine/core';
import { useFocusReturn } from '@mantine/hooks';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { showNote } from './show-note.ts';
import { useEscape } from './use-escape.ts';
import classes from './SideWorkspace.module.css';

interface SideWorkspaceProps {
  opened: boolean;
  onClose: () => void;
  /** What is done here: "Decide", "Change request". */
  title: string;
  /** The patient's `PatientBanner`, fixed on top. */
  banner?: ReactNode;
  /** True while there is text that only this device has (a `useStoredDraft`): closing keeps it and says so. */
  keepsDraft?: boolean;
  /** Fixed at the bottom: the buttons, the `SaveState`. */
  footer?: ReactNode;
  /** Width in rem, at most the screen. */
  width?: number;
  children: ReactNode;
}

/** A form over the page, from the right, with the patient's banner fixed on top. The page stays readable beside it. */
export function SideWorkspace(props: SideWorkspaceProps) {
  useFocusReturn({ opened: props.opened });
  return props.opened ? createPortal(<Panel {...props} />, document.body) : null;
}

function Panel(props: SideWorkspaceProps) {
  const { onClose, title, banner, keepsDraft = false, footer, width = 44, children } = props;
  const titleId = useId();
  const body = useFirstFieldFocus();
  const close = () => {
    onClose();
    if (keepsDraft) showNote('Your text is kept on this device. Open the form again to go on.');
  };
  useEscape(close, true);
  return (
    <FocusTrap active>
      <div
        role="dialog"
        aria-modal="true"
        aria-labelledby={titleId}
        className={classes.panel}
        style={{ width: `min(${width}rem, 100vw)` }}
      >
        {banner}
        <div className={classes.heading}>
          <Title order={2} id={titleId}>
            {title}
          </Title>
          <CloseButton aria-label={`Close ${title}`} onClick={close} />
        </div>
        <div ref={body} className={classes.body}>
          {children}
        </div>
        {footer === undefined && !keepsDraft ? null : (
          <div className={classes.footer}>
            {keepsDraft ? (
              <Text size="xs" c="dimmed" mr="auto">
                Closing keeps your text on this device.
              </Text>
            ) : null}
            {footer}
          </div>
        )}
      </div>
    </FocusTrap>
  );
}

const FIELD = 'input, textarea, select';

/** Focus starts in the first field, not on the close button: the hands are already on the keys. */
function useFirstFieldFocus() {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const panel = body.current;
    if (panel === null || panel.querySelector('[data-autofocus]') !== null) return undefined;
    const first = panel.querySelector(FIELD);
    first?.setAttribute('data-autofocus', 'true');
    if (first !== null) return undefined;
    // A form that is still loading: its first field takes the focus when it comes, unless somebody has moved on by then.
    const arrival = new MutationObserver(() => {
      const field = panel.querySelector<HTMLElement>(`[data-autofocus], ${FIELD}`);
      if (field === null) return;
      arrival.disconnect();
      if (!panel.contains(document.activeElement)) field.focus();
    });
    arrival.observe(panel, { childList: true, subtree: true });
    return () => arrival.disconnect();
  }, []);
  return body;
}
