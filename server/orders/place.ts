import { answeredFindings, unanswered } from '#shared/medications/check-medication.ts';
import type { NewOrder } from '#shared/orders/model.ts';
import { canOrder, canPerform, canRefer } from '#shared/orders/policy.ts';
import type { NewProcedure } from '#shared/orders/procedure.ts';
import { procedureFindings } from '#shared/orders/procedure-findings.ts';
import {
  ANSWER_WITHIN_DAYS,
  type NewReferral,
  rolesFor,
  type ServiceCode,
  SERVICES,
  teamEndProblem,
} from '#shared/orders/referral.ts';
import { sideGap } from '#shared/orders/sided-part.ts';
import { missingAnswers, storedAnswers } from '#shared/orders/safety-answers.ts';
import { Problem } from '#shared/platform/problem.ts';
import { addDays, ageOn } from '#shared/platform/time.ts';
import * as audit from '#server/audit/index.ts';
import { loadMedicationRecord } from '#server/medications/index.ts';
import { episodeToday } from '#server/platform/db/episode-today.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { invalidField } from '#server/platform/http/invalid-field.ts';
import { askToMoveSessions } from './ask-to-move-sessions.ts';
import { insertProcedure } from './procedure-repository.ts';
import { answerTask } from './referral-task.ts';
import { findColleague, insertReferral, type ReferralRow } from './referral-repository.ts';
import { insertOrder, loadOrderFacts, type OrderPlace } from './repository.ts';
import { openTask } from '#server/tasks/index.ts';

const placed = (tx: Tx, ctx: Context, { patientId, episodeId }: OrderPlace, type: string, id: string) =>
  audit.record(tx, ctx, { did: `${type}.placed`, patientId, episodeId, subject: { type, id } });

/** `at` is where the order stands in what was sent, for the fields that a refusal names. */
type PlacedOrder = OrderPlace & NewOrder & { at?: string };

/** Orders a test in the caller's transaction; the caller refreshes the episode, once. */
export async function placeOrder(tx: Tx, ctx: Context, order: PlacedOrder) {
  assertAllowed(canOrder(ctx.actor));
  const gap = sideGap(order);
  if (gap !== undefined) throw invalidField(`${order.at ?? ''}side`, gap);
  const facts = await loadOrderFacts(tx, order.episodeId);
  const today = await episodeToday(tx, ctx, order.episodeId);
  const person = { sex: facts.sex, age: ageOn(facts.birthDate, today) };
  const missing = missingAnswers(order.kind, person, facts, order.safety);
  if (missing.length > 0) {
    const issues = missing.map((issue) => ({ ...issue, path: `${order.at ?? ''}${issue.path}` }));
    throw new Problem('invalid-input', 'Answer what is asked before this test; then it can be sent.', {
      issues,
    });
  }
  const safety = storedAnswers(order.kind, person, facts, order.safety);
  const diagnosticOrderId = await insertOrder(tx, ctx, order, order, safety, today);
  await placed(tx, ctx, order, 'diagnostic-order', diagnosticOrderId);
  return { diagnosticOrderId };
}

const ASK = 'Write why it was done all the same; nothing is recorded before that.';

/** Records a performed injection or block in the caller's transaction; it opens a new phase, so the caller refreshes the episode. */
export async function performProcedure(
  tx: Tx,
  ctx: Context,
  { at = '', ...procedure }: OrderPlace & NewProcedure & { at?: string },
) {
  assertAllowed(canPerform(ctx.actor));
  const today = await episodeToday(tx, ctx, procedure.episodeId);
  if (procedure.performedOn > today) {
    throw invalidField(
      'performedOn',
      'A procedure is recorded once it is performed: enter today or an earlier date.',
    );
  }
  const findings = procedureFindings(procedure, await loadMedicationRecord(tx, ctx, procedure.patientId));
  const issues = unanswered(findings, procedure.answers, ASK);
  if (issues.length > 0) {
    throw new Problem('invalid-input', issues[0]?.message, {
      issues: issues.map((issue) => ({ ...issue, path: `${at}${issue.path}` })),
    });
  }
  const answered = answeredFindings(findings, procedure.answers);
  const procedureId = await insertProcedure(tx, ctx, procedure, procedure, answered);
  await askToMoveSessions(tx, ctx, { ...procedure, procedureId }, today);
  await placed(tx, ctx, procedure, 'procedure', procedureId);
  return { procedureId };
}

type Referral = OrderPlace &
  Pick<NewReferral, 'specialty' | 'surgicalOpinion' | 'question'> &
  Partial<Omit<NewReferral, 'specialty' | 'surgicalOpinion' | 'question'>> & {
    referredById?: string;
    /** Where the referral stands in what was sent, for the fields that a refusal names. */
    at?: string;
  };

/** Sends a referral in the caller's transaction; its answer is waited for as work of the one who refers. */
export async function sendReferral(tx: Tx, ctx: Context, referral: Referral) {
  assertAllowed(canRefer(ctx.actor));
  return placeReferral(tx, ctx, referral);
}

/** The same for a letter that a physiatrist has signed and a colleague puts into the post. */
export async function placeReferral(tx: Tx, ctx: Context, referral: Referral) {
  const on = await episodeToday(tx, ctx, referral.episodeId);
  const { service = null, toStaffId = null, toName = null, teamUntil = null, at = '' } = referral;
  const refused = teamEndProblem(teamUntil, on);
  if (refused !== undefined) throw invalidField(`${at}teamUntil`, refused);
  const answerDueOn = referral.answerDueOn ?? addDays(on, ANSWER_WITHIN_DAYS);
  if (answerDueOn < on) throw invalidField(`${at}answerDueOn`, 'An answer is expected today or later.');
  if (toStaffId !== null && service !== null) await assertCanTake(tx, ctx, { toStaffId, service, at });
  const row: ReferralRow = {
    ...referral,
    service,
    toStaffId,
    toName,
    answerDueOn,
    teamUntil,
    teamRole: teamUntil === null || service === null ? null : SERVICES[service].teamRole,
    referredById: referral.referredById ?? ctx.actor.staffMemberId,
  };
  const referralId = await insertReferral(tx, ctx, referral, row, on);
  await openTask(tx, ctx, {
    kind: 'referral-answer',
    title: `${referral.specialty}: answer expected`,
    detail: referral.question,
    ownerId: row.referredById,
    patientId: referral.patientId,
    episodeId: referral.episodeId,
    subjectId: referralId,
    dueOn: answerDueOn,
    dedupeKey: answerTask(referralId),
  });
  await placed(tx, ctx, referral, 'referral', referralId);
  return { referralId };
}

async function assertCanTake(
  tx: Tx,
  ctx: Context,
  { toStaffId, service, at }: { toStaffId: string; service: ServiceCode; at: string },
): Promise<void> {
  const colleague = await findColleague(tx, ctx, toStaffId);
  const roles: readonly string[] = rolesFor(service);
  if (colleague && roles.includes(colleague.role)) return;
  throw invalidField(
    `${at}toStaffId`,
    `Nobody of that name does ${SERVICES[service].label.toLowerCase()} here.`,
  );
}
