import type { Actor } from '#shared/platform/actor.ts';
import { refreshEpisode } from '#server/oversight/index.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';

/** Judges the episode again after a change of its prescription and tells the care team: the last step of a use case. */
export async function settleEpisode(
  tx: Tx,
  ctx: Context<Actor>,
  { patientId, episodeId }: { patientId: string; episodeId: string },
): Promise<void> {
  await refreshEpisode(tx, ctx, episodeId);
  await announce(tx, ctx, {
    topics: ['episode', 'board', 'today', 'patient', 'tasks'],
    patientId,
    episodeId,
  });
}
