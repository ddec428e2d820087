import type { evaluationsApi } from '#shared/evaluations/contract.ts';
import { wrongDates } from '#shared/evaluations/date-rules.ts';
import { isTherapyEvaluation } from '#shared/evaluations/model.ts';
import { canAddDiagnosis } from '#shared/patients/policy.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import * as audit from '#server/audit/index.ts';
import { loadBirthDate } from '#server/patients/index.ts';
import { episodeToday } from '#server/platform/db/episode-today.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { loadEvaluation, updateDraft, type LoadedEvaluation } from './repository.ts';

/** Saves a draft on top of the version its author saw; another tab's newer text is shown, never overwritten. */
export async function saveDraft(
  ctx: Context,
  { params, body: { expectedVersion, ...change } }: Input<typeof evaluationsApi.save>,
) {
  const { episodeId, evaluationId } = params;
  return inTransaction(
    ctx,
    async (tx) => {
      const draft = await loadEvaluation(tx, ctx, params);
      assertDraft(draft);
      if (isTherapyEvaluation(draft.kind) && change.content.diagnoses.length > 0) {
        assertAllowed(canAddDiagnosis(ctx.actor));
      }
      await assertDates(tx, ctx, { patientId: draft.patientId, episodeId }, change);
      if (!(await updateDraft(tx, ctx, evaluationId, change, expectedVersion))) {
        throw await staleDraft(tx, ctx, params);
      }
      await audit.record(tx, ctx, {
        did: 'evaluation.saved',
        patientId: draft.patientId,
        episodeId,
        subject: { type: 'evaluation', id: evaluationId },
      });
      return { version: expectedVersion + 1, updatedAt: ctx.now().toISOString() };
    },
    { episodeId },
  );
}

/** Refuses dates that cannot be right, each at its field; what is half typed never gets this far. */
async function assertDates(
  tx: Tx,
  ctx: Context,
  { patientId, episodeId }: { patientId: string; episodeId: string },
  { evaluatedOn, content }: Pick<LoadedEvaluation, 'evaluatedOn' | 'content'>,
): Promise<void> {
  const [birthDate, today] = await Promise.all([
    loadBirthDate(tx, ctx, patientId),
    episodeToday(tx, ctx, episodeId),
  ]);
  const issues = wrongDates({ evaluatedOn, onsetOn: content.symptoms.onsetOn }, { birthDate, today });
  if (issues.length > 0) throw new Problem('invalid-input', issues[0]?.message, { issues });
}

/** Ends the use case when the evaluation is signed. */
export function assertDraft({ status }: Pick<LoadedEvaluation, 'status'>): void {
  if (status === 'draft') return;
  throw new Problem('already-signed', 'This evaluation is signed and stays as it is. Write an addendum.');
}

/** The refusal that shows what is stored now, for its author to choose. */
export async function staleDraft(
  tx: Tx,
  ctx: Context,
  params: Input<typeof evaluationsApi.save>['params'],
): Promise<Problem> {
  const { version, updatedAt, evaluatedOn, content } = await loadEvaluation(tx, ctx, params);
  return new Problem(
    'stale-version',
    'This draft was saved somewhere else since you opened it. Look at both and choose.',
    { current: { version, updatedAt, evaluatedOn, content } },
  );
}
