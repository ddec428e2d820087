import { z } from 'zod';
import { CertificationCourse } from '#shared/compliance/certification-course.ts';
import { EpisodeHeader } from '#shared/patients/episode-header.ts';
import { PayerProfile } from '#shared/patients/model.ts';
import {
  ChangeRequestId,
  EpisodeId,
  PrescriptionDraftId,
  PrescriptionId,
  SessionId,
  StaffMemberId,
} from '#shared/platform/ids.ts';
import { StaffRole } from '#shared/platform/actor.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { ChangeProposal } from './change-proposal.ts';
import { PrescribedPrecaution, PrescriptionContent, PrescriptionDraftContent } from './model.ts';
import { PrecautionBasis } from './precaution-basis.ts';

/** Who did something, as a person reads it. */
export const Person = z.object({ staffMemberId: StaffMemberId, name: z.string(), role: StaffRole });
export type Person = z.infer<typeof Person>;

/** One signed version with its text and what became of it. */
export const PrescriptionVersion = z.object({
  prescriptionId: PrescriptionId,
  versionNumber: z.number().int(),
  supersedesId: PrescriptionId.nullable(),
  reason: z.string().nullable(),
  signedBy: Person,
  signedAt: z.string(),
  startsOn: PlainDate,
  endsOn: PlainDate,
  reEvaluationOn: PlainDate,
  visitsPrescribed: z.number().int(),
  opensPhase: z.boolean(),
  inForce: z.boolean(),
  endedOn: PlainDate.nullable(),
  endReason: z.string().nullable(),
  content: PrescriptionContent,
  acknowledgements: z.array(z.object({ by: Person, at: z.string() })),
});
export type PrescriptionVersion = z.infer<typeof PrescriptionVersion>;

/** The next version while it is being written. */
export const PrescriptionDraft = z.object({
  draftId: PrescriptionDraftId,
  content: PrescriptionDraftContent,
  version: z.number().int(),
  author: Person,
  basedOnId: PrescriptionId.nullable(),
  changeRequestId: ChangeRequestId.nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type PrescriptionDraft = z.infer<typeof PrescriptionDraft>;

/** A value of a measure as it stood when a change was asked for. */
export const SupportingMeasure = z.object({
  measureCode: z.string(),
  side: z.enum(['left', 'right']).nullable(),
  baseline: z.number(),
  baselineOn: PlainDate,
  latest: z.number(),
  latestOn: PlainDate,
});

/** The numbers behind a request, frozen when it was made. */
export const SupportingNumbers = z.object({
  measures: z.array(SupportingMeasure).default([]),
  lastSession: z
    .object({
      sessionDate: PlainDate,
      painBefore: z.number().nullable(),
      painAfter: z.number().nullable(),
    })
    .nullable()
    .default(null),
  visitsUsed: z.number().int().nullable().default(null),
  boardState: z.string().nullable().default(null),
  boardReason: z.string().nullable().default(null),
  /** What the therapist adds in numbers or words: "3 x 12 at 12 kg without pain". */
  lines: z.array(z.string().max(200)).max(10).default([]),
  /** What was asked for against the version of that day, in words with numbers; absent on older requests. */
  asks: z.string().nullish(),
});
export type SupportingNumbers = z.infer<typeof SupportingNumbers>;

export const REQUEST_STATUSES = [
  'open',
  'approved',
  'approved-with-changes',
  'declined',
  'withdrawn',
] as const;

export const ChangeRequest = z.object({
  changeRequestId: ChangeRequestId,
  prescriptionId: PrescriptionId,
  sessionId: SessionId.nullable(),
  requestedBy: Person,
  createdAt: z.string(),
  proposal: ChangeProposal,
  reason: z.string(),
  supporting: SupportingNumbers,
  status: z.enum(REQUEST_STATUSES),
  decidedBy: Person.nullable(),
  decidedAt: z.string().nullable(),
  decisionNote: z.string().nullable(),
  resultPrescriptionId: PrescriptionId.nullable(),
  version: z.number().int(),
});
export type ChangeRequest = z.infer<typeof ChangeRequest>;

/** One open request in the list of those who decide: whose, what is asked, since when. */
export const WaitingRequest = z.object({
  changeRequestId: ChangeRequestId,
  episodeId: EpisodeId,
  patientName: z.string(),
  mrn: z.string(),
  diagnosis: z.string(),
  asks: z.string().nullable(),
  reason: z.string(),
  askedBy: z.string(),
  askedAt: z.string(),
});
export type WaitingRequest = z.infer<typeof WaitingRequest>;

/** A latest valid value, for goals that start from where the patient is. */
export const LatestScore = z.object({
  measureCode: z.string(),
  side: z.enum(['left', 'right']).nullable(),
  value: z.number(),
  measuredOn: PlainDate,
});
export type LatestScore = z.infer<typeof LatestScore>;

/** Everything the prescription page shows. */
export const PrescriptionPage = z.object({
  header: EpisodeHeader,
  payerProfile: PayerProfile,
  /** What the certification of the plan rests on so far, where the payer asks for one: whether the next signature certifies late. */
  certification: CertificationCourse.nullable(),
  clinicName: z.string(),
  consultSigned: z.boolean(),
  /** Newest first. */
  versions: z.array(PrescriptionVersion),
  /** Only physiatrists see what is not signed. */
  draft: PrescriptionDraft.nullable(),
  /** Newest first. */
  requests: z.array(ChangeRequest),
  /** What the coded comorbidities ask for today. */
  proposedPrecautions: z.array(PrescribedPrecaution),
  /** What in the record calls for them, with its date. */
  precautionBasis: z.array(PrecautionBasis),
  /** What the patient's drugs change in therapy beyond the precautions: a corticosteroid, an opioid and its taper. */
  drugNotes: z.array(z.string()).optional(),
  /** Active conditions whose code Tandem cannot read: no precaution follows from them (see `unreadConditions`). */
  unreadConditions: z.array(z.string()),
  /** Diagnoses coded in this episode, to add to the draft. */
  diagnoses: PrescriptionDraftContent.shape.diagnoses,
  latestScores: z.array(LatestScore),
  thresholdChoices: z.array(
    z.object({ measureCode: z.string(), mdcTag: z.string().nullable(), mcidTag: z.string().nullable() }),
  ),
  /** The version in force has not been read by the person who asks, and is theirs to read. */
  unread: z.boolean(),
});
export type PrescriptionPage = z.infer<typeof PrescriptionPage>;

/** What a banner, a session sheet or a list shows of the prescription. */
export const PrescriptionStatus = z.object({
  inForce: z
    .object({
      prescriptionId: PrescriptionId,
      versionNumber: z.number().int(),
      startsOn: PlainDate,
      endsOn: PlainDate,
      reEvaluationOn: PlainDate,
      visitsPrescribed: z.number().int(),
      signedAt: z.string(),
      reason: z.string().nullable(),
    })
    .nullable(),
  unread: z.boolean(),
  openRequests: z.number().int(),
  draft: z.boolean(),
});
