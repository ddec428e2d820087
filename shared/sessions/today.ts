import { z } from 'zod';
import { RecentProcedure } from '#shared/orders/therapy-rest.ts';
import { TaperStep } from '#shared/prescriptions/model.ts';
import { EpisodeId, PatientId, PrescriptionId, SessionId, StaffMemberId } from '#shared/platform/ids.ts';
import { Sex } from '#shared/patients/model.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { SessionStatus } from './model.ts';
import { GateBasis, MeasureDueView, ProgressReportDue } from './sheet.ts';

/** Why a visit stands on top: it is from an earlier day and somebody must say what became of it. */
export const LeftOver = z.enum(['unsigned', 'no-outcome', 'missed']);
export type LeftOver = z.infer<typeof LeftOver>;

/** One visit of the day with what is due on it. */
export const TodaySession = z.object({
  sessionId: SessionId,
  episodeId: EpisodeId,
  patientId: PatientId,
  familyName: z.string(),
  givenName: z.string(),
  birthDate: PlainDate,
  sex: Sex,
  mrn: z.string(),
  concern: z.string(),
  side: z.string().nullable(),
  diagnosis: z.string().nullable(),
  status: SessionStatus,
  scheduledAt: z.string(),
  endsAt: z.string(),
  sessionDate: PlainDate,
  therapistId: StaffMemberId,
  therapistName: z.string(),
  missReason: z.string().nullable(),
  cancelledBy: z.enum(['patient', 'clinic']).nullable(),
  signedAt: z.string().nullable(),
  hasDraft: z.boolean(),
  version: z.number().int(),
  prescription: z
    .object({
      prescriptionId: PrescriptionId,
      versionNumber: z.number().int(),
      visitsPrescribed: z.number().int(),
      endsOn: PlainDate,
      acknowledged: z.boolean(),
    })
    .nullable(),
  payerProfile: z.enum(['none', 'medicare_part_b']),
  /** The number of this visit under the prescription: those used before it, plus one. */
  visitNumber: z.number().int(),
  gate: GateBasis,
  progressReport: ProgressReportDue,
  due: z.array(MeasureDueView),
  /** Whether the course of care is still open. */
  episodeStatus: z.enum(['open', 'closed']).default('open'),
  /** Why the visit cannot begin, in sentences; vital signs are asked for later, on the sheet. */
  closedBecause: z.array(z.string()).default([]),
  /** Of what is prescribed, what the chart forbids since the version was signed. */
  forbiddenSince: z.array(z.string()).default([]),
  leftOver: LeftOver.nullable(),
  /** An assistant signed it: whether a therapist has co-signed. */
  cosignature: z.enum(['awaiting', 'cosigned']).nullish(),
});
export type TodaySession = z.infer<typeof TodaySession>;

/** Who could be planned: an open episode of my teams with its progress through the prescription. */
export const PlannableEpisode = z.object({
  episodeId: EpisodeId,
  patientId: PatientId,
  familyName: z.string(),
  givenName: z.string(),
  mrn: z.string(),
  concern: z.string(),
  versionNumber: z.number().int().nullable(),
  endsOn: PlainDate.nullable(),
  visitsUsed: z.number().int(),
  visitsPrescribed: z.number().int().nullable(),
  frequencyPerWeek: z.number().int().nullable(),
  taper: z.array(TaperStep).nullish(),
  amountPerDay: z.number().int().nullish(),
  nextOn: PlainDate.nullable(),
  /** Injections and blocks of the last half year: no session is planned inside the rest after them. */
  procedures: z.array(RecentProcedure),
  therapists: z.array(z.object({ staffMemberId: StaffMemberId, name: z.string() })),
});
export type PlannableEpisode = z.infer<typeof PlannableEpisode>;

/** A note of an assistant that waits for a therapist of the care team. */
export const AwaitingCosignature = z.object({
  sessionId: SessionId,
  episodeId: EpisodeId,
  familyName: z.string(),
  givenName: z.string(),
  sessionDate: PlainDate,
  signedAt: z.string(),
  signedBy: z.string(),
});
export type AwaitingCosignature = z.infer<typeof AwaitingCosignature>;
