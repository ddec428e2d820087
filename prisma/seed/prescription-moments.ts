import { endsOn } from '#shared/prescriptions/missing-elements.ts';
import { opensPhase } from '#shared/prescriptions/opens-phase.ts';
import { visitsOf } from '#shared/prescriptions/schedule.ts';
import { newId } from '#server/platform/db/new-id.ts';
import { later } from './calendar.ts';
import { auditRow } from './audit-row.ts';
import { type Moment, row, type SeedRow } from './moment.ts';
import { staff } from './opening-moments.ts';
import type { PhasePlan } from './scenario.ts';
import type { Telling, Version } from './telling.ts';

/** Version 1 is signed after the consult, a later one on its first day, right after the decision that asked for it. */
export function versionMoment(
  telling: Telling,
  version: Version,
  previous: Version | undefined,
  phase: PhasePlan,
): Moment {
  const { calendar, scenario } = telling;
  const signedOn = previous ? version.startsOn : calendar.workday(calendar.day(scenario.consultDaysAgo));
  const at = calendar.at(signedOn, previous ? '12:20' : later('15:00', telling.random.int(0, 90)));
  const isPhase = opensPhase(previous?.content, version.content);
  const reason = previous ? (phase.change?.reason ?? 'Plan continued') : null;
  return {
    at,
    by: scenario.physiatrist,
    did: 'prescription.signed',
    subject: { type: 'prescription', id: version.prescriptionId },
    detail: { versionNumber: version.number, opensPhase: isPhase },
    changes: previous
      ? [
          {
            table: 'prescription',
            where: { id: previous.prescriptionId, in_force: true },
            set: {
              in_force: false,
              ended_on: signedOn,
              end_reason: `Replaced by version ${version.number}: ${reason ?? ''}`,
            },
          },
        ]
      : [],
    rows: [
      versionRow(telling, { version, previous, reason, at, isPhase }),
      ...partRows(telling, version),
      ...readRows(telling, version, at),
    ],
    refresh: true,
  };
}

interface Signed {
  version: Version;
  previous: Version | undefined;
  reason: string | null;
  at: Date;
  isPhase: boolean;
}

/** The plan whose statement came late. */
export const CERTIFIED_LATE = 'past-5';

/** Some first versions are an order only: certified by the plan sent in time, or still waiting for it. */
const certifiesPlan = ({ scenario, mrn }: Telling, versionNumber: number): boolean =>
  scenario.payer === 'medicare_part_b' &&
  !(versionNumber === 1 && (['s-early', CERTIFIED_LATE].includes(scenario.key) || Number(mrn) % 4 === 1));

function versionRow(telling: Telling, { version, previous, reason, at, isPhase }: Signed): SeedRow {
  const { content } = version;
  return row('prescription', {
    id: version.prescriptionId,
    patient_id: telling.patientId,
    episode_id: telling.episodeId,
    version_number: version.number,
    supersedes_id: previous?.prescriptionId ?? null,
    reason,
    signed_by_id: staff(telling.scenario.physiatrist),
    signed_at: at.toISOString(),
    starts_on: content.startsOn,
    ends_on: endsOn(content.startsOn, content.durationWeeks),
    frequency_per_week: content.frequencyPerWeek,
    duration_weeks: content.durationWeeks,
    taper: content.taper ?? null,
    visits_prescribed: visitsOf(content),
    re_evaluation_on: content.reEvaluationOn,
    opens_phase: isPhase,
    certifies_plan: certifiesPlan(telling, version.number),
    content: { ...content },
  });
}

/** The rows that screens and rules read a version by. */
function partRows({ patientId }: Telling, { prescriptionId, content }: Version): SeedRow[] {
  const of = () => ({ id: newId(), patient_id: patientId, prescription_id: prescriptionId });
  return [
    ...content.interventions.map(({ code, name, authority, bounds, rationale }, position) =>
      row('permitted_intervention', { ...of(), position, code, name, authority, bounds, rationale }),
    ),
    ...content.goals.map(({ description, measureCode, side, target, targetOn }, position) =>
      row('goal', {
        ...of(),
        position,
        description,
        measure_code: measureCode,
        side,
        target,
        target_on: targetOn,
      }),
    ),
    ...content.precautions.map((one, position) =>
      row('precaution', {
        ...of(),
        position,
        comorbidity: one.comorbidity,
        intervention: one.intervention,
        level: one.level,
        scope: one.scope,
        note: one.note,
        source: one.source,
        verified: one.verified,
        decision: one.decision,
        override_reason: one.overrideReason,
      }),
    ),
    ...content.measures.map(({ measureCode, side, role, everyDays, mdcTag, mcidTag }) =>
      row('prescribed_measure', {
        ...of(),
        measure_code: measureCode,
        side,
        role,
        every_days: everyDays,
        mdc_tag: mdcTag,
        mcid_tag: mcidTag,
      }),
    ),
  ];
}

const HOURS = 3_600_000;

/** The therapist reads a new version the next morning; one that is still unread stays a task. */
function readRows(telling: Telling, version: Version, signedAt: Date): SeedRow[] {
  const { scenario, patientId, episodeId } = telling;
  const isNewest = version.number === (scenario.phases ?? []).length;
  const isUnread = isNewest && scenario.unread === true;
  const readAt = new Date(signedAt.getTime() + 20 * HOURS);
  const therapist = staff(scenario.therapist);
  const isRead = !isUnread && readAt < telling.calendar.now;
  return [
    row('task', {
      id: newId(signedAt),
      kind: 'acknowledge-prescription',
      title: `Read prescription version ${version.number}`,
      owner_id: therapist,
      patient_id: patientId,
      episode_id: episodeId,
      subject_id: version.prescriptionId,
      due_on: telling.calendar.workday(version.startsOn),
      status: isRead ? 'done' : 'open',
      done_by_id: isRead ? therapist : null,
      done_at: isRead ? readAt.toISOString() : null,
      dedupe_key: { concat: [`acknowledge-prescription:${version.prescriptionId}:`, therapist] },
      created_at: signedAt.toISOString(),
    }),
    ...(isRead
      ? [
          row('prescription_acknowledgement', {
            id: newId(readAt),
            patient_id: patientId,
            prescription_id: version.prescriptionId,
            staff_member_id: therapist,
            acknowledged_at: readAt.toISOString(),
          }),
          auditRow(telling, {
            at: readAt,
            by: scenario.therapist,
            did: 'prescription.acknowledged',
            subject: { type: 'prescription', id: version.prescriptionId },
            detail: { versionNumber: version.number },
          }),
        ]
      : []),
  ];
}
