/** Name of the algorithm and of this set of constants; stored with every verdict. */
export const ALGORITHM = 'RC-1';

/**
 * Every constant of RC-1 that is not a published threshold. All are product policy [P] of rules.md 6.2, kept together so
 * that a clinic can see them and a change gets a new algorithm name.
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
} as const;
