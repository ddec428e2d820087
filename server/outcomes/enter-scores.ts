import type { Input, Output } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { outcomesApi } from '#shared/outcomes/contract.ts';
import { canEnterScores } from '#shared/outcomes/policy.ts';
import * as audit from '#server/audit/index.ts';
import { refreshEpisode } from '#server/oversight/index.ts';
import { loadEpisode } from '#server/patients/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { recordScores } from './record-scores.ts';

/** Enters values outside a session; the verdict is made again in the same transaction. */
export async function enterScores(
  ctx: Context,
  { params: { episodeId }, body }: Input<typeof outcomesApi.enter>,
): Promise<Output<typeof outcomesApi.enter>> {
  return inTransaction(
    ctx,
    async (tx) => {
      const { patientId, status } = await loadEpisode(tx, ctx, episodeId);
      assertAllowed(canEnterScores(ctx.actor));
      if (status === 'closed')
        throw new Problem('episode-closed', 'The episode is closed; it takes no new scores.');
      const outcomeScoreIds = await recordScores(tx, ctx, { patientId, episodeId, source: 'entry', ...body });
      const measures = body.scores.map(({ measureCode }) => measureCode);
      await audit.record(tx, ctx, { did: 'scores.entered', patientId, episodeId, detail: { measures } });
      await refreshEpisode(tx, ctx, episodeId);
      await announce(tx, ctx, { topics: ['episode', 'board', 'today'], patientId, episodeId });
      return { outcomeScoreIds };
    },
    { episodeId },
  );
}
