import type { PlanKind } from '#shared/compliance/model.ts';
import { addDays } from '#shared/platform/time.ts';
import { loadMeasure } from '#shared/outcomes/registry.ts';
import { chooseThresholds } from '#shared/outcomes/thresholds.ts';
import type { ReportedMeasure } from '#shared/sessions/progress-reports.ts';
import { newId } from '#server/platform/db/new-id.ts';
import { judgedGoals, reportWords } from './judged-goals.ts';
import { type Moment, row, type SeedRow } from './moment.ts';
import { staff } from './opening-moments.ts';
import type { Telling, ToldPhase } from './telling.ts';
import type { Visit } from './visits.ts';

/** A report at the latest every ten treatment days (rules.md PR-1). */
const TREATMENT_DAYS = 10;
/** Where one is due, none was written in this time: about ten visits at two a week. */
const REPORT_WAITS_DAYS = 34;

/** The progress report that falls due at a visit, if one does. */
export function reportMoment(telling: Telling, told: ToldPhase, visit: Visit): Moment | undefined {
  const { progress } = told;
  const { calendar, scenario } = telling;
  const isWaiting = scenario.reportDue === true && visit.date > calendar.day(REPORT_WAITS_DAYS);
  if (progress.sinceReport.length < TREATMENT_DAYS || isWaiting) return undefined;
  const at = new Date(calendar.at(visit.date, telling.slot).getTime() + 70 * 60_000);
  const id = newId(at);
  const periodFrom = progress.reportedOn
    ? addDays(progress.reportedOn, 1)
    : (progress.sinceReport[0] ?? visit.date);
  progress.sinceReport = [];
  const measures = reportedMeasures(told, visit);
  const goals = judgedGoals(told.version, measures);
  progress.reportedOn = visit.date;
  return {
    at,
    by: scenario.therapist,
    did: 'progress-report.signed',
    subject: { type: 'progress-report', id },
    rows: [
      row('progress_report', {
        id,
        patient_id: telling.patientId,
        episode_id: telling.episodeId,
        author_id: staff(scenario.therapist),
        reported_on: visit.date,
        period_from: periodFrom,
        measures,
        goals,
        ...reportWords(goals),
        ...nextPlan(telling, visit),
        signed_at: at.toISOString(),
      }),
      ...addedTo(telling, id, at),
    ],
  };
}

/** Near the end of a course that meets its goals a report plans the discharge; one in five changes the goals. */
function nextPlan({ scenario, mrn }: Telling, visit: Visit): { plan_kind: PlanKind; plan?: string } {
  if (scenario.closed?.reason === 'goals-met' && visit.progress > 0.6) {
    return {
      plan_kind: 'discharge',
      plan: 'Discharge when the plan ends; home programme three times a week, what to watch for explained.',
    };
  }
  return Number(mrn) % 5 === 2
    ? {
        plan_kind: 'change-goals',
        plan: 'The goal of daily tasks is close: a goal for work and sport is asked of the physiatrist.',
      }
    : { plan_kind: 'continue' };
}

/** One report in seven was added to the next morning. */
function addedTo({ mrn, patientId, scenario }: Telling, reportId: string, signedAt: Date): SeedRow[] {
  if (Number(mrn) % 7 !== 3) return [];
  const at = new Date(signedAt.getTime() + 17 * 3_600_000);
  return [
    row('progress_report_addendum', {
      id: newId(at),
      patient_id: patientId,
      progress_report_id: reportId,
      author_id: staff(scenario.therapist),
      reason: 'Left out',
      text: 'The patient asked for a copy for the employer; given with consent. Nothing else changes.',
      created_at: at.toISOString(),
    }),
  ];
}

/** Measures as a report of that visit would name them. */
export function reportedMeasures({ version, baselines, visits }: ToldPhase, until: Visit): ReportedMeasure[] {
  const firstOn = visits[0]?.date ?? until.date;
  return version.content.measures.map((prescribed): ReportedMeasure => {
    const { measureCode, side, role } = prescribed;
    const thresholds = chooseThresholds(loadMeasure(measureCode), prescribed, undefined);
    const baseline = baselines.find((one) => one.measureCode === measureCode);
    const latest = visits
      .filter(({ date }) => date <= until.date)
      .flatMap(({ date, scores }) =>
        scores.filter((score) => score.measureCode === measureCode).map(({ value }) => ({ value, on: date })),
      )
      .at(-1);
    const goal = version.content.goals.find((one) => one.measureCode === measureCode && one.side === side);
    return {
      measureCode,
      side,
      role,
      baseline: baseline ? { value: baseline.value, on: firstOn } : null,
      lastReport: null,
      now: latest ?? null,
      mdc: thresholds.mdc?.value ?? null,
      mcid: thresholds.mcid?.value ?? null,
      goal: goal ? { description: goal.description, target: goal.target, targetOn: goal.targetOn } : null,
    };
  });
}
