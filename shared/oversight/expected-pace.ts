/** Shape of recovery: 71 % of the change within the first 45 % of the episode (Walston & McLester 2020, back pain in PT); elsewhere product policy. */
const CURVE = 2.16;
const JUDGED_FROM = 0.25;
const BEHIND_SHARE = 0.8;

/** Part of the whole change expected at part `x` (0-1) of the planned time; capped at 1. */
export const expectedShare = (x: number): number =>
  (1 - Math.exp(-CURVE * Math.min(Math.max(x, 0), 1))) / (1 - Math.exp(-CURVE));

export interface Pace {
  /** Improvement expected by now, in the measure's unit. */
  expected: number;
  behind: boolean;
}

/** Compares improvement with the pace that would reach the goal in the planned days (rules.md 6.4). Advisory: never changes a class. */
export function pace(facts: {
  daysSincePhaseStart: number;
  plannedDays: number;
  improvementToGoal: number;
  improvement: number;
}): Pace {
  const x = Math.min(facts.daysSincePhaseStart / facts.plannedDays, 1);
  const expected = expectedShare(x) * facts.improvementToGoal;
  return { expected, behind: x >= JUDGED_FROM && facts.improvement < BEHIND_SHARE * expected };
}
