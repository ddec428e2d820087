import { z } from 'zod';
import { PatientRow } from '#shared/patients/chart.ts';
import { Sex, Side } from '#shared/patients/model.ts';
import { CareRequestId, ClinicId, EpisodeId, PatientId, StaffMemberId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { IntakeAnswers } from './answers.ts';
import { AddedInformation, RequestStatus } from './model.ts';
import { TriageInput, TriageRoute, TriageRuleId } from './triage.ts';

export const NearRuleOnFile = z.object({
  rule: TriageRuleId,
  route: TriageRoute,
  kind: z.enum(['also', 'nearly']),
  why: z.string(),
});
export type NearRuleOnFile = z.infer<typeof NearRuleOnFile>;

/** One line of the queue: how old, who, what, where to, why, whose. */
export const QueueRow = z.object({
  careRequestId: CareRequestId,
  reference: z.string(),
  createdAt: z.string(),
  clinicName: z.string(),
  timeZone: z.string(),
  submittedVia: z.enum(['public', 'staff']),
  familyName: z.string(),
  givenName: z.string(),
  birthDate: PlainDate,
  sex: Sex,
  concern: z.string(),
  triageRoute: TriageRoute,
  triageRule: TriageRuleId,
  /** Why the rule fired, in words. */
  why: z.string(),
  near: z.array(NearRuleOnFile),
  overriddenRoute: TriageRoute.nullable(),
  status: RequestStatus,
  ownerId: StaffMemberId.nullable(),
  ownerName: z.string().nullable(),
  decidedAt: z.string().nullable(),
  version: z.number().int(),
});
export type QueueRow = z.infer<typeof QueueRow>;

const likeness = z.object({
  strength: z.enum(['same', 'likely', 'possible']),
  agrees: z.array(z.enum(['name', 'similar name', 'birth date', 'similar birth date', 'phone', 'e-mail'])),
});

/** Somebody in the register who may be the person asking. */
export const PossiblePatient = PatientRow.extend({
  phone: z.string().nullable(),
  email: z.string().nullable(),
  likeness,
});
export type PossiblePatient = z.infer<typeof PossiblePatient>;

/** Another request that may be about the same person. */
export const PossibleRequest = z.object({
  careRequestId: CareRequestId,
  reference: z.string(),
  createdAt: z.string(),
  status: RequestStatus,
  concern: z.string(),
  familyName: z.string(),
  givenName: z.string(),
  birthDate: PlainDate,
  likeness,
});
export type PossibleRequest = z.infer<typeof PossibleRequest>;

/** The whole request, with what triage made of it and who it may be. */
export const RequestDetail = QueueRow.extend({
  clinicId: ClinicId,
  submitter: z.string().nullable(),
  submitterName: z.string().nullable(),
  submitterContact: z.string().nullable(),
  createdBy: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  bodyRegion: z.string(),
  side: Side.nullable(),
  narrative: z.string().nullable(),
  answers: IntakeAnswers,
  added: z.array(AddedInformation),
  triageVersion: z.string(),
  triageInput: TriageInput,
  overrideReason: z.string().nullable(),
  informationAsked: z.string().nullable(),
  decidedBy: z.string().nullable(),
  declineReason: z.string().nullable(),
  patientId: PatientId.nullable(),
  episodeId: EpisodeId.nullable(),
  possiblePatients: z.array(PossiblePatient),
  possibleRequests: z.array(PossibleRequest),
});
export type RequestDetail = z.infer<typeof RequestDetail>;
