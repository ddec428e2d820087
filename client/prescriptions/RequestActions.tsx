import { Button, Group } from '@mantine/core';
import { canDecide, canWithdraw } from '#shared/prescriptions/policy.ts';
import type { ChangeRequest, PrescriptionPage } from '#shared/prescriptions/page.ts';
import { DecideRequest } from '#client/clinical/DecideRequest.tsx';
import { useSession } from '#client/platform/session.ts';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { useWithdraw } from './queries.ts';

interface RequestActionsProps {
  page: PrescriptionPage;
  request: ChangeRequest;
}

/** What this person may do about an open request. */
export function RequestActions({ page, request }: RequestActionsProps) {
  const who = useSession();
  if (canDecide(who, request).allowed) return <DecideRequest page={page} request={request} />;
  const { status, requestedBy } = request;
  const mine = canWithdraw(who, { status, requestedById: requestedBy.staffMemberId });
  if (mine.allowed) return <Withdraw page={page} request={request} />;
  return null;
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
            withdraw.mutate(
              { changeRequestId: request.changeRequestId, expectedVersion: request.version },
              { onSuccess: () => showNote('The request is taken back') },
            )
          }
        >
          Take back
        </Button>
      </Group>
    </>
  );
}
