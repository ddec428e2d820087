import { addDays, type PlainDate } from '#shared/platform/time.ts';
import { newId } from '#server/platform/db/new-id.ts';
import { type Column, type Moment, row, type SeedRow } from './moment.ts';
import { staff } from './opening-moments.ts';
import { answersOf } from './order-moments.ts';
import type { PhasePlan, PlannedDecision } from './scenario.ts';
import type { Telling } from './telling.ts';
import { surgicalRow } from './referral-moments.ts';
import { HIP_QUESTION } from './scenarios/wider-team.ts';

/** What the physiatrist decided: the decisions that led to new versions, those told by the scenario, and the discharge. */
export function decisionMoments(telling: Telling): Moment[] {
  const { scenario } = telling;
  const changes = (scenario.phases ?? []).slice(1).map((phase) => changeDecision(telling, phase));
  const told = (scenario.decisions ?? []).map((one) => plannedDecision(telling, one));
  return [...changes, ...told, ...(scenario.closed ? [discharge(telling, scenario.closed)] : [])];
}

interface Decided {
  at: Date;
  kind: string;
  why: string;
  expectation: string;
  reviewOn: PlainDate;
  expects?: { measureCode: string; value: number } | undefined;
  rows?: (decisionId: string) => SeedRow[];
  changes?: Moment['changes'];
}

function decisionMoment(telling: Telling, decided: Decided): Moment {
  const { scenario, patientId, episodeId } = telling;
  const id = newId(decided.at);
  const columns: Record<string, Column> = {
    id,
    patient_id: patientId,
    episode_id: episodeId,
    kind: decided.kind,
    why: decided.why,
    expectation: decided.expectation,
    expected_measure: decided.expects?.measureCode ?? null,
    expected_side: decided.expects ? telling.sideOf(decided.expects.measureCode) : null,
    expected_value: decided.expects?.value ?? null,
    review_on: decided.reviewOn,
    decided_by_id: staff(scenario.physiatrist),
    decided_at: decided.at.toISOString(),
  };
  return {
    at: decided.at,
    by: scenario.physiatrist,
    did: 'decision.made',
    subject: { type: 'decision', id },
    detail: { kind: decided.kind, reviewOn: decided.reviewOn },
    rows: [],
    changes: decided.changes,
    refresh: true,
    decision: { id, columns, rows: decided.rows?.(id) ?? [] },
  };
}

/** Taken a little before the version that it led to. */
function changeDecision(telling: Telling, phase: PhasePlan): Moment {
  const { calendar } = telling;
  const on = calendar.workday(calendar.day(phase.startsDaysAgo));
  const {
    kind = 'adjust-dose',
    why = 'Plan continued with small changes.',
    expectation = 'Further gain.',
  } = phase.change ?? {};
  return decisionMoment(telling, {
    at: calendar.at(on, '12:05'),
    kind,
    why,
    expectation,
    reviewOn: addDays(on, phase.reEvaluationDay),
    expects: expectedOf(telling),
  });
}

/** The goal of the first primary measure is what a decision usually expects a step towards. */
function expectedOf({ programme }: Telling): Decided['expects'] {
  const primary = programme.measures.find(({ role, goal }) => role === 'primary' && goal !== undefined);
  return primary?.goal === undefined ? undefined : { measureCode: primary.code, value: primary.goal };
}

function plannedDecision(telling: Telling, one: PlannedDecision): Moment {
  const { calendar } = telling;
  const on = calendar.workday(calendar.day(one.daysAgo));
  return decisionMoment(telling, {
    at: calendar.at(on, '12:40'),
    kind: one.kind,
    why: one.why,
    expectation: one.expectation,
    reviewOn: addDays(on, one.reviewInDays),
    expects: one.expects,
    rows: (decisionId) => [
      ...orderRows(telling, one, on, decisionId),
      ...referralRows(telling, one, on, decisionId),
    ],
  });
}

