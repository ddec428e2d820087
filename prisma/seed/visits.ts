import { addDays, daysBetween, type PlainDate } from '#shared/platform/time.ts';
import { stepsOf } from '#shared/prescriptions/schedule.ts';
import { loadMeasure } from '#shared/outcomes/registry.ts';
import type { Calendar } from './calendar.ts';
import { onScale, type Shape, valueAt } from './curve.ts';
import type { Programme, ProgrammeMeasure } from './programme.ts';
import type { Random } from './random.ts';
import type { PhasePlan } from './scenario.ts';

/** A visit that lies in the past, with the scores taken at it. */
export interface Visit {
  date: PlainDate;
  /** How far the phase has come: 0 at its first visit, 1 at its last one so far. */
  progress: number;
  outcome: 'completed' | 'missed' | 'cancelled-by-patient' | 'cancelled-by-clinic';
  scores: { measureCode: string; value: number }[];
}

/** What is known before the first visit of a phase. */
export interface Baseline {
  measureCode: string;
  value: number;
}

/** Where each measure stands when the phase begins: told, carried on from the last phase, or drawn. */
export function baselinesOf(
  programme: Programme,
  phase: PhasePlan,
  last: ReadonlyMap<string, number>,
  random: Random,
): Baseline[] {
  return programme.measures.map(({ code, baseline: [low, high] }) => {
    const told = phase.values?.[code]?.[0] ?? last.get(code);
    return {
      measureCode: code,
      value: told ?? onScale(low + random.next() * (high - low), loadMeasure(code)),
    };
  });
}

export const shapeOf = (phase: PhasePlan, code: string): Shape =>
  typeof phase.course === 'string' ? phase.course : (phase.course[code] ?? phase.course.rest);

/** The dates that the plan asks for, from its first day on, on working days. */
export function visitDates(phase: PhasePlan, calendar: Calendar): PlainDate[] {
  const start = calendar.day(phase.startsDaysAgo);
  const dates = new Set<PlainDate>();
  const steps = stepsOf({ ...phase, frequencyPerWeek: phase.perWeek, durationWeeks: phase.weeks });
  const weeks = steps.flatMap(({ weeks: count, perWeek }) => Array.from({ length: count }, () => perWeek));
  for (const [week, perWeek] of weeks.entries()) {
    for (let visit = 0; visit < perWeek; visit += 1) {
      const place = Math.floor((visit * 7) / perWeek);
      dates.add(calendar.workday(addDays(start, week * 7 + place), 'forward'));
    }
  }
  return [...dates].sort();
}

/** The visits of a phase up to `until` (not included), with what was measured at them. */
export function visitsOf(
  programme: Programme,
  phase: PhasePlan,
  baselines: readonly Baseline[],
  calendar: Calendar,
  { after, until, random }: { after: PlainDate | undefined; until: PlainDate; random: Random },
): Visit[] {
  const lastDay = phase.lastVisitDaysAgo === undefined ? until : calendar.day(phase.lastVisitDaysAgo - 1);
  const dates = visitDates(phase, calendar).filter(
    (date) => date < until && date < lastDay && (after === undefined || date > after),
  );
  const [first] = dates;
  const end = dates.at(-1);
  if (first === undefined || end === undefined) return [];
  const length = Math.max(1, daysBetween(first, end));
  const visits = dates.map((date, index): Visit => ({
    date,
    progress: daysBetween(first, date) / length,
    outcome: outcomeOf(index, phase.attendance ?? 0.94, random),
    scores: [],
  }));
  const noLater = phase.lastScoreDaysAgo === undefined ? until : calendar.day(phase.lastScoreDaysAgo);
  for (const measure of programme.measures) {
    measureAlong(
      measure,
      phase,
      baselines,
      visits.filter((one) => one.date <= noLater),
      random,
    );
  }
  return visits;
}

/** Spreads the missed visits evenly, so that the share holds at any time; the first visit always happens. */
function outcomeOf(index: number, attendance: number, random: Random): Visit['outcome'] {
  if (Math.ceil((index + 1) * attendance) > Math.ceil(index * attendance)) return 'completed';
  const roll = random.next();
  if (roll < 0.5) return 'missed';
  return roll < 0.9 ? 'cancelled-by-patient' : 'cancelled-by-clinic';
}

/** Takes a measure at its interval: at the first attended visit on which it is due, and at the last one. */
function measureAlong(
  measure: ProgrammeMeasure,
  phase: PhasePlan,
  baselines: readonly Baseline[],
  visits: readonly Visit[],
  random: Random,
): void {
  const attended = visits.filter(({ outcome }) => outcome === 'completed');
  const [first] = attended;
  const baseline = baselines.find(({ measureCode }) => measureCode === measure.code);
  if (first === undefined || baseline === undefined) return;
  const due: Visit[] = [];
  let last = first.date;
  for (const visit of attended) {
    if (daysBetween(last, visit.date) < measure.everyDays) continue;
    due.push(visit);
    last = visit.date;
  }
  const told = phase.values?.[measure.code];
  due.forEach((visit, index) => {
    visit.scores.push({
      measureCode: measure.code,
      value:
        told === undefined
          ? valueAt(baseline.value, shapeOf(phase, measure.code), visit.progress, loadMeasure(measure.code), {
              random,
              goal: measure.goal,
            })
          : (told[Math.round(((index + 1) * (told.length - 1)) / due.length)] ?? baseline.value),
    });
  });
}
