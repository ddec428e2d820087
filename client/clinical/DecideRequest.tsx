import { Button, Group, Text, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { gapsOfApproval } from '#shared/prescriptions/page-setting.ts';
import type { ChangeRequest, PrescriptionPage } from '#shared/prescriptions/page.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { ApproveDialog } from './ApproveDialog.tsx';
import { seenRequest as seen, useDecline, useOpenChangeDraft } from './prescription-acts.ts';

interface DecideRequestProps {
  page: PrescriptionPage;
  request: ChangeRequest;
  size?: 'sm' | 'compact-sm';
}

/** Why the version in force cannot be signed again with exactly this change; what is missing is said in a draft. */
function approvalRefusal(page: PrescriptionPage, { proposal }: ChangeRequest, today: string) {
  if (page.versions.every(({ inForce }) => !inForce))
    return 'No version is in force: write the next one instead.';
  const [gap, ...more] = gapsOfApproval(page, proposal, today);
  if (gap === undefined) return undefined;
  const others = more.length === 0 ? '' : ` And ${more.length} more.`;
  return `${gap.sentence}${others} Say it in “Approve with changes”.`;
}

/** The three answers to an open request, wherever it is shown: each says what it would sign. */
export function DecideRequest({ page, request, size = 'sm' }: DecideRequestProps) {
  const [asking, setAsking] = useState<'approve' | 'decline'>();
  const reasonId = useId();
  const navigate = useNavigate();
  const { episodeId } = page.header;
  const open = useOpenChangeDraft(episodeId);
  const refusal = approvalRefusal(page, request, useClinicTime().today);
  const close = () => setAsking(undefined);
  const current = page.versions.find(({ inForce }) => inForce);
  return (
    <>
      <ProblemAlert error={open.error} />
      <Group gap={size === 'sm' ? 'sm' : 6}>
        <Button
          size={size}
          {...(refusal === undefined
            ? { onClick: () => setAsking('approve') }
            : { 'aria-disabled': true, 'aria-describedby': reasonId, 'data-disabled': true })}
        >
          Approve
        </Button>
        <Button
          size={size}
          variant="default"
          loading={open.isPending}
          onClick={() =>
            open.mutate(seen(request), {
              onSuccess: () =>
                void navigate({
                  to: '/episodes/$episodeId/prescription',
                  params: { episodeId },
                  search: { view: 'draft' },
                }),
            })
          }
        >
          Approve with changes
        </Button>
        <Button size={size} variant="default" onClick={() => setAsking('decline')}>
          Decline
        </Button>
      </Group>
      {refusal === undefined ? null : (
        <Text id={reasonId} size={size === 'sm' ? 'sm' : 'xs'} c="dimmed" mt={4}>
          {refusal}
        </Text>
      )}
      {asking === 'approve' && current !== undefined ? (
        <ApproveDialog page={page} current={current} request={request} onClose={close} />
      ) : null}
      {asking === 'decline' ? <DeclineDialog page={page} request={request} onClose={close} /> : null}
    </>
  );
}

function DeclineDialog({ page, request, onClose }: DecideRequestProps & { onClose: () => void }) {
  const [note, setNote] = useState('');
  const decline = useDecline(page.header.episodeId);
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      onConfirm={() => decline.mutate({ ...seen(request), note: note.trim() }, { onSuccess: onClose })}
      title="Decline this request?"
      confirmLabel="Decline"
      busy={decline.isPending}
      disabledReason={note.trim() === '' ? 'Write a note to the therapist' : undefined}
      error={decline.error}
    >
      <Textarea
        data-autofocus
        label={`Note to ${request.requestedBy.name}`}
        name="note"
        required
        autosize
        minRows={2}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
