import type { Direction } from '#shared/outcomes/registry.ts';

/** What RC-1 must know of a measure. Thresholds are in the measure's own unit. */
export interface JudgedMeasure {
  direction: Direction;
  min: number | null;
  max: number | null;
  /** `min` and `max` are entry limits, not the ends of the scale. */
  boundsNominal?: boolean | undefined;
  /** Minimal detectable change: measurement error for one person. */
  mdc?: number | null | undefined;
  /** Minimal clinically important difference. */
  mcid?: number | null | undefined;
  /** Part of the baseline that counts as a response besides the thresholds, e.g. 0.3. */
  pctThreshold?: number | null | undefined;
  thresholdVerified: boolean;
  staleAfterDays?: number | undefined;
}

export interface Measurement {
  date: string;
  value: number;
  status?: 'enteredInError' | string | null | undefined;
}

/** Visits in this phase; those the clinic cancelled are not prescribed-to-date. */
export interface Attendance {
  attended: number;
  prescribedToDate: number;
}

/** One measure, one version, one side, one rater condition, one unit; `measurements` in the order of entry. */
export interface MeasureSeries {
  measure: JudgedMeasure;
  /** Date of the first treatment of the prescription phase. */
  phaseStart: string;
  asOf: string;
  attendance: Attendance | null;
  goal: number | null;
  measurements: readonly Measurement[];
}

export const RESPONSE_CLASSES = [
  'RESPONDING',
  'PARTIAL',
  'PLATEAU',
  'NO_CHANGE_YET',
  'WORSENING',
  'NOT_ASSESSABLE',
  'INSUFFICIENT_DATA',
] as const;
export type ResponseClass = (typeof RESPONSE_CLASSES)[number];

export type ResponseReason =
  | 'NO_THRESHOLD'
  | 'NO_MEASUREMENT'
  | 'ONE_MEASUREMENT'
  | 'MEASURE_STALE'
  | 'TOO_SOON'
  | 'WORSE_THAN_BASELINE'
  | 'RELAPSE'
  | 'CEILING_LIMITED'
  | 'MEANINGFUL_CHANGE'
  | 'GOAL_REACHED'
  | 'PLATEAU_WINDOW'
  | 'PLATEAU_LONG_GAP'
  | 'DETECTABLE_NOT_MEANINGFUL'
  | 'MCID_UNKNOWN'
  | 'NO_DETECTABLE_CHANGE';

export const MEASURE_FLAGS = [
  'ATTENDANCE_UNKNOWN',
  'BASELINE_AFTER_START',
  'BELOW_PCT_THRESHOLD',
  'CEILING_CAPPED',
  'GAINS_LOST',
  'GOAL_REACHED',
  'LATE_BASELINE',
  'LOW_ATTENDANCE',
  'LOW_EXPOSURE',
  'MCID_UNKNOWN',
  'MDC_UNKNOWN',
  'NEAR_THRESHOLD',
  'PARTIAL_GAIN',
  'PLATEAU_AFTER_RESPONSE',
  'UNCONFIRMED',
  'UNVERIFIED_THRESHOLD',
  'VALUES_REJECTED',
] as const;
export type MeasureFlag = (typeof MEASURE_FLAGS)[number];

export type Confidence = 'high' | 'medium' | 'low';

export interface DatedValue {
  date: string;
  value: number;
}

export interface MeasureJudgement {
  class: ResponseClass;
  reason: ResponseReason;
  baseline: DatedValue | null;
  latest: DatedValue | null;
  /** Signed change from the baseline; positive is better whatever the direction. */
  improvement: number | null;
  /** The same in percent of the baseline, one decimal; only for scales that start at zero. */
  improvementPct: number | null;
  /** Change that exceeds measurement error. */
  thresholdDetect: number | null;
  /** Change that matters, after any cap by the end of the scale. */
  thresholdMeaningful: number | null;
  flags: MeasureFlag[];
  confidence: Confidence | null;
  /** What the series said when it was last measured; only for `MEASURE_STALE`. */
  lastKnownClass?: ResponseClass | undefined;
}
