import { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { z } from 'zod';
import { Addendum, NewAddendum } from '#shared/corrections/addendum.ts';
import { EnteredInError, ErrorReason } from '#shared/corrections/entered-in-error.ts';
import { documentEndpoint } from '#shared/documents/document-endpoint.ts';
import { SessionPatient } from '#shared/sessions/sheet.ts';
import { CLINICAL_ROLES } from '#shared/platform/actor.ts';
import { ASSISTANT_LIMITS } from '#shared/platform/assistant.ts';
import { endpoint, onEpisode, requiredText, text } from '#shared/platform/endpoint.ts';
import {
  DischargeNoteId,
  PatientId,
  PlanCertificationId,
  PlanSendingId,
  PrescriptionId,
  ProgressReportId,
  TherapyAmountId,
} from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { THERAPIST_ROLES } from '#shared/prescriptions/policy.ts';
import { DelayWords } from './delayed-certification.ts';
import { DocumentationPage, TherapyAmountRecord } from './documentation.ts';
import { GoalJudgement, SendingMethod } from './model.ts';

const onPatient = z.object({ patientId: PatientId });

/** A clinician who answers for a plan; the assistant is told why not. */
const clinicians = { permission: ['physiatrist', ...THERAPIST_ROLES] } as const;

export const complianceApi = {
  documentation: endpoint({
    id: 'compliance.documentation',
    method: 'GET',
    path: '/api/episodes/:episodeId/documentation',
    summary: 'What the payer of an episode asks of its record, what is there, and its documents',
    permission: CLINICAL_ROLES,
    params: onEpisode,
    response: DocumentationPage,
  }),
  recordSending: endpoint({
    id: 'compliance.record-plan-sending',
    method: 'POST',
    path: '/api/episodes/:episodeId/plan-sendings',
    summary: 'Record that a version of the plan of care was sent, to whom, how and with what evidence',
    ...clinicians,
    refusals: { 'physical-therapist-assistant': ASSISTANT_LIMITS.planCare },
    params: onEpisode,
    body: z.object({
      prescriptionId: PrescriptionId,
      sentOn: PlainDate,
      sentTo: requiredText(200, 'To whom it was sent'),
      method: SendingMethod,
      evidence: text(300).nullable(),
    }),
    response: z.object({ planSendingId: PlanSendingId }),
    errors: ['conflict'],
    idempotent: true,
  }),
  certify: endpoint({
    id: 'compliance.certify-plan',
    method: 'POST',
    path: '/api/episodes/:episodeId/plan-certifications',
    summary: 'Certify a signed version by a dated statement, or say why its certification came late',
    permission: ['physiatrist'],
    params: onEpisode,
    body: DelayWords.extend({ prescriptionId: PrescriptionId }),
    response: z.object({ planCertificationId: PlanCertificationId }),
    errors: ['conflict'],
    idempotent: true,
  }),
  markSendingError: endpoint({
    id: 'compliance.mark-sending-error',
    method: 'POST',
    path: '/api/episodes/:episodeId/plan-sendings/:planSendingId/error',
    summary: 'Mark evidence of sending as entered in error: it stays readable and proves nothing',
    ...clinicians,
    refusals: { 'physical-therapist-assistant': ASSISTANT_LIMITS.planCare },
    params: onEpisode.extend({ planSendingId: PlanSendingId }),
    body: z.object({ reason: ErrorReason }),
    response: EnteredInError,
    errors: ['conflict'],
    idempotent: true,
  }),
  signDischargeNote: endpoint({
    id: 'compliance.sign-discharge-note',
    method: 'POST',
    path: '/api/episodes/:episodeId/discharge-note',
    summary: 'Write and sign the discharge note of a closed episode: its last progress report',
    ...clinicians,
    refusals: { 'physical-therapist-assistant': ASSISTANT_LIMITS.discharge },
    params: onEpisode,
    body: z.object({
      planned: z.boolean(),
      goals: z.array(GoalJudgement).max(10).default([]),
      summary: requiredText(4000, 'A summary'),
      planAfter: requiredText(4000, 'A plan after discharge'),
    }),
    response: z.object({ dischargeNoteId: DischargeNoteId, writtenOn: PlainDate }),
    errors: ['conflict', 'already-signed'],
    idempotent: true,
  }),
  addendReport: endpoint({
    id: 'compliance.addend-progress-report',
    method: 'POST',
    path: '/api/episodes/:episodeId/progress-reports/:progressReportId/addenda',
    summary: 'Add to a signed progress report, with the reason; the report stays as it was signed',
    ...clinicians,
    refusals: { 'physical-therapist-assistant': ASSISTANT_LIMITS.addendReport },
    params: onEpisode.extend({ progressReportId: ProgressReportId }),
    body: NewAddendum,
    response: Addendum,
    idempotent: true,
  }),
  addendDischargeNote: endpoint({
    id: 'compliance.addend-discharge-note',
    method: 'POST',
    path: '/api/episodes/:episodeId/discharge-note/addenda',
    summary: 'Add to the signed discharge note, with the reason; the note stays as it was signed',
    ...clinicians,
    refusals: { 'physical-therapist-assistant': ASSISTANT_LIMITS.addendReport },
    params: onEpisode,
    body: NewAddendum,
    response: Addendum,
    idempotent: true,
  }),
  therapyAmounts: endpoint({
    id: 'compliance.list-therapy-amounts',
    method: 'GET',
    path: '/api/patients/:patientId/therapy-amounts',
    summary: 'Allowed amounts of therapy in each calendar year, as entered, against the KX threshold',
    permission: [...CLINICAL_ROLES, 'administrator'],
    params: onPatient,
    response: z.object({
      patient: SessionPatient,
      today: PlainDate,
      /** Of the patient's clinic. */
      clinicValues: ClinicOverrides,
      amounts: z.array(TherapyAmountRecord),
    }),
  }),
  enterAmount: endpoint({
    id: 'compliance.enter-therapy-amount',
    method: 'POST',
    path: '/api/patients/:patientId/therapy-amounts',
    summary: 'Enter the allowed amount of a calendar year to date, with its date and source',
    permission: ['administrator'],
    params: onPatient,
    body: z.object({
      amountCents: z.number().int().min(0).max(100_000_000),
      asOfOn: PlainDate,
      source: requiredText(200, 'A source'),
    }),
    response: z.object({ therapyAmountId: TherapyAmountId }),
    errors: ['conflict'],
    idempotent: true,
  }),
  markAmountError: endpoint({
    id: 'compliance.mark-amount-error',
    method: 'POST',
    path: '/api/patients/:patientId/therapy-amounts/:therapyAmountId/error',
    summary: 'Mark an amount as entered in error: it stays readable, and the one before it counts again',
    permission: ['administrator'],
    params: onPatient.extend({ therapyAmountId: TherapyAmountId }),
    body: z.object({ reason: ErrorReason }),
    response: EnteredInError,
    errors: ['conflict'],
    idempotent: true,
  }),
  planOfCare: documentEndpoint({
    id: 'compliance.plan-of-care',
    path: '/api/episodes/:episodeId/plans-of-care/:prescriptionId',
    summary: 'A version of the plan of care, to send and to certify',
    permission: CLINICAL_ROLES,
    params: onEpisode.extend({ prescriptionId: PrescriptionId }),
  }),
  progressReport: documentEndpoint({
    id: 'compliance.progress-report',
    path: '/api/episodes/:episodeId/progress-reports/:progressReportId/document',
    summary: 'A signed progress report',
    permission: CLINICAL_ROLES,
    params: onEpisode.extend({ progressReportId: ProgressReportId }),
  }),
  dischargeSummary: documentEndpoint({
    id: 'compliance.discharge-summary',
    path: '/api/episodes/:episodeId/discharge-summary',
    summary: 'The discharge summary: the course of the episode and its signed discharge note',
    permission: CLINICAL_ROLES,
    params: onEpisode,
    errors: ['conflict'],
  }),
};
