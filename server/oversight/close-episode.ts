import { dateInZone } from '#shared/platform/time.ts';
import { toDateColumn } from '#server/platform/db/columns.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { declineOpenRequests } from '#server/prescriptions/index.ts';
import { closeTasks } from '#server/tasks/index.ts';
import type { LoadedEpisode } from './repository.ts';

type ClosingEpisode = Pick<LoadedEpisode, 'patientId' | 'timeZone'> & { episodeId: string };

/**
 * Ends the course of care on the clinic's own day: the episode closes, the prescription is no longer in force, planned visits are
 * cancelled by the clinic (one under way stays, so that its note can be signed), open change requests are declined with the reason, and work that only an open episode has is closed.
 */
export async function closeEpisode(
  tx: Tx,
  ctx: Context,
  { episodeId, patientId, timeZone }: ClosingEpisode,
  closeReason: string,
): Promise<void> {
  const { organizationId } = ctx.actor;

  const today = toDateColumn(dateInZone(ctx.now(), timeZone));
  await tx.episode.updateMany({
    where: { organizationId, id: episodeId, status: 'open' },
    data: { status: 'closed', closedOn: today, closeReason, version: { increment: 1 } },
  });
  await tx.prescription.updateMany({
    where: { organizationId, episodeId, inForce: true },
    data: { inForce: false, endedOn: today, endReason: 'Episode closed' },
  });
  await tx.session.updateMany({
    where: { organizationId, episodeId, status: 'planned' },
    data: {
      status: 'cancelled',
      cancelledBy: 'clinic',
      missReason: 'Episode closed',
      version: { increment: 1 },
    },
  });
  await tx.prescriptionDraft.deleteMany({ where: { organizationId, episodeId } });
  await declineOpenRequests(tx, ctx, episodeId, 'The episode of care was closed.');
  await closeTasks(tx, ctx, { episodeId, kinds: ENDS_WITH_THE_EPISODE, patientId });
}

/** What nobody can or need do any more; results, referrals and notes that wait still wait. */
const ENDS_WITH_THE_EPISODE = [
  'acknowledge-prescription',
  'move-session',
  'notify-digest',
  'certification',
] as const;
