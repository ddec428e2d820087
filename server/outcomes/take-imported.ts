import type { Input, Output } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { outcomesApi } from '#shared/outcomes/contract.ts';
import { canTakeImported } from '#shared/outcomes/policy.ts';
import * as audit from '#server/audit/index.ts';
import { refreshEpisode } from '#server/oversight/index.ts';
import { loadEpisode } from '#server/patients/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { recordScores } from './record-scores.ts';
import { loadImported } from './repository.ts';

/**
 * A value of another record counts in an episode from now on, as measured on its own day. It passes the checks of one that is typed
 * in; what came with the import stays as it came, and counts in one episode at most.
 */
export async function takeImported(
  ctx: Context,
  { params: { episodeId, outcomeScoreId: takenFromId }, body }: Input<typeof outcomesApi.takeImported>,
): Promise<Output<typeof outcomesApi.takeImported>> {
  return inTransaction(
    ctx,
    async (tx) => {
      const { patientId, status } = await loadEpisode(tx, ctx, episodeId);
      const imported = await loadImported(tx, ctx, { patientId, outcomeScoreId: takenFromId });
      const permission = canTakeImported(ctx.actor, imported);
      if (!permission.allowed && permission.reason === 'already-taken') {
        throw new Problem('conflict', permission.sentence, { current: imported });
      }
      assertAllowed(permission);
      if (status === 'closed')
        throw new Problem('episode-closed', 'The episode is closed; it takes no new scores.');
      const { measureCode, value, measuredOn } = imported;
      const [outcomeScoreId] = await recordScores(tx, ctx, {
        patientId,
        episodeId,
        source: 'imported',
        measuredOn,
        scores: [{ measureCode, side: null, value, ...body }],
        takenFromId,
      });
      if (outcomeScoreId === undefined) throw new Problem('unexpected');
      const subject = { type: 'outcome-score', id: outcomeScoreId };
      await audit.record(tx, ctx, { did: 'score.taken-from-import', patientId, episodeId, subject });
      await refreshEpisode(tx, ctx, episodeId);
      await announce(tx, ctx, { topics: ['episode', 'board', 'today'], patientId, episodeId });
      return { outcomeScoreId };
    },
    { episodeId },
  );
}
