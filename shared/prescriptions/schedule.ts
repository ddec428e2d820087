import { daysBetween } from '#shared/platform/time.ts';
import type { DraftTaperStep, PrescriptionDraftContent, TaperStep } from './model.ts';

/** How often and how long: one frequency for the whole plan, or one after another (rules.md POC-3: tapering is allowed if written). */
export interface Schedule {
  frequencyPerWeek: number;
  durationWeeks: number;
  taper?: readonly TaperStep[] | null | undefined;
  /** Times on each day of treatment; once unless said (POC-3). */
  amountPerDay?: number | null | undefined;
  /** A duration counted in visits: the weeks then only say how long it takes. */
  durationVisits?: number | null | undefined;
}

type DraftSchedule = Pick<
  PrescriptionDraftContent,
  'frequencyPerWeek' | 'durationWeeks' | 'taper' | 'amountPerDay' | 'durationVisits'
>;

/** The steps of a plan; one for a plan without tapering. */
export const stepsOf = ({ frequencyPerWeek, durationWeeks, taper }: Schedule): TaperStep[] =>
  taper && taper.length > 0 ? [...taper] : [{ weeks: durationWeeks, perWeek: frequencyPerWeek }];

/** Visits on each day of treatment. */
const amountOf = ({ amountPerDay }: Pick<Schedule, 'amountPerDay'>): number => amountPerDay ?? 1;

/** Visits the plan buys: as many as it says, else times a week by times a day by weeks, step by step (rules.md 4.1, POC-3). */
export const visitsOf = (schedule: Schedule): number =>
  schedule.durationVisits ??
  amountOf(schedule) * stepsOf(schedule).reduce((total, { weeks, perWeek }) => total + weeks * perWeek, 0);

/** Visits due after this many days of the plan, pro rata within a week; never more than the plan has. */
export function visitsAfter(schedule: Schedule, days: number): number {
  let left = Math.max(0, days) / 7;
  let visits = 0;
  for (const { weeks, perWeek } of stepsOf(schedule)) {
    const spent = Math.min(left, weeks);
    visits += spent * perWeek * amountOf(schedule);
    left -= spent;
  }
  return visits;
}

/** Times a week on a day of the plan; that of the last step after its end. */
export function frequencyOn(schedule: Schedule & { startsOn: string }, day: string): number {
  const steps = stepsOf(schedule);
  let week = Math.floor(Math.max(0, daysBetween(schedule.startsOn, day)) / 7);
  for (const { weeks, perWeek } of steps) {
    if (week < weeks) return perWeek;
    week -= weeks;
  }
  return steps.at(-1)?.perWeek ?? schedule.frequencyPerWeek;
}

/** Weeks that so many visits take at a frequency. */
const weeksFor = (visits: number, perWeek: number): number =>
  Math.min(LONGEST_PLAN_WEEKS, Math.ceil(visits / perWeek));
/** No plan is longer than a year. */
const LONGEST_PLAN_WEEKS = 52;

/** Whether so many visits at that frequency take longer than a plan may last. */
export const isTooManyVisits = (plan: DraftSchedule): boolean =>
  (plan.durationVisits ?? 0) >
  (plan.frequencyPerWeek ?? Number.POSITIVE_INFINITY) * amountOf(plan) * LONGEST_PLAN_WEEKS;

/** More days a week than a week has: with several times a day the frequency counts days (POC-3). */
export const hasTooManyDays = ({ frequencyPerWeek, taper, amountPerDay }: DraftSchedule): boolean =>
  (amountPerDay ?? 1) > 1 &&
  [frequencyPerWeek, ...(taper ?? []).map(({ perWeek }) => perWeek)].some(
    (days) => (days ?? 0) > DAYS_A_WEEK,
  );
const DAYS_A_WEEK = 7;

/** A plan of so many visits: its weeks follow from the frequency and the amount, and it does not taper (POC-3). */
export const planOfVisits = (
  { frequencyPerWeek, amountPerDay }: Pick<DraftSchedule, 'frequencyPerWeek' | 'amountPerDay'>,
  durationVisits: number | null,
): Pick<DraftSchedule, 'durationVisits' | 'durationWeeks' | 'taper'> => ({
  durationVisits,
  durationWeeks:
    frequencyPerWeek === null || durationVisits === null
      ? null
      : weeksFor(durationVisits, frequencyPerWeek * amountOf({ amountPerDay })),
  taper: null,
});

/** "18 visits (6 weeks)" or "6 weeks"; empty while it is not said. */
export const durationWords = ({
  durationWeeks,
  durationVisits,
}: Pick<DraftSchedule, 'durationWeeks' | 'durationVisits'>): string => {
  const weeks = durationWeeks === null ? '' : weeksWords(durationWeeks);
  if (durationVisits === null || durationVisits === undefined) return weeks;
  const visits = durationVisits === 1 ? '1 visit' : `${durationVisits} visits`;
  return weeks === '' ? visits : `${visits} (${weeks})`;
};

