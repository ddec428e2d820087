import type { PlainDate } from '#shared/platform/time.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { declineOpenRequests } from './decline-request.ts';
import { deleteDraftOfEpisode } from './draft-repository.ts';
import { endVersion } from './repository.ts';

/** With the episode ends what is prescribed in it: the version in force, the draft of the next one, and every open change request. */
export async function endPrescribing(
  tx: Tx,
  ctx: Context,
  episodeId: string,
  { endedOn }: { endedOn: PlainDate },
): Promise<void> {
  await endVersion(tx, ctx, { episodeId }, { endedOn, reason: 'Episode closed' });
  await deleteDraftOfEpisode(tx, ctx, episodeId);
  await declineOpenRequests(tx, ctx, episodeId, 'The episode of care was closed.');
}
