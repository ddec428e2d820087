import type { Confidence, MeasureFlag, ResponseClass } from './measure-judgement.ts';
import type { Rc1 } from './rc1.ts';

const LOWERS: readonly (readonly [MeasureFlag, keyof Rc1])[] = [
  ['UNCONFIRMED', 'stepsUnconfirmed'],
  ['LATE_BASELINE', 'stepsLateBaseline'],
  ['BELOW_PCT_THRESHOLD', 'stepsBelowPercent'],
  ['UNVERIFIED_THRESHOLD', 'stepsUnverified'],
  ['MDC_UNKNOWN', 'stepsErrorUnknown'],
  ['BASELINE_AFTER_START', 'stepsBaselineAfterStart'],
  ['GAINS_LOST', 'stepsGainsLost'],
];
const ATTENDANCE_MATTERS: readonly ResponseClass[] = ['PLATEAU', 'NO_CHANGE_YET', 'PARTIAL'];

/** Step 8: starts high, each weakness of the evidence takes a step away. */
export function confidenceOf(
  judged: ResponseClass,
  flags: ReadonlySet<MeasureFlag>,
  rc1: Rc1,
): Confidence | null {
  if (judged === 'INSUFFICIENT_DATA' || judged === 'NOT_ASSESSABLE') return null;
  let steps = 2;
  for (const [flag, taken] of LOWERS) if (flags.has(flag)) steps -= rc1[taken];
  if (judged === 'PLATEAU' && flags.has('NEAR_THRESHOLD')) steps -= rc1.stepsNearThreshold;
  if (ATTENDANCE_MATTERS.includes(judged) && flags.has('LOW_ATTENDANCE')) steps -= rc1.stepsLowAttendance;
  if (steps >= 2) return 'high';
  return steps === 1 ? 'medium' : 'low';
}
