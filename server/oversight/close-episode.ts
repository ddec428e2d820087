import { dateInZone } from '#shared/platform/time.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { endEpisode } from '#server/patients/index.ts';
import { endPrescribing } from '#server/prescriptions/index.ts';
import { cancelPlannedSessions } from '#server/sessions/index.ts';
import { closeTasks } from '#server/tasks/index.ts';
import type { LoadedEpisode } from './facts-repository.ts';

type ClosingEpisode = Pick<LoadedEpisode, 'patientId' | 'timeZone'> & { episodeId: string };

/** Ends the course of care on the clinic's own day: every slice ends what it holds, and work that only an open episode has is closed. */
export async function closeEpisode(
  tx: Tx,
  ctx: Context,
  { episodeId, patientId, timeZone }: ClosingEpisode,
  reason: string,
): Promise<void> {
  const today = dateInZone(ctx.now(), timeZone);
  await endEpisode(tx, ctx, episodeId, { closedOn: today, reason });
  await endPrescribing(tx, ctx, episodeId, { endedOn: today });
  await cancelPlannedSessions(tx, ctx, episodeId, 'Episode closed');
  await closeTasks(tx, ctx, { episodeId, kinds: ENDS_WITH_THE_EPISODE, patientId });
}

/** What nobody can or need do any more; results, referrals and notes that wait still wait. */
const ENDS_WITH_THE_EPISODE = [
  'acknowledge-prescription',
  'move-session',
  'notify-digest',
  'certification',
] as const;
