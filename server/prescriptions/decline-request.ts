import * as audit from '#server/audit/index.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { closeTasks, openTask } from '#server/tasks/index.ts';
import { closeRequest, lockRequest, type LoadedRequest } from './request-repository.ts';

/** Declines a locked, open request with a note that whoever asked gets as a task. */
export async function declineRequest(
  tx: Tx,
  ctx: Context,
  { changeRequestId, patientId, episodeId, requestedById }: LoadedRequest,
  note: string,
): Promise<void> {
  await closeRequest(tx, ctx, changeRequestId, { status: 'declined', note });
  await openTask(tx, ctx, {
    kind: 'other',
    title: 'Your change request was declined',
    detail: note.slice(0, 300),
    ownerId: requestedById,
    patientId,
    episodeId,
    subjectId: changeRequestId,
    dedupeKey: `change-declined:${changeRequestId}`,
  });
  await closeTasks(tx, ctx, { kind: 'change-request', subjectId: changeRequestId, patientId });
  await audit.record(tx, ctx, {
    did: 'change-request.declined',
    patientId,
    episodeId,
    subject: { type: 'change-request', id: changeRequestId },
  });
}

/** What happens to the requests of an episode that closes: none vanishes. */
export async function declineOpenRequests(
  tx: Tx,
  ctx: Context,
  episodeId: string,
  note: string,
): Promise<void> {
  const open = await tx.changeRequest.findMany({
    where: { organizationId: ctx.actor.organizationId, episodeId, status: 'open' },
    select: { id: true },
  });
  for (const { id } of open) await declineRequest(tx, ctx, await lockRequest(tx, ctx, id), note);
}
