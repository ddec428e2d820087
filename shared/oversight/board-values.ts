import { inForce, type ClinicOverrides } from '#shared/clinic-values/overrides.ts';

/** When the board asks for attention although the verdict does not (product policy). */
export const BOARD = {
  /** A plan this near its end is shown. */
  planEndingDays: 14,
  fewVisits: 2,
  /** A first treatment this long ago without any score is missing data, not an early phase. */
  firstScoreDays: 7,
  /** A single score older than so many times its interval is missing data. */
  overdueIntervals: 2,
};
export type BoardValues = Readonly<typeof BOARD>;

/** The board's values as they hold in a clinic. */
export const boardOf = (overrides: ClinicOverrides): BoardValues =>
  inForce<BoardValues>('board', BOARD, overrides);

/** Business days within which the physiatrist looks at an episode that asks for it (rules.md 6.3 V3; product policy). */
export const REVIEW = { urgentDays: 2, ordinaryDays: 5 };
export type ReviewValues = Readonly<typeof REVIEW>;

/** The time for a review as it holds in a clinic. */
export const reviewOf = (overrides: ClinicOverrides): ReviewValues =>
  inForce<ReviewValues>('review', REVIEW, overrides);
