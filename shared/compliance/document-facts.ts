import type { CertificationCourse } from './certification-course.ts';
import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import type { PayerProfile } from '#shared/patients/model.ts';
import type { PlainDate } from '#shared/platform/time.ts';
import type { PrescriptionContent } from '#shared/prescriptions/model.ts';
import type { ProgressReportRecord } from '#shared/sessions/progress-reports.ts';
import type { DischargeNoteRecord, PlanVersion } from './documentation.ts';

/** What every document of an episode says of whom and what it is about. */
export interface DocumentSubject {
  organization: string;
  clinic: string;
  timeZone: string;
  /** What the clinic has set differently from Tandem's defaults. */
  clinicValues: ClinicOverrides;
  patient: { familyName: string; givenName: string; birthDate: PlainDate; sex: string; mrn: string };
  episode: {
    concern: string;
    /** Words and code; null while nothing is diagnosed. */
    diagnosis: string | null;
    openedOn: PlainDate;
    onsetOn: PlainDate | null;
    payerProfile: PayerProfile;
  };
}

export interface PlanOfCareFacts extends DocumentSubject {
  version: PlanVersion & {
    content: PrescriptionContent;
    reason: string | null;
    /** A statement of its own that certified it, or the reason why its certification came late. */
    certifiedLater: {
      by: string;
      at: string;
      reason: string | null;
      involvement: string | null;
    } | null;
  };
  certification: CertificationCourse;
  signedAt: string;
}

export interface ProgressReportFacts extends DocumentSubject {
  report: ProgressReportRecord;
  /** Treatment dates of the period, and who treated. */
  treatmentDates: PlainDate[];
  treatedBy: string[];
}

export interface DischargeSummaryFacts extends DocumentSubject {
  closedOn: PlainDate;
  closeReason: string | null;
  note: DischargeNoteRecord | null;
  firstTreatmentOn: PlainDate | null;
  lastTreatmentOn: PlainDate | null;
  attended: number;
  missed: number;
  versions: {
    versionNumber: number;
    startsOn: PlainDate;
    endedOn: PlainDate | null;
    reason: string | null;
  }[];
  procedures: { display: string; performedOn: PlainDate }[];
  homeProgramme: string | null;
}
