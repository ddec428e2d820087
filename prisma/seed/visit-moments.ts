import { daysBetween, type PlainDate } from '#shared/platform/time.ts';
import type { SameDay } from '#shared/sessions/same-day.ts';
import { unitRuleOf } from '#shared/sessions/unit-rules.ts';
import { newId } from '#server/platform/db/new-id.ts';
import { type Moment, row } from './moment.ts';
import { clinic, staff } from './opening-moments.ts';
import { reportMoment } from './report-moment.ts';
import { addendumMoments } from './addendum-moments.ts';
import { homeColumns } from './home-programme.ts';
import { noteRows } from './note-rows.ts';
import { noteOf, type Note } from './session-content.ts';
import { scoreRows } from './score-rows.ts';
import { cosignature, givenBy, signerOf, treatmentColumns, type EarlierWords } from './treatment-record.ts';
import type { Telling, ToldPhase } from './telling.ts';
import { evaluatedToday } from './therapy-evaluation.ts';
import { vitalsAt } from './vitals-content.ts';
import type { Visit } from './visits.ts';

const SESSION_MINUTES = 45;

/** Every visit of a phase: signed notes with their scores, and the ones that did not happen. */
export function visitMoments(telling: Telling, told: ToldPhase): Moment[] {
  const { visits, progress } = told;
  let before: EarlierWords | undefined;
  return visits.flatMap((visit, index) => {
    if (visit.outcome !== 'completed') return [missedMoment(telling, visit)];
    const note = noteFor(telling, told, visit, evaluatedToday(telling, told, visit.date));
    const moments = signedMoments(telling, told, visit, { note, before });
    before = before?.plan === note.plan ? before : { plan: note.plan, from: visit.date };
    progress.visits += 1;
    progress.previousVisit = visit.date;
    progress.sinceReport.push(visit.date);
    const report = index > 0 ? reportMoment(telling, told, visit) : undefined;
    const again = comesAgain(telling, index) ? secondOfDay(telling, told, visit, note) : [];
    return [...moments, ...again, ...(report ? [report] : [])];
  });
}

/** One patient came back in the afternoon of one day. */
const comesAgain = ({ scenario }: Telling, index: number): boolean =>
  scenario.key === 'm-stroke' && index === 6;

/** A second note of the date: its units are those of the date's minutes less what the first one billed. */
function secondOfDay(telling: Telling, told: ToldPhase, visit: Visit, first: Note): Moment[] {
  const { interventions, billing } = first;
  const sameDay = {
    services: interventions.map(({ billingCode, minutes }) => ({
      billingCode,
      minutes,
      assistantMinutes: 0,
    })),
    billed: [{ units: billing.units, untimedUnits: billing.untimedUnits }],
  };
  const note = {
    ...noteFor(telling, told, visit, sameDay),
    subjective:
      'Back in the afternoon for the task practice that the morning had no time for. Rested at noon.',
    plan: 'Once a day again from the next visit.',
  };
  const moments = signedMoments(
    { ...telling, slot: '14:15' },
    told,
    { ...visit, scores: [] },
    {
      note,
      before: undefined,
    },
  );
  told.progress.visits += 1;
  return moments;
}

function noteFor(
  telling: Telling,
  { version, baselines, progress, phase }: ToldPhase,
  visit: Visit,
  sameDay?: SameDay,
): Note {
  const nprs = visit.scores.find(({ measureCode }) => measureCode === 'nprs')?.value;
  if (nprs !== undefined) progress.painNow = nprs;
  const start = baselines.find(({ measureCode }) => measureCode === 'nprs')?.value ?? 5;
  const pain = progress.painNow ?? start;
  const shape = typeof phase.course === 'string' ? phase.course : phase.course.rest;
  const isLate = visit.progress > 0.25;
  const course =
    shape === 'worsens' && isLate
      ? 'worse'
      : ['responds', 'levels-off', 'reaches-goal'].includes(shape) && isLate
        ? 'better'
        : 'same';
  return noteOf({
    programme: telling.programme,
    content: version.content,
    visit,
    index: progress.visits,
    pain: Math.round(pain),
    course,
    lastDoses: progress.lastDoses,
    random: telling.random,
    rule: unitRuleOf(telling.scenario.payer ?? 'none', visit.date).rule,
    payer: telling.scenario.payer ?? 'none',
    only: givenBy(signerOf(telling, progress.visits)),
    ...(sameDay ? { sameDay } : {}),
  });
}

export const slotOf = (telling: Telling, date: PlainDate): { starts: Date; ends: Date } => {
  const starts = telling.calendar.at(date, telling.slot);
  return { starts, ends: new Date(starts.getTime() + SESSION_MINUTES * 60_000) };
};

