import type { PhasePlan } from '../scenario.ts';

/** A first version that has run for `day` days of ten weeks, twice a week. */
export const running = (
  day: number,
  course: PhasePlan['course'],
  more: Partial<PhasePlan> = {},
): PhasePlan => ({
  startsDaysAgo: day,
  weeks: 10,
  perWeek: 2,
  reEvaluationDay: 56,
  course,
  ...more,
});
