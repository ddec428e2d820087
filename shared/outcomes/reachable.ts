import { getMeasure } from './registry.ts';

/** Tells 6.000000001 from 6 after a division. */
const ROUNDING = 1e-9;

/**
 * A threshold as it is shown: on a whole-number scale the smallest change that can be reached, because nobody changes by 1.77 points
 * (rules.md 6.5: "BBS 6.2 -> 7 points"). Judging compares with the published value, always.
 */
export function reachableChange(measureCode: string, threshold: number): number {
  const step = getMeasure(measureCode)?.step ?? 0;
  return step >= 1 && Number.isInteger(step) ? Math.ceil(threshold / step - ROUNDING) * step : threshold;
}
