import type { evaluationsApi } from '#shared/evaluations/contract.ts';
import { canAddend } from '#shared/evaluations/policy.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import * as audit from '#server/audit/index.ts';
import { writtenAddendum } from '#server/corrections/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { insertAddendum, loadEvaluation } from './repository.ts';

/** Adds to a signed evaluation; the words before it stay. */
export async function addend(ctx: Context, { params, body }: Input<typeof evaluationsApi.addend>) {
  const { episodeId } = params;
  return inTransaction(
    ctx,
    async (tx) => {
      const evaluation = await loadEvaluation(tx, ctx, params);
      assertAllowed(canAddend(ctx.actor, evaluation.kind));
      if (evaluation.status === 'draft') {
        throw new Problem('conflict', 'This evaluation is still a draft. Change its text instead.');
      }
      const { id } = await insertAddendum(tx, ctx, evaluation, body);
      const { patientId } = evaluation;
      await audit.record(tx, ctx, {
        did: 'evaluation.addended',
        patientId,
        episodeId,
        subject: { type: 'evaluation', id: evaluation.evaluationId },
      });
      await announce(tx, ctx, { topics: ['episode'], patientId, episodeId });
      return writtenAddendum(ctx, id, body);
    },
    { episodeId },
  );
}
