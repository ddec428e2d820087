import { z } from 'zod';
import { text } from '#shared/platform/endpoint.ts';
import { ScoreEntry } from '#shared/outcomes/model.ts';
import { Dose } from '#shared/prescriptions/bounds.ts';

export const SESSION_STATUSES = ['planned', 'arrived', 'missed', 'cancelled', 'completed'] as const;
export const SessionStatus = z.enum(SESSION_STATUSES);
export type SessionStatus = z.infer<typeof SessionStatus>;

export const STATUS_WORDS: Record<SessionStatus, string> = {
  planned: 'planned',
  arrived: 'arrived, not signed',
  missed: 'missed',
  cancelled: 'cancelled',
  completed: 'signed',
};

/** Pain now, whole numbers: 0 none, 10 the worst imaginable. */
export const Pain = z.number().int().min(0).max(10);

const vital = (min: number, max: number) =>
  z
    .number()
    .min(min, { error: `Enter a value from ${min} to ${max}.` })
    .max(max, { error: `Enter a value from ${min} to ${max}.` })
    .nullable();

/** Vital signs before the session: mmHg, beats a minute, percent, mg/dL. The ranges refuse slips of the pen only. */
export const SessionVitals = z.object({
  systolic: vital(40, 320),
  diastolic: vital(20, 220),
  heartRate: vital(20, 260),
  spo2: vital(40, 100),
  glucose: vital(10, 900),
});
export type SessionVitals = z.infer<typeof SessionVitals>;

/** One intervention of today. `carried`: taken over from the last session and not looked at yet. */
export const GivenIntervention = z.object({
  code: z.string().min(1).max(60),
  dose: Dose,
  minutes: z.number().int().min(0).max(480).nullable(),
  billingCode: z.string().max(10),
  carried: z.boolean(),
});
export type GivenIntervention = z.infer<typeof GivenIntervention>;

export const NoteText = z.object({ text: text(4000), carried: z.boolean() });
export type NoteText = z.infer<typeof NoteText>;

export const NOTE_PARTS = ['subjective', 'objective', 'assessment', 'plan'] as const;
export type NotePart = (typeof NOTE_PARTS)[number];

const days = z.number().int().min(0).max(60).nullable();

/** What a session sheet holds, from the first keystroke to the signature. */
export const SessionContent = z.object({
  painBefore: Pain.nullable(),
  painAfter: Pain.nullable(),
  vitals: SessionVitals,
  homeDaysDone: days,
  homeDaysPrescribed: days,
  interventions: z.array(GivenIntervention).max(30),
  /** The codes among tied ones that get the unit, when the clinician chose otherwise than the default. */
  tieChoice: z.array(z.string().max(10)).max(10).nullable(),
  subjective: NoteText,
  objective: NoteText,
  assessment: NoteText,
  plan: NoteText,
  scores: z.array(ScoreEntry).max(20),
});
export type SessionContent = z.infer<typeof SessionContent>;

/** A signed intervention as it is remembered: what the next session starts from. */
export const PerformedIntervention = z.object({
  code: z.string(),
  name: z.string(),
  dose: Dose,
  minutes: z.number().int(),
  billingCode: z.string(),
  classification: z.enum(['within', 'notify']),
});
export type PerformedIntervention = z.infer<typeof PerformedIntervention>;

/** Units by code as billed, frozen when the session is signed. */
export const SessionBilling = z.object({
  totalTimedMinutes: z.number().int(),
  totalTreatmentMinutes: z.number().int(),
  timedUnits: z.number().int(),
  units: z.record(z.string(), z.number().int()),
  untimedUnits: z.record(z.string(), z.number().int()),
  tieCodes: z.array(z.string()),
});
export type SessionBilling = z.infer<typeof SessionBilling>;

export const NO_VITALS: SessionVitals = {
  systolic: null,
  diastolic: null,
  heartRate: null,
  spo2: null,
  glucose: null,
};
