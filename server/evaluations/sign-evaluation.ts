import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import type { evaluationsApi } from '#shared/evaluations/contract.ts';
import { billEvaluation } from '#shared/evaluations/evaluation-billing.ts';
import { codingIssues } from '#shared/evaluations/evaluation-codes.ts';
import {
  EVALUATION_KIND_LABEL,
  type EvaluationKind,
  isTherapyEvaluation,
} from '#shared/evaluations/model.ts';
import { type EvaluationDays, wrongDates } from '#shared/evaluations/date-rules.ts';
import { dateDoubts, type Doubt, examDoubts, unconfirmedDoubts } from '#shared/evaluations/doubts.ts';
import { missingSections } from '#shared/evaluations/missing-sections.ts';
import { canEdit, canWrite } from '#shared/evaluations/policy.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import { Problem, type ProblemIssue } from '#shared/platform/problem.ts';
import { dateInZone, type PlainDate, shortDate } from '#shared/platform/time.ts';
import * as audit from '#server/audit/index.ts';
import { recordScores } from '#server/outcomes/index.ts';
import { refreshEpisode } from '#server/oversight/index.ts';
import { loadBirthDate, loadEpisode, recordDiagnoses } from '#server/patients/index.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { closeTasks } from '#server/tasks/index.ts';
import { readOnFile } from './chart-lists.ts';
import { readClaimDay } from './claim-day.ts';
import { raiseRedFlags, wrongRedFlags } from './raise-red-flags.ts';
import { loadEvaluation, markSigned, type LoadedEvaluation } from './repository.ts';
import { assertDraft, staleDraft } from './save-draft.ts';

/** What the task of a first visit asks for: triage leads to a physiatrist or a physical therapist, and other disciplines answer no such task. */
const FIRST_VISITS: readonly EvaluationKind[] = ['consult', 'follow-up', 'pt-evaluation'];

/** Signs a draft: its words stay, and what follows from them enters the record in the same transaction. */
export async function signEvaluation(
  ctx: Context,
  { params, body: { expectedVersion } }: Input<typeof evaluationsApi.sign>,
) {
  const { episodeId, evaluationId } = params;
  return inTransaction(
    ctx,
    async (tx) => {
      const evaluation = await loadEvaluation(tx, ctx, params);
      assertAllowed(canWrite(ctx.actor, evaluation.kind));
      assertAllowed(canEdit(ctx.actor, evaluation));
      assertDraft(evaluation);
      const { status, timeZone, clinicValues, openedOn } = await loadEpisode(tx, ctx, episodeId);
      if (status === 'closed') throw new Problem('episode-closed', 'The episode of care is closed.');
      const doubts = [
        ...dateDoubts(evaluation.evaluatedOn, openedOn),
        ...examDoubts(evaluation.content.findings),
      ];
      const day = await readClaimDay(tx, ctx, evaluationId);
      assertComplete(evaluation, dateDoubts(evaluation.evaluatedOn, openedOn), {
        birthDate: await loadBirthDate(tx, ctx, evaluation.patientId),
        today: dateInZone(ctx.now(), timeZone),
        clinicValues,
        earlierOn: day?.earlierOn ?? null,
      });
      const content = {
        ...evaluation.content,
        // Only what is still unlikely: a confirmation of a value that was changed since says nothing.
        confirmed: doubts.map(({ sentence }) => sentence),
        onFile: await readOnFile(tx, ctx, evaluationId),
      };
      const billing = day === null ? null : billEvaluation(content.coding, day);
      if (!(await markSigned(tx, ctx, evaluationId, { content, billing }, expectedVersion)))
        throw await staleDraft(tx, ctx, params);

      const holdsOpened = await enterIntoRecord(tx, ctx, { ...evaluation, episodeId, clinicValues });
      const { patientId } = evaluation;
      await audit.record(tx, ctx, {
        did: 'evaluation.signed',
        patientId,
        episodeId,
        subject: { type: 'evaluation', id: evaluationId },
        detail: { kind: evaluation.kind, holdsOpened },
      });
      if (FIRST_VISITS.includes(evaluation.kind)) {
        await closeTasks(tx, ctx, { kind: 'evaluation', subjectId: episodeId, patientId });
      }
      await refreshEpisode(tx, ctx, episodeId);
      await announce(tx, ctx, { topics: ['episode', 'patient', 'board', 'today'], patientId, episodeId });
      return { evaluationId, signedAt: ctx.now().toISOString(), holdsOpened };
    },
    { episodeId },
  );
}

/** Paths as the draft was sent, so that an issue leads to its field. */
const inContent = (issue: ProblemIssue): ProblemIssue => ({ ...issue, path: `content.${issue.path}` });

function assertComplete(
  { kind, content, evaluatedOn }: LoadedEvaluation,
  doubts: readonly Doubt[],
  {
    clinicValues,
    earlierOn,
    ...days
  }: EvaluationDays & { clinicValues: ClinicOverrides; earlierOn: PlainDate | null },
): void {
  const issues = [
    ...missingSections(kind, content).map(inContent),
    ...codingIssues(kind, content.coding, earlierOn).map(inContent),
    ...unconfirmedDoubts(doubts, content.confirmed),
    ...wrongDates({ evaluatedOn, onsetOn: content.symptoms.onsetOn }, days),
    ...wrongRedFlags(content.redFlags, clinicValues).map(inContent),
  ];
  if (issues.length === 0) return;
  const things = issues.length === 1 ? 'One thing is' : `${issues.length} things are`;
  throw new Problem('incomplete-evaluation', `${things} missing before this can be signed.`, { issues });
}

async function enterIntoRecord(
  tx: Tx,
  ctx: Context,
  {
    episodeId,
    patientId,
    evaluationId,
    kind,
    content,
    evaluatedOn,
    clinicValues,
  }: LoadedEvaluation & { episodeId: string; clinicValues: ClinicOverrides },
): Promise<number> {
  const place = { patientId, episodeId };
  if (!isTherapyEvaluation(kind)) {
    await recordDiagnoses(tx, ctx, {
      ...place,
      evaluationId,
      onsetOn: content.symptoms.onsetOn,
      diagnoses: content.diagnoses,
      resolvedBecause: `Not among the diagnoses of the ${EVALUATION_KIND_LABEL[kind].toLowerCase()} of ${shortDate(evaluatedOn)}`,
    });
  }
  await recordScores(tx, ctx, {
    ...place,
    source: 'evaluation',
    evaluationId,
    measuredOn: evaluatedOn,
    path: 'content.scores',
    scores: content.scores.flatMap(({ value, ...score }) => (value === null ? [] : [{ ...score, value }])),
  });
  return raiseRedFlags(tx, ctx, { ...place, clinicValues }, content.redFlags);
}