function orderRows(
  telling: Telling,
  { order }: PlannedDecision,
  on: PlainDate,
  decisionId: string,
): SeedRow[] {
  if (!order) return [];
  const { scenario, calendar, programme, side } = telling;
  const resultOn = order.result === undefined ? null : calendar.workday(addDays(on, 5), 'forward');
  const at = calendar.at(on, '12:40').toISOString();
  const isRead = resultOn !== null && order.reading !== undefined;
  return [
    row('diagnostic_order', {
      id: newId(calendar.at(on, '12:40')),
      patient_id: telling.patientId,
      episode_id: telling.episodeId,
      decision_id: decisionId,
      kind: order.kind,
      body_region: programme.region === 'whole-body' ? 'head' : programme.region,
      side: programme.sided ? side : null,
      indication: order.indication,
      urgency: 'soon',
      safety: answersOf(telling, order, on),
      status: resultOn === null ? 'ordered' : isRead ? 'acknowledged' : 'resulted',
      ordered_by_id: staff(scenario.physiatrist),
      ordered_on: on,
      result_on: resultOn,
      report_text: order.result ?? null,
      result_entered_by_id: resultOn === null ? null : staff(scenario.therapist),
      result_entered_at: resultOn === null ? null : calendar.at(resultOn, '15:05').toISOString(),
      own_reading: order.reading ?? null,
      acknowledged_by_id: isRead ? staff(scenario.physiatrist) : null,
      acknowledged_at: isRead ? calendar.at(resultOn, '16:10').toISOString() : null,
      version: resultOn === null ? 1 : isRead ? 3 : 2,
      created_at: at,
    }),
  ];
}

function referralRows(
  telling: Telling,
  { referral }: PlannedDecision,
  on: PlainDate,
  decisionId: string,
): SeedRow[] {
  if (!referral) return [];
  const { scenario, calendar } = telling;
  const answeredOn = referral.answer === undefined ? null : calendar.workday(addDays(on, 9), 'forward');
  const at = calendar.at(on, '12:41');
  const referralId = newId(at);
  return [
    ...(referral.surgicalOpinion
      ? [surgicalRow(telling, HIP_QUESTION, { on, at: calendar.at(on, '12:52'), referralId })]
      : []),
    row('referral', {
      id: referralId,
      patient_id: telling.patientId,
      episode_id: telling.episodeId,
      decision_id: decisionId,
      specialty: referral.specialty,
      surgical_opinion: referral.surgicalOpinion,
      question: referral.question,
      status: answeredOn === null ? 'sent' : 'answered',
      referred_by_id: staff(scenario.physiatrist),
      sent_on: on,
      answered_on: answeredOn,
      answer: referral.answer ?? null,
      answer_due_on: addDays(on, 28),
      to_name: referral.surgicalOpinion ? HIP_QUESTION.addressee : null,
      version: answeredOn === null ? 1 : 2,
      created_at: at.toISOString(),
    }),
  ];
}

const CLOSE_WORDS = {
  'goals-met': 'Daily tasks are done without help; goes on with the home programme.',
  plateau: 'No further change expected from therapy; knows when to come back.',
  'patient-choice': 'Does not want to go on; home programme explained.',
  moved: 'Moved away; report handed over.',
} as const;

function discharge(
  telling: Telling,
  { daysAgo, reason }: NonNullable<Telling['scenario']['closed']>,
): Moment {
  const { calendar, episodeId } = telling;
  const on = calendar.workday(calendar.day(daysAgo));
  const why = CLOSE_WORDS[reason];
  return decisionMoment(telling, {
    at: calendar.at(on, '14:30'),
    kind: 'discharge',
    why,
    expectation: 'Keeps what was gained without therapy.',
    reviewOn: on,
    changes: [
      {
        table: 'episode',
        where: { id: episodeId },
        set: { status: 'closed', closed_on: on, close_reason: `${reason}: ${why}`, version: 2 },
      },
      {
        table: 'prescription',
        where: { episode_id: episodeId, in_force: true },
        set: { in_force: false, ended_on: on, end_reason: 'Episode closed' },
      },
    ],
  });
}
