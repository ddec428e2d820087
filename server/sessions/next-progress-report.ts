import { documentationOf } from '#shared/compliance/documentation-values.ts';
import { progressReport } from '#shared/compliance/progress-report.ts';
import type { PayerProfile } from '#shared/patients/model.ts';
import { addDays, type PlainDate } from '#shared/platform/time.ts';
import {
  reportedGoals,
  reportedMeasures,
  type ProgressMeasureFacts,
} from '#shared/sessions/progress-measures.ts';
import type { NextProgressReport } from '#shared/sessions/progress-reports.ts';
import type { RawProgress } from './raw-facts.ts';

/** The facts of a progress report as PostgreSQL answers them. */
export interface RawProgressFacts extends Omit<ProgressMeasureFacts, 'lastReportOn'> {
  patientId: string;
  openedOn: PlainDate;
  status: 'open' | 'closed';
  timeZone: string;
  payerProfile: PayerProfile;
  progress: RawProgress;
}

/** What a report signed on `today` covers. The first period begins with the first treatment (rules.md PR-1, PR-2). */
export function nextProgressReport(facts: RawProgressFacts, today: PlainDate): NextProgressReport {
  const { clinicValues, lastReportOn, clinicianTreatedOn = null, treatmentDates } = facts.progress;
  return {
    clinicianTreatedOn,
    ...progressReport(
      { treatmentDates, lastProgressReportDate: lastReportOn, asOf: today },
      documentationOf(clinicValues),
    ),
    periodFrom: lastReportOn === null ? (facts.firstTreatmentOn ?? facts.openedOn) : addDays(lastReportOn, 1),
    measures: reportedMeasures({ ...facts, lastReportOn }, today),
    goals: reportedGoals({ ...facts, lastReportOn }, today),
  };
}
