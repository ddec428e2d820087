import type { Input, Output } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { outcomesApi } from '#shared/outcomes/contract.ts';
import { type StoredScore } from '#shared/outcomes/model.ts';
import { canMarkError } from '#shared/outcomes/policy.ts';
import * as audit from '#server/audit/index.ts';
import { refreshEpisode } from '#server/oversight/index.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { recordScores } from './record-scores.ts';
import { loadScore, markScore } from './repository.ts';

type Place = Input<typeof outcomesApi.markError>['params'];

/** A value that should never have been entered: it stays readable and no longer counts. */
export async function markError(
  ctx: Context,
  { params, body }: Input<typeof outcomesApi.markError>,
): Promise<StoredScore> {
  return inTransaction(
    ctx,
    async (tx) => {
      const { patientId } = await strikeOut(tx, ctx, params, body.reason);
      await finish(tx, ctx, { ...params, patientId }, 'score.marked-in-error');
      return (await loadScore(tx, ctx, params)).score;
    },
    { episodeId: params.episodeId },
  );
}

/** Replaces a value: the old one is struck out and the new one names it, both or neither. */
export async function correctScore(
  ctx: Context,
  { params, body }: Input<typeof outcomesApi.correct>,
): Promise<Output<typeof outcomesApi.correct>> {
  const { episodeId, outcomeScoreId: correctsId } = params;
  return inTransaction(
    ctx,
    async (tx) => {
      const { patientId, takenFromId, score } = await strikeOut(tx, ctx, params, body.reason);
      const [outcomeScoreId] = await recordScores(tx, ctx, {
        patientId,
        episodeId,
        source: score.source,
        // What another record measured counts once, corrected or not.
        takenFromId: takenFromId ?? undefined,
        sessionId: score.sessionId ?? undefined,
        evaluationId: score.evaluationId ?? undefined,
        measuredOn: body.measuredOn,
        scores: [body.score],
        correctsId,
      });
      if (outcomeScoreId === undefined) throw new Problem('unexpected');
      await finish(tx, ctx, { ...params, patientId }, 'score.corrected');
      return { outcomeScoreId };
    },
    { episodeId },
  );
}

async function strikeOut(tx: Tx, ctx: Context, place: Place, reason: string) {
  const loaded = await loadScore(tx, ctx, place);
  const permission = canMarkError(ctx.actor, loaded.score);
  if (!permission.allowed && permission.reason === 'already-marked') {
    throw new Problem('conflict', permission.sentence, { current: loaded.score });
  }
  assertAllowed(permission);
  if (!(await markScore(tx, ctx, place.outcomeScoreId, reason))) {
    throw new Problem('conflict', 'Somebody else has marked this value as entered in error in the meantime.');
  }
  return loaded;
}

async function finish(
  tx: Tx,
  ctx: Context,
  { patientId, episodeId, outcomeScoreId }: Place & { patientId: string },
  did: string,
): Promise<void> {
  const subject = { type: 'outcome-score', id: outcomeScoreId };
  await audit.record(tx, ctx, { did, patientId, episodeId, subject });
  await refreshEpisode(tx, ctx, episodeId);
  await announce(tx, ctx, { topics: ['episode', 'board', 'today'], patientId, episodeId });
}
