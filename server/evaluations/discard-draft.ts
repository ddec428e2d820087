import type { evaluationsApi } from '#shared/evaluations/contract.ts';
import { canEdit } from '#shared/evaluations/policy.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import * as audit from '#server/audit/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { deleteDraft, loadEvaluation } from './repository.ts';
import { assertDraft, staleDraft } from './save-draft.ts';

/** Throws the author's draft away; that it was begun and thrown away stays in the audit. */
export async function discardDraft(
  ctx: Context,
  { params, body: { expectedVersion } }: Input<typeof evaluationsApi.discard>,
) {
  const { episodeId, evaluationId } = params;
  return inTransaction(
    ctx,
    async (tx) => {
      const draft = await loadEvaluation(tx, ctx, params);
      assertDraft(draft);
      assertAllowed(canEdit(ctx.actor, draft));
      if (!(await deleteDraft(tx, ctx, evaluationId, expectedVersion))) {
        throw await staleDraft(tx, ctx, params);
      }
      const { patientId, kind } = draft;
      await audit.record(tx, ctx, {
        did: 'evaluation.draft-discarded',
        patientId,
        episodeId,
        subject: { type: 'evaluation', id: evaluationId },
        detail: { kind },
      });
      await announce(tx, ctx, { topics: ['episode'], patientId, episodeId });
      return { discarded: true as const };
    },
    { episodeId },
  );
}
