import { z } from 'zod';
import { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { Addendum } from '#shared/corrections/addendum.ts';
import { RecentProcedure } from '#shared/orders/therapy-rest.ts';
import { EducationGiven } from '#shared/home-programme/education.ts';
import { HomeCare } from '#shared/home-programme/home-care.ts';
import { Dose } from '#shared/prescriptions/bounds.ts';
import { PrescriptionContent } from '#shared/prescriptions/model.ts';
import {
  ChangeRequestId,
  EpisodeId,
  PatientId,
  PrescriptionId,
  SafetyHoldId,
  SessionId,
  StaffMemberId,
} from '#shared/platform/ids.ts';
import { EpisodeHeader } from '#shared/patients/episode-header.ts';
import { Sex } from '#shared/patients/model.ts';
import { DIFFERENCE_AREAS } from '#shared/prescriptions/difference.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { TookPart } from './took-part.ts';
import { NOTHING_ELSE_THAT_DAY, SameDay } from './same-day.ts';
import { KnownInr } from '#shared/prescriptions/inr.ts';
import {
  AcknowledgedPrecaution,
  NoteProvenance,
  PerformedIntervention,
  SessionBilling,
  SessionDraft,
  SessionStatus,
  SessionVitals,
} from './model.ts';

/** Who the sheet is about, for the banner. */
export const SessionPatient = z.object({
  patientId: PatientId,
  familyName: z.string(),
  givenName: z.string(),
  birthDate: PlainDate,
  sex: Sex,
  mrn: z.string(),
});

export const SessionEpisode = z.object({
  episodeId: EpisodeId,
  concern: z.string(),
  side: z.string().nullable(),
  diagnosis: z.string().nullable(),
  status: z.enum(['open', 'closed']),
  openedOn: PlainDate,
  payerProfile: z.enum(['none', 'medicare_part_b']),
  timeZone: z.string(),
  /** What the clinic has set differently from Tandem's defaults. */
  clinicValues: ClinicOverrides,
});

/** What a reader has not read yet: how the version differs from the last one they have read, or from the one before it. */
export const UnreadChanges = z.object({
  /** Null: it is the first prescription. */
  since: z.number().int().nullable(),
  differences: z.array(
    z.object({
      area: z.enum(DIFFERENCE_AREAS),
      kind: z.enum(['added', 'removed', 'changed']),
      what: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      path: z.string(),
      row: z.string().nullable(),
    }),
  ),
});
export type UnreadChanges = z.infer<typeof UnreadChanges>;

/** The version that governs the session's day. */
export const SheetPrescription = z.object({
  prescriptionId: PrescriptionId,
  versionNumber: z.number().int(),
  startsOn: PlainDate,
  endsOn: PlainDate,
  visitsPrescribed: z.number().int(),
  signedAt: z.string(),
  signedBy: z.string(),
  reason: z.string().nullable(),
  /** Whether the reader has marked this version as read. */
  acknowledged: z.boolean(),
  /** What is new in it; null once it is read. */
  unread: UnreadChanges.nullish(),
  content: PrescriptionContent,
});
export type SheetPrescription = z.infer<typeof SheetPrescription>;

/** A hold of the patient that is open, or was when the session may have been held. */
export const HoldOfDay = z.object({
  safetyHoldId: SafetyHoldId,
  code: z.string(),
  /** `prompt` stops the treatment of a leg only (see `stopsLimb`). */
  level: z.enum(['emergency', 'urgent', 'prompt']),
  note: z.string(),
  openedAt: z.string(),
  openedBy: z.string(),
  closedAt: z.string().nullable(),
  /** What the episode is about in which it was raised, when that is another one. */
  elsewhere: z.string().nullable(),
});
export type HoldOfDay = z.infer<typeof HoldOfDay>;

const CertificationState = z.object({
  initial: z.enum([
    'CERTIFIED_BY_SIGNATURE',
    'CERTIFIED_DELAYED',
    'CERTIFIED_BY_ORDER',
    'PENDING',
    'OVERDUE',
  ]),
  /** Null while nothing certifies the plan. */
  recertification: z.enum(['OK', 'RECERT_DUE_SOON', 'EXPIRED']).nullable(),
  certifiedThrough: PlainDate,
  /** After a correction of the payer: until then treatment goes on uncertified (CERT-7). */
  careUntil: PlainDate.nullish(),
});
export type CertificationState = z.infer<typeof CertificationState>;

export const ProgressReportDue = z.object({
  treatmentDaysSinceReport: z.number().int(),
  status: z.enum(['OK', 'DUE_SOON', 'DUE', 'OVERDUE']),
  lastReportOn: PlainDate.nullable(),
  /** The last treatment in this period that a clinician gave, not an assistant (rules.md PR-4 [M]). */
  clinicianTreatedOn: PlainDate.nullish(),
});

export const MeasureDueView = z.object({
  measureCode: z.string(),
  side: z.enum(['left', 'right']).nullable(),
  role: z.enum(['primary', 'secondary']),
  lastOn: PlainDate.nullable(),
  dueOn: PlainDate.nullable(),
  isDue: z.boolean(),
  daysOverdue: z.number().int(),
});

/** A signed session as a column of the grid. */
export const PastSession = z.object({
  sessionId: SessionId,
  sessionDate: PlainDate,
  therapistName: z.string(),
  painBefore: z.number().int().nullable(),
  painAfter: z.number().int().nullable(),
  subjective: z.string().nullable(),
  objective: z.string().nullable(),
  assessment: z.string().nullable(),
  plan: z.string().nullable(),
  interventions: z.array(PerformedIntervention),
  provenance: NoteProvenance.nullish(),
  /** What was added to the note after it was signed. */
  addenda: z.array(Addendum).default([]),
});
export type PastSession = z.infer<typeof PastSession>;

export const LatestScore = z.object({
  measureCode: z.string(),
  side: z.enum(['left', 'right']).nullable(),
  condition: z.string().nullable(),
  value: z.number(),
  measuredOn: PlainDate,
});

/** What the gate looks at besides what the sheet itself holds. */
export const GateBasis = z.object({
  consultSigned: z.boolean(),
  therapistOnTeam: z.boolean(),
  visitsUsed: z.number().int(),
  /** The version that governs was ended while the visit was under way. */
  endedMeanwhile: z.boolean().optional(),
  certification: CertificationState.nullable(),
  /** Of every episode of the patient: what stops all therapy, and what stops a leg. */
  holds: z.array(HoldOfDay).default([]),
  bodyRegion: z.string().optional(),
  /** The last INR known by the session's day, wherever it was entered; not that of the session itself. */
  inr: KnownInr.nullish(),
  procedures: z.array(RecentProcedure),
});
export type GateBasis = z.infer<typeof GateBasis>;

/** What an assistant's note waits for, or who took responsibility for it. */
export const Cosignature = z.object({
  by: z.string().nullable(),
  at: z.string().nullable(),
  note: z.string().nullable(),
});
export type Cosignature = z.infer<typeof Cosignature>;

/** A signed note. */
export const SignedNote = z.object({
  signedAt: z.string(),
  signedBy: z.string(),
  painBefore: z.number().int().nullable(),
  painAfter: z.number().int().nullable(),
  vitals: SessionVitals.nullable(),
  homeDaysDone: z.number().int().nullable(),
  homeDaysPrescribed: z.number().int().nullable(),
  homeDifficulty: z.number().int().nullish(),
  homePain: z.number().int().nullish(),
  education: z.array(EducationGiven).nullish(),
  subjective: z.string().nullable(),
  objective: z.string().nullable(),
  assessment: z.string().nullable(),
  plan: z.string().nullable(),
  billing: SessionBilling.nullable(),
  interventions: z.array(PerformedIntervention),
  /** Precautions of what was given, as they were acknowledged; null on notes of before this was asked. */
  acknowledged: z.array(AcknowledgedPrecaution).nullish(),
  startedTime: z.string().nullish(),
  endedTime: z.string().nullish(),
  response: z.string().nullish(),
  adverseEvent: z.string().nullish(),
  tookPart: z.array(TookPart).nullish(),
  provenance: NoteProvenance.nullish(),
  signedById: StaffMemberId.nullish(),
  /** Null when a therapist signed it: nothing waits. */
  cosignature: Cosignature.nullish(),
  addenda: z.array(Addendum).default([]),
  scores: z.array(
    LatestScore.extend({ warningConfirmed: z.string().nullable(), error: z.string().nullable() }),
  ),
});
export type SignedNote = z.infer<typeof SignedNote>;

export const SessionHead = z.object({
  sessionId: SessionId,
  status: SessionStatus,
  scheduledAt: z.string(),
  endsAt: z.string(),
  sessionDate: PlainDate,
  therapistId: StaffMemberId,
  therapistName: z.string(),
  arrivedAt: z.string().nullable(),
  missReason: z.string().nullable(),
  cancelledBy: z.enum(['patient', 'clinic']).nullable(),
  version: z.number().int(),
  updatedAt: z.string(),
});
export type SessionHead = z.infer<typeof SessionHead>;

/** A change that was asked for and is not decided yet: inert until a physiatrist signs. */
export const AskedChange = z.object({
  changeRequestId: ChangeRequestId,
  askedAt: z.string(),
  reason: z.string(),
});

/** One screen: the whole session sheet, or the signed note. */
export const SessionSheet = z.object({
  session: SessionHead,
  /** The banner, the same on every page. */
  header: EpisodeHeader,
  patient: SessionPatient,
  episode: SessionEpisode,
  prescription: SheetPrescription.nullable(),
  gate: GateBasis,
  /** The chart lists insulin or a secretagogue: glucose under 100 asks for carbohydrate first (rules.md 4.3). */
  lowersGlucose: z.boolean().default(false),
  /** What the patient's drugs change in therapy beyond the precautions: a corticosteroid, an opioid and its taper. */
  drugNotes: z.array(z.string()).optional(),
  /** The number of this visit under the prescription. */
  visitNumber: z.number().int(),
  progressReport: ProgressReportDue,
  due: z.array(MeasureDueView),
  /** The last three signed sessions, newest first. */
  history: z.array(PastSession),
  lastDoses: z.record(z.string(), Dose),
  /** What other signed notes of the date gave and billed: Medicare counts by the date. */
  sameDay: SameDay.default(NOTHING_ELSE_THAT_DAY),
  /** What the payer has allowed for therapy in the session's year, as far as it is entered: decides KX. */
  allowedCents: z.number().int().nullable().default(null),
  latestScores: z.array(LatestScore),
  openRequests: z.array(AskedChange),
  homeCare: HomeCare.optional(),
  /** How often the reader gave each intervention lately: what they use most comes first when adding. */
  ownUse: z.record(z.string(), z.number().int()).default({}),
  /** What the sheet holds: the saved draft, else what the last session gives to start with. Null once signed. */
  content: SessionDraft.nullable(),
  /** Whether `content` was ever saved. */
  saved: z.boolean(),
  signed: SignedNote.nullable(),
});
export type SessionSheet = z.infer<typeof SessionSheet>;
