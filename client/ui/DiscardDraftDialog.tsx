import { Text } from '@mantine/core';
import { ConfirmDialog } from './ConfirmDialog.tsx';

interface DiscardDraftDialogProps {
  /** What is not lost with it: "The version in force stays as it is." */
  stays: string;
  onDiscard: () => void;
  onClose: () => void;
  busy?: boolean;
  error?: unknown;
}

/** Asks before what was written is lost; the same question for every draft. */
export function DiscardDraftDialog({ stays, onDiscard, onClose, busy, error }: DiscardDraftDialogProps) {
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      onConfirm={onDiscard}
      title="Discard this draft?"
      confirmLabel="Discard draft"
      cancelLabel="Keep writing"
      tone="danger"
      busy={busy}
      error={error}
    >
      <Text>Everything written in it is lost. {stays}</Text>
    </ConfirmDialog>
  );
}
