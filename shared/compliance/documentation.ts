import { Addendum } from '#shared/corrections/addendum.ts';
import { z } from 'zod';
import { EnteredInError } from '#shared/corrections/entered-in-error.ts';
import { EpisodeHeader } from '#shared/patients/episode-header.ts';
import { SessionPatient } from '#shared/sessions/sheet.ts';
import {
  DischargeNoteId,
  EpisodeId,
  PlanCertificationId,
  PlanSendingId,
  PrescriptionId,
  ProgressReportId,
  StaffMemberId,
  TherapyAmountId,
} from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { AssessedGoal, ReportedGoal, ReportedMeasure } from '#shared/sessions/progress-reports.ts';
import { PrescribedDiagnosis, PrescribedGoal } from '#shared/prescriptions/model.ts';
import { ComplianceFacts, SendingMethod } from './model.ts';

/** A version of the plan of care: what POC-2 asks for, and who signed it. */
const PlanVersion = z.object({
  prescriptionId: PrescriptionId,
  versionNumber: z.number().int(),
  startsOn: PlainDate,
  endsOn: PlainDate,
  signedOn: PlainDate,
  signedBy: z.string(),
  inForce: z.boolean(),
  /** The signature was also the statement that certifies the plan. */
  certifiesPlan: z.boolean(),
});
export type PlanVersion = z.infer<typeof PlanVersion>;

const PlanSendingRecord = z.object({
  planSendingId: PlanSendingId,
  prescriptionId: PrescriptionId,
  versionNumber: z.number().int(),
  sentOn: PlainDate,
  sentTo: z.string(),
  method: SendingMethod,
  evidence: z.string().nullable(),
  recordedById: StaffMemberId,
  recordedBy: z.string(),
  recordedAt: z.string(),
  enteredInError: EnteredInError.nullish(),
});
export type PlanSendingRecord = z.infer<typeof PlanSendingRecord>;

/** A statement of its own that certifies a version, or the reason why its certification came late (CERT-7). */
const PlanCertificationRecord = z.object({
  planCertificationId: PlanCertificationId,
  prescriptionId: PrescriptionId,
  versionNumber: z.number().int(),
  certifiedBy: z.string(),
  certifiedAt: z.string(),
  reason: z.string().nullable(),
  involvement: z.string().nullable(),
});
export type PlanCertificationRecord = z.infer<typeof PlanCertificationRecord>;

export const DischargeNoteRecord = z.object({
  dischargeNoteId: DischargeNoteId,
  author: z.string(),
  writtenOn: PlainDate,
  periodFrom: PlainDate,
  dischargedOn: PlainDate,
  planned: z.boolean(),
  measures: z.array(ReportedMeasure),
  goals: z.array(AssessedGoal),
  summary: z.string(),
  planAfter: z.string(),
  signedAt: z.string(),
  addenda: z.array(Addendum).default([]),
});
export type DischargeNoteRecord = z.infer<typeof DischargeNoteRecord>;

/** What a discharge note written today would take from the record. */
export const DischargeBasis = z.object({
  periodFrom: PlainDate,
  measures: z.array(ReportedMeasure),
  goals: z.array(ReportedGoal),
});
export type DischargeBasis = z.infer<typeof DischargeBasis>;

/** The newest version's content, as far as a plan of care needs it. */
const PlanContent = z.object({
  diagnoses: z.array(PrescribedDiagnosis),
  goals: z.array(PrescribedGoal),
  interventions: z.array(z.looseObject({ code: z.string(), name: z.string() })),
  frequencyPerWeek: z.number().int(),
  durationWeeks: z.number().int(),
  amountPerDay: z.number().int().nullish(),
  durationVisits: z.number().int().nullish(),
});

export const DocumentationPage = z.object({
  today: PlainDate,
  timeZone: z.string(),
  patient: SessionPatient,
  episode: z.object({
    episodeId: EpisodeId,
    concern: z.string(),
    diagnosis: z.string().nullable(),
    closeReason: z.string().nullable(),
  }),
  facts: ComplianceFacts,
  plan: PlanContent.nullable(),
  versions: z.array(PlanVersion),
  sendings: z.array(PlanSendingRecord),
  certifications: z.array(PlanCertificationRecord),
  reports: z.array(
    z.object({
      progressReportId: ProgressReportId,
      periodFrom: PlainDate,
      reportedOn: PlainDate,
      author: z.string(),
    }),
  ),
  /** For the banner. */
  header: EpisodeHeader,
  dischargeNote: DischargeNoteRecord.nullable(),
  dischargeBasis: DischargeBasis.nullable(),
});
export type DocumentationPage = z.infer<typeof DocumentationPage>;

export const TherapyAmountRecord = z.object({
  therapyAmountId: TherapyAmountId,
  year: z.number().int(),
  amountCents: z.number().int(),
  asOfOn: PlainDate,
  source: z.string(),
  recordedById: StaffMemberId,
  recordedBy: z.string(),
  recordedAt: z.string(),
  enteredInError: EnteredInError.nullish(),
});
export type TherapyAmountRecord = z.infer<typeof TherapyAmountRecord>;
