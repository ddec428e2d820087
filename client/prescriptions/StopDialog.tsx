import { Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { PrescriptionVersion } from '#shared/prescriptions/page.ts';
import { showNote } from '#client/ui/show-note.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { useStop } from './queries.ts';

interface StopDialogProps {
  episodeId: string;
  version: PrescriptionVersion;
  onClose: () => void;
}

/** Ends the version in force without another, with the reason that the therapists will read. */
export function StopDialog({ episodeId, version, onClose }: StopDialogProps) {
  const [reason, setReason] = useState('');
  const stop = useStop(episodeId);
  const { prescriptionId, versionNumber } = version;
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      onConfirm={() =>
        stop.mutate(
          { prescriptionId, reason },
          {
            onSuccess: () => {
              showNote(`Version ${versionNumber} has been stopped`);
              onClose();
            },
          },
        )
      }
      title={`Stop version ${versionNumber}?`}
      confirmLabel="Stop the prescription"
      cancelLabel="Keep it in force"
      tone="danger"
      busy={stop.isPending}
      disabledReason={reason.trim() === '' ? 'Say why' : undefined}
      error={stop.error}
    >
      <Stack gap="sm">
        <Text>
          From now on no therapy session can start in this episode, until another version is signed. The
          therapists are told at once. This cannot be taken back.
        </Text>
        <Textarea
          data-autofocus
          label="Why"
          name="reason"
          required
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </ConfirmDialog>
  );
}
