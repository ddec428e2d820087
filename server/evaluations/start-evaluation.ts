import { carryForward } from '#shared/evaluations/carry-forward.ts';
import type { evaluationsApi } from '#shared/evaluations/contract.ts';
import {
  emptyEvaluation,
  type EvaluationContent,
  type EvaluationKind,
  isTherapyEvaluation,
} from '#shared/evaluations/model.ts';
import { canStart, canWrite } from '#shared/evaluations/policy.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import { dateInZone } from '#shared/platform/time.ts';
import * as audit from '#server/audit/index.ts';
import { loadEpisode, type LoadedEpisode } from '#server/patients/index.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { getLatestSigned, getOwnDraft, hasSignedConsult, insertEvaluation } from './repository.ts';

/** Starts a draft. One per author and episode; a follow-up begins with what the previous evaluation said. */
export async function startEvaluation(
  ctx: Context,
  { params: { episodeId }, body: { kind } }: Input<typeof evaluationsApi.start>,
) {
  return inTransaction(
    ctx,
    async (tx) => {
      const episode = await loadEpisode(tx, ctx, episodeId);
      assertAllowed(canWrite(ctx.actor, kind));
      await assertNext(tx, ctx, episode, kind);
      const { patientId } = episode;
      const evaluationId = await insertEvaluation(tx, ctx, {
        patientId,
        episodeId,
        kind,
        evaluatedOn: dateInZone(ctx.now(), episode.timeZone),
        content: await startingContent(tx, ctx, episode, kind),
      });
      await audit.record(tx, ctx, {
        did: 'evaluation.started',
        patientId,
        episodeId,
        subject: { type: 'evaluation', id: evaluationId },
        detail: { kind },
      });
      await announce(tx, ctx, { topics: ['episode'], patientId, episodeId });
      return { evaluationId, version: 1 };
    },
    { episodeId },
  );
}

async function assertNext(tx: Tx, ctx: Context, episode: LoadedEpisode, kind: EvaluationKind): Promise<void> {
  const draft = await getOwnDraft(tx, ctx, episode.episodeId);
  if (draft !== undefined) {
    throw new Problem(
      'conflict',
      'You have a draft on this episode already. Go on with it and sign it first.',
      {
        current: { evaluationId: draft },
      },
    );
  }
  const next = canStart(ctx.actor, kind, {
    open: episode.status === 'open',
    consulted: await hasSignedConsult(tx, ctx, episode.episodeId),
  });
  if (next.allowed) return;
  throw new Problem(next.reason === 'episode-closed' ? 'episode-closed' : 'conflict', next.sentence);
}

async function startingContent(
  tx: Tx,
  ctx: Context,
  episode: LoadedEpisode,
  kind: EvaluationKind,
): Promise<EvaluationContent> {
  const before: readonly EvaluationKind[] = isTherapyEvaluation(kind) ? [kind] : ['consult', 'follow-up'];
  const previous = kind === 'consult' ? undefined : await getLatestSigned(tx, ctx, episode.episodeId, before);
  if (previous) return carryForward(previous);
  const empty = emptyEvaluation();
  return { ...empty, symptoms: { ...empty.symptoms, onsetOn: episode.onsetOn } };
}
