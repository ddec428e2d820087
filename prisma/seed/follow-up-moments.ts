import type { EvaluationContent } from '#shared/evaluations/model.ts';
import type { Finding } from '#shared/evaluations/findings.ts';
import { findingSubject } from '#shared/evaluations/findings.ts';
import { EvaluationId } from '#shared/platform/ids.ts';
import type { PlainDate } from '#shared/platform/time.ts';
import { newId } from '#server/platform/db/new-id.ts';
import { ADDED_TO_CONSULT, FOLLOW_UPS, LAST_VISIT, type PlannedFollowUp } from './follow-ups.ts';
import { type Moment, row } from './moment.ts';
import { staff } from './opening-moments.ts';
import type { OneSide } from './programme.ts';
import type { Telling } from './telling.ts';

/** A signed evaluation that the next one goes on from. */
export interface Before {
  evaluationId: string;
  on: PlainDate;
  at: Date;
  content: EvaluationContent;
}

/** The visits after the consult, each going on from the one before, and what was added to the consult later. */
export function followUpMoments(telling: Telling, consult: Before): Moment[] {
  let before = consult;
  const visits = plannedFor(telling).flatMap((planned) => {
    const { moments, signed } = followUp(telling, planned, before);
    before = signed;
    return moments;
  });
  return [...addedToConsult(telling, consult), ...visits];
}

/** Told visits, and the last one of an episode that Dr. Rivera closed. */
function plannedFor({ scenario }: Telling): PlannedFollowUp[] {
  const told = FOLLOW_UPS[scenario.key] ?? [];
  const { closed, physiatrist } = scenario;
  if (closed === undefined || physiatrist !== 'rivera') return [...told];
  return [
    ...told,
    { daysAgo: closed.daysAgo, reason: 'Last visit of this episode.', ...LAST_VISIT[closed.reason] },
  ];
}

function followUp(
  telling: Telling,
  planned: PlannedFollowUp,
  before: Before,
): { moments: Moment[]; signed: Before } {
  const { calendar, scenario, patientId, episodeId } = telling;
  const on = calendar.workday(calendar.day(planned.daysAgo));
  const at = calendar.at(on, '11:30');
  const id = newId(at);
  const content = contentOf(telling, planned, before);
  const moment: Moment = {
    at,
    by: scenario.physiatrist,
    did: 'evaluation.signed',
    subject: { type: 'evaluation', id },
    detail: { kind: 'follow-up', holdsOpened: planned.redFlag === undefined ? 0 : 1 },
    rows: [
      row('evaluation', {
        id,
        patient_id: patientId,
        episode_id: episodeId,
        author_id: staff(scenario.physiatrist),
        kind: 'follow-up',
        evaluated_on: on,
        content,
        status: 'signed',
        version: 3,
        started_at: new Date(at.getTime() - 18 * 60_000).toISOString(),
        updated_at: at.toISOString(),
        signed_at: at.toISOString(),
        signed_by_id: staff(scenario.physiatrist),
      }),
    ],
  };
  return {
    moments: [moment, ...heldMoments(telling, planned, { on, at })],
    signed: { evaluationId: id, on, at, content },
  };
}

/** As the visit before, looked at again: what changed is new, the rest was confirmed. */
function contentOf(telling: Telling, planned: PlannedFollowUp, before: Before): EvaluationContent {
  const { content } = before;
  const { severity, redFlag } = planned;
  return {
    ...content,
    reason: planned.reason,
    history: { ...content.history, present: planned.since },
    symptoms: { ...content.symptoms, severity },
    function: { ...content.function, limits: planned.limits ?? content.function.limits },
    bodyChart: content.bodyChart.map((mark) => ({
      ...mark,
      intensity: Math.max(1, Math.min(mark.intensity ?? severity, severity)),
    })),
    findings: content.findings.map((finding) => changedFinding(finding, planned.changed ?? {}, telling.side)),
    impression: planned.impression,
    redFlags: {
      ...content.redFlags,
      present:
        redFlag === undefined ? [] : [{ code: redFlag.code, level: redFlag.level, note: redFlag.note }],
    },
    plan: planned.plan,
    carried: {
      from: { evaluationId: EvaluationId.parse(before.evaluationId), evaluatedOn: before.on },
      sections: [],
    },
  };
}

function changedFinding(finding: Finding, changed: Readonly<Record<string, number>>, side: OneSide): Finding {
  const value = changed[findingSubject(finding)];
  if (value === undefined || (finding.side !== null && finding.side !== side)) return finding;
  switch (finding.kind) {
    case 'rom':
      return { ...finding, degrees: finding.mode === 'passive' ? value + 5 : value };
    case 'strength':
      return { ...finding, grade: value };
    case 'balance':
      return { ...finding, seconds: value };
    case 'measurement':
      return { ...finding, value };
    default:
      return finding;
  }
}

const HOURS = 3_600_000;

/** A red flag of the visit: held at once, read by who found it, cleared at the end of the day. */
function heldMoments(
  { scenario, calendar, patientId, episodeId }: Telling,
  { redFlag }: PlannedFollowUp,
  { on, at }: { on: PlainDate; at: Date },
): Moment[] {
  if (redFlag === undefined) return [];
  const id = newId(at);
  const closedAt = calendar.at(on, '17:20');
  const physiatrist = staff(scenario.physiatrist);
  const subject = { type: 'safety-hold', id };
  const hold = row('safety_hold', {
    id,
    patient_id: patientId,
    episode_id: episodeId,
    red_flag_code: redFlag.code,
    level: redFlag.level,
    note: redFlag.note,
    opened_by_id: physiatrist,
    opened_at: at.toISOString(),
    acknowledged_by_id: physiatrist,
    acknowledged_at: at.toISOString(),
  });
  const cleared = {
    closed_by_id: physiatrist,
    closed_at: closedAt.toISOString(),
    close_reason: redFlag.cleared,
    version: 2,
  };
  const { code, level } = redFlag;
  return [
    {
      at,
      by: scenario.physiatrist,
      did: 'red-flag.raised',
      subject,
      detail: { code, level },
      rows: [hold],
      refresh: true,
    },
    {
      at: closedAt,
      by: scenario.physiatrist,
      did: 'safety-hold.closed',
      subject,
      rows: [],
      changes: [{ table: 'safety_hold', where: { id }, set: cleared }],
      refresh: true,
    },
  ];
}

function addedToConsult({ scenario, patientId }: Telling, { evaluationId, at: signedAt }: Before): Moment[] {
  const added = ADDED_TO_CONSULT[scenario.key];
  if (added === undefined) return [];
  const at = new Date(signedAt.getTime() + added.hoursLater * HOURS);
  return [
    {
      at,
      by: scenario.physiatrist,
      did: 'evaluation.addended',
      subject: { type: 'evaluation', id: evaluationId },
      rows: [
        row('evaluation_addendum', {
          id: newId(at),
          patient_id: patientId,
          evaluation_id: evaluationId,
          author_id: staff(scenario.physiatrist),
          reason: added.reason,
          text: added.text,
          created_at: at.toISOString(),
        }),
      ],
    },
  ];
}
