import { Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { IN_ERROR_WORDS } from '#shared/corrections/entered-in-error.ts';
import { fieldErrorsOf } from '#client/platform/field-error.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { showNote } from '#client/ui/show-note.ts';

interface EnteredInErrorDialogProps {
  /** What it is about, as the list calls it. */
  name: string;
  /** What else follows for this kind of entry: "Its rest days no longer close the gate." */
  follows?: string;
  mark: {
    mutate: (reason: string, then: { onSuccess: () => void }) => void;
    isPending: boolean;
    error: unknown;
  };
  onClose: () => void;
}

/** Asks why an entry is taken back; the same question and the same words wherever something was entered in error. */
export function EnteredInErrorDialog({ name, follows, mark, onClose }: EnteredInErrorDialogProps) {
  const [reason, setReason] = useState('');
  const confirm = () =>
    mark.mutate(reason, {
      onSuccess: () => {
        showNote(IN_ERROR_WORDS.done);
        onClose();
      },
    });
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      onConfirm={confirm}
      title={`${name}: ${IN_ERROR_WORDS.question}`}
      confirmLabel={IN_ERROR_WORDS.confirm}
      tone="danger"
      busy={mark.isPending}
      error={mark.error}
      disabledReason={reason.trim() === '' ? 'Say why first.' : undefined}
    >
      <Stack gap="sm">
        <Text>
          {IN_ERROR_WORDS.follows}
          {follows === undefined ? '' : ` ${follows}`}
        </Text>
        <Textarea
          label="Why"
          name="reason"
          data-autofocus
          autosize
          minRows={2}
          maxLength={300}
          required
          withAsterisk={false}
          value={reason}
          error={fieldErrorsOf(mark.error)('reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </ConfirmDialog>
  );
}
