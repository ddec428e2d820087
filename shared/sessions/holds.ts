import { z } from 'zod';
import { ClinicWeek } from '#shared/on-call/clinic-hours.ts';
import { EpisodeId, PatientId, SafetyHoldId } from '#shared/platform/ids.ts';
import { PassedOnBasis } from './escalation.ts';
import { WellsItem } from '#shared/evaluations/wells.ts';

/**
 * Shorter than this nothing was said about what was found. Product policy, and not a clinical value: it judges no patient, and a
 * clinic that lowered it would only take the reason away (rules.md 5, "closes it, with a reason").
 */
const LEAST_REASON = 15;

/** What was found and done, so that therapy may go on. It stays in the record. */
export const ClosingReason = z
  .string()
  .trim()
  .min(
    LEAST_REASON,
    `Say what was found and why it is safe to go on, in at least ${LEAST_REASON} characters.`,
  )
  .max(1000, 'At most 1000 characters.');

const Act = z.object({ at: z.string(), by: z.string() });

/** A safety hold with who opened, acknowledged and closed it. */
export const HoldRecord = z.object({
  safetyHoldId: SafetyHoldId,
  code: z.string(),
  /** `prompt` holds the limb of a suspected thrombosis only (see `stopsLimb`). */
  level: z.enum(['emergency', 'urgent', 'prompt']),
  note: z.string(),
  /** The Wells items its level rests on, when it was scored. */
  wells: z.array(WellsItem).nullable().optional(),
  opened: Act,
  acknowledged: Act.nullable(),
  /** Whom it was passed on to when nobody had acknowledged it; `to` is null when there was nobody else. */
  passedOn: z.array(z.object({ to: z.string().nullable(), at: z.string(), basis: PassedOnBasis })),
  closed: Act.extend({ reason: z.string() }).nullable(),
  version: z.number().int(),
});
export type HoldRecord = z.infer<typeof HoldRecord>;

/** An open hold of the same patient that was raised in another episode: it stops therapy here too, and is answered there. */
export const HoldElsewhere = z.object({
  safetyHoldId: SafetyHoldId,
  code: z.string(),
  level: z.enum(['emergency', 'urgent', 'prompt']),
  note: z.string(),
  openedAt: z.string(),
  openedBy: z.string(),
  episodeId: EpisodeId,
  concern: z.string(),
});
export type HoldElsewhere = z.infer<typeof HoldElsewhere>;

/** An open hold as the person who must answer it is told of it, wherever they are in Tandem. */
export const OpenHoldAlert = z.object({
  safetyHoldId: SafetyHoldId,
  episodeId: EpisodeId,
  patientId: PatientId,
  familyName: z.string(),
  givenName: z.string(),
  code: z.string(),
  level: z.enum(['emergency', 'urgent', 'prompt']),
  note: z.string(),
  openedAt: z.string(),
  openedBy: z.string(),
  acknowledged: z.boolean(),
  passedOnToMe: z.boolean(),
  /** Those it was passed on to have not read it either. */
  stillUnread: z.boolean(),
});
export type OpenHoldAlert = z.infer<typeof OpenHoldAlert>;

/** When an alert of this episode that nobody acknowledges goes on, and whom to call. */
export const AlertRules = z.object({
  escalationMinutes: z.number().int(),
  /** After so many more an administrator is asked to telephone. */
  telephoneMinutes: z.number().int(),
  timeZone: z.string(),
  week: ClinicWeek,
  clinicPhone: z.string().nullable(),
  onCall: z.object({ name: z.string(), phone: z.string().nullable(), endsAt: z.string() }).nullable(),
});
export type AlertRules = z.infer<typeof AlertRules>;
