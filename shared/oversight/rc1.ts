import { getMeasure } from '#shared/outcomes/registry.ts';
import { inForce, type ClinicOverrides } from '#shared/clinic-values/overrides.ts';

/** Name of the algorithm; stored with every verdict, together with the values of the clinic that differ from those below. */
export const ALGORITHM = 'RC-1';

/**
 * Every constant of RC-1 that is not a published threshold. All are product policy [P] of rules.md 6.2, kept together so
 * that a clinic sees them and may set its own.
 */
export const RC1 = {
  /** A score this many days before the phase may still be its baseline. */
  baselineBeforeDays: 30,
  /** A first score within this many days after the start is only "late". */
  lateBaselineDays: 7,
  /** Change sooner than this after the baseline is not judged as improvement. */
  tooSoonDays: 7,
  staleAfterDays: 45,
  windowDays: 21,
  windowScores: 3,
  /** A whole window that improves by this part of the detectable change is a trend, not a plateau. */
  windowShare: 0.5,
  longGapDays: 42,
  exposedDays: 28,
  exposedVisits: 6,
  lowAttendance: 0.7,
  attendanceFromVisits: 3,
  nearShare: 0.5,
  /** Steps of confidence that each weakness of the evidence takes away; it starts at 2, which is high. */
  stepsUnconfirmed: 1,
  stepsLateBaseline: 1,
  stepsBelowPercent: 1,
  stepsUnverified: 1,
  stepsErrorUnknown: 1,
  stepsNearThreshold: 1,
  stepsLowAttendance: 1,
  stepsBaselineAfterStart: 2,
  stepsGainsLost: 2,
  stepsSecondaryWorsening: 1,
};
export type Rc1 = Readonly<typeof RC1>;

/** RC-1 as it holds in a clinic. */
export const rc1Of = (overrides: ClinicOverrides): Rc1 => inForce<Rc1>('rc1', RC1, overrides);

/** Days after which the last score of a measure no longer judges: the measure's own, else RC-1's (rules.md 6.2, step 5). */
export const staleAfterDaysOf = (measureCode: string, rc1: Rc1): number =>
  getMeasure(measureCode)?.staleAfterDays ?? rc1.staleAfterDays;
