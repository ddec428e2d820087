import { inForce, type ClinicOverrides } from '#shared/clinic-values/overrides.ts';

/** When an improvement is behind the expected pace (rules.md 6.4). */
export const PACE = {
  /** Shape of recovery: 71 % of the change within the first 45 % of the episode (Walston & McLester 2020, back pain in PT); elsewhere product policy. */
  curve: 2.16,
  /** Part of the planned time from which pace is judged (product policy). */
  judgedFrom: 0.25,
  /** Less than this part of what is expected by now is behind (product policy). */
  behindShare: 0.8,
};
export type PaceValues = Readonly<typeof PACE>;

/** The pace as it holds in a clinic. */
export const paceOf = (overrides: ClinicOverrides): PaceValues =>
  inForce<PaceValues>('pace', PACE, overrides);

/** Part of the whole change expected at part `x` (0-1) of the planned time; capped at 1. */
export const expectedShare = (x: number, curve: number = PACE.curve): number =>
  (1 - Math.exp(-curve * Math.min(Math.max(x, 0), 1))) / (1 - Math.exp(-curve));

export interface Pace {
  /** Improvement expected by now, in the measure's unit. */
  expected: number;
  behind: boolean;
}

/**
 * Compares improvement with the pace that would reach the goal in the planned days (rules.md 6.4). Advisory: never changes a
 * class. Nothing is expected where the goal was reached, or passed, at the baseline already.
 */
export function pace(
  facts: {
    daysSincePhaseStart: number;
    plannedDays: number;
    improvementToGoal: number;
    improvement: number;
  },
  values: PaceValues = PACE,
): Pace | null {
  if (facts.improvementToGoal <= 0) return null;
  const x = Math.min(facts.daysSincePhaseStart / facts.plannedDays, 1);
  const expected = expectedShare(x, values.curve) * facts.improvementToGoal;
  return {
    expected,
    behind: x >= values.judgedFrom && facts.improvement < values.behindShare * expected,
  };
}
