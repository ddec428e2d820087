import type { PlainDate } from '#shared/platform/time.ts';

import { DOCUMENTATION, type DocumentationValues } from './documentation-values.ts';

export interface ProgressReportFacts {
  /** Dates with at least one treatment; repeats and future bookings do not count. */
  treatmentDates: readonly PlainDate[];
  lastProgressReportDate: PlainDate | null;
  asOf: PlainDate;
}

export type ProgressReportStatus = 'OK' | 'DUE_SOON' | 'DUE' | 'OVERDUE';

/** A report is due on the tenth treatment day since the last one (rules.md PR-1, S3). */
const DUE_ON_TREATMENT_DAY = 10;

/** Counts treatment days since the last progress report and says whether the next is due (rules.md 1.3). */
export function progressReport(
  { treatmentDates, lastProgressReportDate, asOf }: ProgressReportFacts,
  { reportDueSoonFrom }: DocumentationValues = DOCUMENTATION,
): {
  treatmentDaysSinceReport: number;
  status: ProgressReportStatus;
} {
  const since = new Set(
    treatmentDates.filter(
      (date) => date <= asOf && (lastProgressReportDate === null || date > lastProgressReportDate),
    ),
  ).size;
  if (since > DUE_ON_TREATMENT_DAY) return { treatmentDaysSinceReport: since, status: 'OVERDUE' };
  if (since === DUE_ON_TREATMENT_DAY) return { treatmentDaysSinceReport: since, status: 'DUE' };
  return { treatmentDaysSinceReport: since, status: since >= reportDueSoonFrom ? 'DUE_SOON' : 'OK' };
}
