import { Button, Group, Textarea } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { proposedDifferences } from '#shared/prescriptions/change-proposal.ts';
import { canDecide, canWithdraw } from '#shared/prescriptions/policy.ts';
import type { ChangeRequest, PrescriptionPage } from '#shared/prescriptions/page.ts';
import { useSession } from '#client/platform/session.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { DifferenceList } from '#client/clinical/DifferenceList.tsx';
import { asksFor, CertifyStatement } from './CertifyStatement.tsx';
import { useApprove, useDecline, useOpenChangeDraft, useWithdraw } from './queries.ts';

interface RequestActionsProps {
  page: PrescriptionPage;
  request: ChangeRequest;
}

/** What this person may do about an open request. */
export function RequestActions({ page, request }: RequestActionsProps) {
  const who = useSession();
  if (canDecide(who, request).allowed) return <Decide page={page} request={request} />;
  const { status, requestedBy } = request;
  const mine = canWithdraw(who, { status, requestedById: requestedBy.staffMemberId });
  if (mine.allowed) return <Withdraw page={page} request={request} />;
  return null;
}

const seen = ({ changeRequestId, version }: ChangeRequest) => ({ changeRequestId, expectedVersion: version });

function Decide({ page, request }: RequestActionsProps) {
  const [asking, setAsking] = useState<'approve' | 'decline'>();
  const navigate = route.useNavigate();
  const { episodeId } = page.header;
  const open = useOpenChangeDraft(episodeId);
  const current = page.versions.find((version) => version.inForce);
  const close = () => setAsking(undefined);
  return (
    <>
      <ProblemAlert error={open.error} />
      <Group gap="sm">
        <DisabledReason
          reason={current === undefined ? 'No version is in force: write the next one instead.' : undefined}
        >
          <Button onClick={() => setAsking('approve')}>Approve</Button>
        </DisabledReason>
        <Button
          variant="default"
          loading={open.isPending}
          onClick={() =>
            open.mutate(seen(request), { onSuccess: () => void navigate({ search: { view: 'draft' } }) })
          }
        >
          Approve with changes
        </Button>
        <Button variant="default" onClick={() => setAsking('decline')}>
          Decline
        </Button>
      </Group>
      {asking === 'approve' ? <ApproveDialog page={page} request={request} onClose={close} /> : null}
      {asking === 'decline' ? <DeclineDialog page={page} request={request} onClose={close} /> : null}
    </>
  );
}

interface DialogProps extends RequestActionsProps {
  onClose: () => void;
}

function ApproveDialog({ page, request, onClose }: DialogProps) {
  const [note, setNote] = useState('');
  const [certifiesPlan, setCertifies] = useState(true);
  const approve = useApprove(page.header.episodeId);
  const current = page.versions.find((version) => version.inForce);
  if (current === undefined) return null;
  const next = current.versionNumber + 1;
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      onConfirm={() =>
        approve.mutate(
          {
            ...seen(request),
            prescriptionId: current.prescriptionId,
            note: note.trim() || null,
            certifiesPlan: asksFor(page.payerProfile) && certifiesPlan,
          },
          {
            onSuccess: () => {
              showNote(`Version ${next} is signed and in force`);
              onClose();
            },
          },
        )
      }
      title={`Sign version ${next} with exactly this change?`}
      confirmLabel={`Sign version ${next}`}
      busy={approve.isPending}
      error={approve.error}
    >
      <DifferenceList
        differences={proposedDifferences(current.content, request.proposal)}
        none="The version in force already permits this. Decline it with a word to the therapist."
        label="What changes"
      />
      <Textarea
        mt="md"
        label="Reason of the new version"
        description="The therapist's own words stand there when this is empty."
        autosize
        minRows={2}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <CertifyStatement
        isFirst={false}
        payer={page.payerProfile}
        checked={certifiesPlan}
        onChange={setCertifies}
      />
    </ConfirmDialog>
  );
}

function DeclineDialog({ page, request, onClose }: DialogProps) {
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

function Withdraw({ page, request }: RequestActionsProps) {
  const withdraw = useWithdraw(page.header.episodeId);
  return (
    <>
      <ProblemAlert error={withdraw.error} />
      <Group>
        <Button
          variant="default"
          loading={withdraw.isPending}
          onClick={() =>
            withdraw.mutate(seen(request), { onSuccess: () => showNote('The request is taken back') })
          }
        >
          Take back
        </Button>
      </Group>
    </>
  );
}

const route = getRouteApi('/shell/episodes/$episodeId/prescription');
