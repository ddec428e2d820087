import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ProblemAlert } from './ProblemAlert.tsx';

interface ConfirmDialogProps {
  opened: boolean;
  onClose: () => void;
  onConfirm: () => void;
  /** The question: "Sign this session?" */
  title: string;
  /** What follows from it, exactly. Fields (a reason) may stand here too. */
  children?: ReactNode;
  /** The act, as a verb: "Sign session". */
  confirmLabel: string;
  cancelLabel?: string;
  /** `danger` for what cannot be taken back. */
  tone?: 'accent' | 'danger';
  busy?: boolean;
  /** Why the confirm button cannot be pressed yet, shown beside it. */
  disabledReason?: string | undefined;
  /** What was thrown by the last attempt. */
  error?: unknown;
}

/** Asks before an act that others will see or that cannot be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    opened,
    onClose,
    onConfirm,
    title,
    children,
    confirmLabel,
    busy = false,
    disabledReason,
    error,
  } = props;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      withCloseButton={false}
      styles={{ title: { fontWeight: 700, lineHeight: 1.35 } }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (disabledReason === undefined) onConfirm();
        }}
      >
        <Stack gap="md">
          <ProblemAlert error={error} />
          <div>{children}</div>
          <Group justify="flex-end" gap="sm">
            {disabledReason === undefined ? null : (
              <Text size="sm" c="dimmed" id="confirm-reason">
                {disabledReason}
              </Text>
            )}
            <Button variant="default" onClick={onClose} disabled={busy}>
              {props.cancelLabel ?? 'Cancel'}
            </Button>
            <Button
              type="submit"
              loading={busy}
              color={props.tone === 'danger' ? 'red' : 'tandem'}
              aria-disabled={disabledReason !== undefined}
              data-disabled={disabledReason === undefined ? undefined : true}
              aria-describedby={disabledReason === undefined ? undefined : 'confirm-reason'}
              data-autofocus
            >
              {confirmLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