export const sessionBase = (telling: Telling, id: string, date: PlainDate, createdAt: Date) => {
  const { starts, ends } = slotOf(telling, date);
  return {
    id,
    patient_id: telling.patientId,
    episode_id: telling.episodeId,
    clinic_id: clinic(telling),
    therapist_id: staff(telling.scenario.therapist),
    scheduled_at: starts.toISOString(),
    ends_at: ends.toISOString(),
    session_date: date,
    created_at: createdAt.toISOString(),
  };
};

function signedMoments(
  telling: Telling,
  { version, phase, progress }: ToldPhase,
  visit: Visit,
  { note, before }: { note: Note; before: EarlierWords | undefined },
): Moment[] {
  const { starts, ends } = slotOf(telling, visit.date);
  const id = newId(starts);
  const signedAt = new Date(ends.getTime() + 4 * 60_000);
  const sinceLast = progress.previousVisit ? daysBetween(progress.previousVisit, visit.date) : null;
  const homeDays = sinceLast === null ? null : Math.min(14, Math.max(1, sinceLast));
  const share = phase.home ?? 0.75;
  const index = progress.visits;
  const signer = signerOf(telling, index);
  const answered = cosignature(telling, { id, date: visit.date, signedAt, signer });
  const signed: Moment = {
    at: signedAt,
    by: signer,
    did: 'session.signed',
    subject: { type: 'session', id },
    detail: { interventions: note.interventions.length, scores: visit.scores.length },
    rows: [
      row('session', {
        ...sessionBase(telling, id, visit.date, new Date(starts.getTime() - 6 * 86_400_000)),
        therapist_id: staff(signer),
        prescription_id: version.prescriptionId,
        status: 'completed',
        version: 4,
        arrived_at: starts.toISOString(),
        updated_at: signedAt.toISOString(),
        signed_at: signedAt.toISOString(),
        signed_by_id: staff(signer),
        pain_before: note.painBefore,
        pain_after: note.painAfter,
        subjective: note.subjective,
        objective: note.objective,
        assessment: note.assessment,
        plan: note.plan,
        vitals: vitalsAt(telling, version.content, visit.date, index),
        home_days_done: homeDays === null ? null : Math.round(homeDays * share),
        home_days_prescribed: homeDays,
        ...homeColumns(telling, visit.date, {
          visits: progress.visits,
          asked: homeDays !== null,
          pain: note.painBefore,
        }),
        total_timed_minutes: note.billing.totalTimedMinutes,
        total_treatment_minutes: note.billing.totalTreatmentMinutes,
        ...treatmentColumns(telling, {
          note,
          index,
          date: visit.date,
          signer,
          signedAt,
          before,
          precautions: version.content.precautions,
        }),
      }),
      ...noteRows(telling, version, id, note, signedAt, signer),
      ...scoreRows(telling, visit.scores, signedAt, { source: 'session', session_id: id }, visit.date),
      ...answered.rows,
    ],
    refresh: visit.scores.length > 0,
  };
  const added = addendumMoments(telling, { id, date: visit.date, signedAt, signer }, index);
  return [signed, ...answered.later, ...added];
}

const MISS_WORDS = {
  missed: ['Did not come, no call.', 'No call; reached by telephone the next day.'],
  'cancelled-by-patient': [
    'Called in the morning: unwell.',
    'Could not get away from work.',
    'No transport.',
  ],
  'cancelled-by-clinic': ['Therapist ill, no cover found.'],
} as const;

function missedMoment(telling: Telling, visit: Visit): Moment {
  const { starts } = slotOf(telling, visit.date);
  const id = newId(starts);
  const outcome = visit.outcome === 'completed' ? 'missed' : visit.outcome;
  const isMissed = outcome === 'missed';
  return {
    at: new Date(starts.getTime() + (isMissed ? 20 : -120) * 60_000),
    by: telling.scenario.therapist,
    did: isMissed ? 'session.missed' : 'session.cancelled',
    subject: { type: 'session', id },
    rows: [
      row('session', {
        ...sessionBase(telling, id, visit.date, new Date(starts.getTime() - 6 * 86_400_000)),
        status: isMissed ? 'missed' : 'cancelled',
        version: 2,
        miss_reason: telling.random.pick(MISS_WORDS[outcome]),
        cancelled_by:
          outcome === 'cancelled-by-patient'
            ? 'patient'
            : outcome === 'cancelled-by-clinic'
              ? 'clinic'
              : null,
        updated_at: starts.toISOString(),
      }),
    ],
  };
}
