import { z } from 'zod';
import { Addendum } from '#shared/corrections/addendum.ts';
import { GoalStatus, PlanKind } from '#shared/compliance/model.ts';
import { ProgressReportId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';

const Value = z.object({ value: z.number(), on: PlainDate });

/** A measure now against its baseline and the last report (rules.md PR-5); null where there is no value. */
export const ReportedMeasure = z.object({
  measureCode: z.string(),
  side: z.enum(['left', 'right']).nullable(),
  role: z.enum(['primary', 'secondary']),
  baseline: Value.nullable(),
  lastReport: Value.nullable(),
  now: Value.nullable(),
  /** The published error and importance that this report was read against. */
  mdc: z.number().nullable(),
  mcid: z.number().nullable(),
  goal: z.object({ description: z.string(), target: z.number(), targetOn: PlainDate }).nullable(),
});
export type ReportedMeasure = z.infer<typeof ReportedMeasure>;

/** A goal as the record stands: its measure at baseline and now. */
export const ReportedGoal = z.object({
  description: z.string(),
  measureCode: z.string(),
  side: z.enum(['left', 'right']).nullable(),
  target: z.number(),
  targetOn: PlainDate,
  baseline: Value.nullable(),
  now: Value.nullable(),
});
export type ReportedGoal = z.infer<typeof ReportedGoal>;

/** A goal as a clinician judged it in a report (rules.md PR-5). */
export const AssessedGoal = ReportedGoal.extend({ status: GoalStatus, comment: z.string() });
export type AssessedGoal = z.infer<typeof AssessedGoal>;

export const ProgressReportRecord = z.object({
  progressReportId: ProgressReportId,
  reportedOn: PlainDate,
  periodFrom: PlainDate,
  author: z.string(),
  signedAt: z.string(),
  measures: z.array(ReportedMeasure),
  goals: z.array(AssessedGoal),
  assessment: z.string(),
  planKind: PlanKind,
  plan: z.string(),
  addenda: z.array(Addendum).default([]),
});
export type ProgressReportRecord = z.infer<typeof ProgressReportRecord>;

/** What a report written today would cover. */
export const NextProgressReport = z.object({
  periodFrom: PlainDate,
  /** Last treatment by a clinician in the period; null when assistants alone treated (rules.md PR-4). */
  clinicianTreatedOn: PlainDate.nullable(),
  treatmentDaysSinceReport: z.number().int(),
  status: z.enum(['OK', 'DUE_SOON', 'DUE', 'OVERDUE']),
  measures: z.array(ReportedMeasure),
  goals: z.array(ReportedGoal),
});
export type NextProgressReport = z.infer<typeof NextProgressReport>;