/** "once a day", "2 times a day". */
export const timesADay = (amount: number): string => (amount === 1 ? 'once a day' : `${amount} times a day`);

/** "once on each day of treatment": what the plan says, and what is counted by. */
export const amountWords = (plan: Pick<DraftSchedule, 'amountPerDay'>): string => {
  const amount = amountOf(plan);
  return amount === 1 ? 'once on each day of treatment' : `${amount} times on each day of treatment`;
};

const weeksWords = (weeks: number): string => (weeks === 1 ? '1 week' : `${weeks} weeks`);

/** "3 a week"; "3 days a week" where each of them has several treatments (POC-3). */
export const aWeekWords = (
  perWeek: number | null,
  { amountPerDay }: Pick<DraftSchedule, 'amountPerDay'>,
): string => {
  const days = (amountPerDay ?? 1) === 1 ? '' : perWeek === 1 ? ' day' : ' days';
  return `${perWeek ?? '?'}${days} a week`;
};

/** "3 a week for 2 weeks, then 2 a week for 4 weeks", "3 days a week for 6 weeks, 2 times a day"; what is not said yet is left out. */
export function scheduleWords(schedule: DraftSchedule): string {
  const { frequencyPerWeek, taper, amountPerDay } = schedule;
  const duration = durationWords(schedule);
  const steps =
    taper && taper.length > 0
      ? taper.map(
          ({ perWeek, weeks }) =>
            `${aWeekWords(perWeek, schedule)} for ${weeks === null ? '? weeks' : weeksWords(weeks)}`,
        )
      : [
          [
            frequencyPerWeek === null ? '' : aWeekWords(frequencyPerWeek, schedule),
            duration === '' ? '' : `for ${duration}`,
          ]
            .filter(Boolean)
            .join(' '),
        ];
  return [steps.join(', then '), amountPerDay && amountPerDay > 1 ? timesADay(amountPerDay) : '']
    .filter(Boolean)
    .join(', ');
}

/** Whether a step says how often and how long. */
export const isStep = (step: DraftTaperStep): step is TaperStep =>
  step.weeks !== null && step.perWeek !== null;

/** Steps as the fields of a plan: the frequency is that of the first, the weeks are those of all; unknown while one is. */
export function planOfSteps(steps: readonly DraftTaperStep[]): DraftSchedule {
  const known = steps.filter(isStep);
  const all = known.length === steps.length;
  return {
    frequencyPerWeek: steps[0]?.perWeek ?? null,
    durationWeeks: all ? known.reduce((total, { weeks }) => total + weeks, 0) : null,
    taper: [...steps],
  };
}

/** A plan whose parts agree. Neighbours at the same frequency are one step, and one step alone is no taper. */
export function settledSchedule<Plan extends DraftSchedule>(plan: Plan): Plan {
  const { durationVisits = null } = plan;
  if (durationVisits !== null) return { ...plan, ...planOfVisits(plan, durationVisits) };
  const taper = plan.taper ?? [];
  if (taper.length === 0) return plan.taper ? { ...plan, taper: null } : plan;
  const steps = taper.filter(isStep);
  if (steps.length < taper.length) return { ...plan, ...planOfSteps(taper) };
  const joined = steps.reduce<TaperStep[]>((done, step) => {
    const before = done.at(-1);
    return before?.perWeek === step.perWeek
      ? [...done.slice(0, -1), { ...before, weeks: before.weeks + step.weeks }]
      : [...done, step];
  }, []);
  return { ...plan, ...planOfSteps(joined), ...(joined.length === 1 ? { taper: null } : {}) };
}

/** A taper brought to another length: the last steps give way or the last one goes on. */
export function withWeeks(taper: readonly TaperStep[], weeks: number): TaperStep[] {
  let left = weeks;
  const kept = taper.flatMap((step, index) => {
    const isLast = index === taper.length - 1;
    const taken = isLast ? left : Math.min(step.weeks, left);
    left -= taken;
    return taken > 0 ? [{ ...step, weeks: taken }] : [];
  });
  return kept;
}

/** What is left of a taper after these days, as long as the whole was: a next version does not begin the fast part again. */
export function remainingTaper(taper: readonly TaperStep[], days: number): TaperStep[] {
  let gone = Math.floor(Math.max(0, days) / 7);
  const left = taper.flatMap((step) => {
    const skipped = Math.min(gone, step.weeks);
    gone -= skipped;
    return step.weeks > skipped ? [{ ...step, weeks: step.weeks - skipped }] : [];
  });
  const total = taper.reduce((sum, { weeks }) => sum + weeks, 0);
  return withWeeks(left.length === 0 ? taper.slice(-1) : left, total);
}

/** A taper to start from: a third of the weeks as often as now, then one a week less. */
export function firstTaper(frequencyPerWeek: number, durationWeeks: number): TaperStep[] {
  const fast = Math.max(1, Math.round(durationWeeks / 3));
  return [
    { perWeek: frequencyPerWeek, weeks: fast },
    { perWeek: Math.max(1, frequencyPerWeek - 1), weeks: durationWeeks - fast },
  ];
}
