import { Button, Stack } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { DisabledReason } from './DisabledReason.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';
import { SideWorkspace } from './SideWorkspace.tsx';

export interface FormPanelProps {
  title: string;
  /** Whose patient it is about, if it is about one. */
  banner?: ReactNode;
  width?: number;
  /** Why it cannot be sent as it is. */
  refusal?: string | undefined;
  /** The act, as a verb. */
  submitLabel: string;
  busy: boolean;
  error: unknown;
  keepsDraft: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A short form about one act, over the page: the patient on top, the refusal above the fields, one button. */
export function FormPanel(props: FormPanelProps) {
  const { title, banner, width, refusal, submitLabel, busy, error } = props;
  const { keepsDraft, onSubmit, onClose, children } = props;
  const formId = useId();
  return (
    <SideWorkspace
      opened
      onClose={onClose}
      title={title}
      keepsDraft={keepsDraft}
      {...(banner === undefined ? {} : { banner })}
      {...(width === undefined ? {} : { width })}
      footer={
        <DisabledReason reason={refusal}>
          <Button type="submit" form={formId} loading={busy}>
            {submitLabel}
          </Button>
        </DisabledReason>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // Enter asks no less than the button.
          if (refusal === undefined) onSubmit();
        }}
      >
        <Stack gap="md">
          <ProblemAlert error={error} />
          {children}
        </Stack>
      </form>
    </SideWorkspace>
  );
}
