import { z } from 'zod';
import { text } from '#shared/platform/endpoint.ts';
import { StaffMemberId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { EducationGiven } from '#shared/home-programme/education.ts';
import { ScoreEntry } from '#shared/outcomes/model.ts';
import { Dose } from '#shared/prescriptions/bounds.ts';
import { TookPart } from './took-part.ts';
import { DOSE_PARAMETER_CODES } from '#shared/prescriptions/dose-parameters.ts';
import { InrValue } from '#shared/prescriptions/inr-value.ts';

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

/** What a vital sign can be at all: these refuse slips of the pen only. */
export const VITAL_RANGES = {
  systolic: [40, 320],
  diastolic: [20, 220],
  heartRate: [20, 260],
  spo2: [40, 100],
  glucose: [10, 900],
} as const;

const vital = ([min, max]: readonly [number, number]) =>
  z
    .number()
    .min(min, { error: `Enter a value from ${min} to ${max}.` })
    .max(max, { error: `Enter a value from ${min} to ${max}.` })
    .nullable();

export const VITAL_NAMES = ['systolic', 'diastolic', 'heartRate', 'spo2', 'glucose'] as const;
export type VitalName = (typeof VITAL_NAMES)[number];

/** A value that was measured before the one that stands now: what was out of range is not forgotten by measuring again. */
export const EarlierReading = z.object({
  name: z.enum(VITAL_NAMES),
  value: z.number(),
  at: z.string().max(40),
  /** A slip of the pen, not a measurement: stays readable, and is not judged. */
  mistyped: z.boolean().optional(),
});
export type EarlierReading = z.infer<typeof EarlierReading>;

/** Vital signs before the session: mmHg, beats a minute, percent, mg/dL. The ranges refuse slips of the pen only. */
export const SessionVitals = z.object({
  systolic: vital(VITAL_RANGES.systolic),
  diastolic: vital(VITAL_RANGES.diastolic),
  heartRate: vital(VITAL_RANGES.heartRate),
  spo2: vital(VITAL_RANGES.spo2),
  glucose: vital(VITAL_RANGES.glucose),
  /** Asked for above 250 mg/dL of glucose. */
  ketones: z.enum(['negative', 'positive']).nullish(),
  /** As reported or measured, with the day of the blood test: asked for where an anticoagulant is a precaution of what is given. */
  inr: InrValue.nullish(),
  inrOn: PlainDate.nullish(),
  /** What came of "carbohydrate first", asked for below 100 mg/dL on insulin or a secretagogue. */
  carbohydrate: z.enum(['given', 'not-given']).nullish(),
  earlier: z.array(EarlierReading).max(20).optional(),
});
export type SessionVitals = z.infer<typeof SessionVitals>;

/** One intervention of today. `carried`: taken over from the last session and not looked at yet. */
export const GivenIntervention = z.object({
  code: z.string().min(1).max(60),
  dose: Dose,
  minutes: z.number().int().min(0).max(480).nullable(),
  billingCode: z.string().max(10),
  carried: z.boolean(),
  /** A dose that is asked about is meant: said by whoever gives it, until the dose is changed. */
  unusual: z.boolean().optional(),
  /** Of `minutes`, those that an assistant gave; all of them when an assistant signs and says nothing else. */
  assistantMinutes: z.number().int().min(0).max(480).nullish(),
});
export type GivenIntervention = z.infer<typeof GivenIntervention>;

/** Where words of a note come from: the keyboard, the last session, today's numbers, or another document. */
export const NOTE_SOURCES = ['typed', 'carried', 'measured', 'imported'] as const;
export const NoteSource = z.enum(NOTE_SOURCES);
export type NoteSource = z.infer<typeof NoteSource>;

/** One part of the note. `carried`: taken over from the last session and not looked at yet. */
export const NoteText = z.object({
  text: text(4000),
  carried: z.boolean(),
  source: NoteSource.optional(),
  /** The day on which carried words were first signed. */
  from: PlainDate.nullish(),
  /** Who has said that carried words are still right. */
  confirmedById: StaffMemberId.nullish(),
});
export type NoteText = z.infer<typeof NoteText>;

export const NOTE_PARTS = ['subjective', 'objective', 'assessment', 'plan'] as const;
export type NotePart = (typeof NOTE_PARTS)[number];

/** A clock time of the clinic, `HH:MM`. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Enter a time as HH:MM.' });

/**
 * A precaution that its reader says to have read and to take care of: which row (see `rowKey`), in which words it stood on the
 * screen, who, when. Without its words it counts as unread.
 */
export const PrecautionRead = z.object({
  key: z.string().max(400),
  words: z.string().max(2000).optional(),
  byId: StaffMemberId,
  at: z.string().max(40),
});
export type PrecautionRead = z.infer<typeof PrecautionRead>;

/** As it stays on a signed note: the words that were on the screen, who acknowledged them and when. */
export const AcknowledgedPrecaution = z.object({
  words: z.string(),
  /** Of today's interventions, those it is about. */
  about: z.array(z.string()),
  by: z.string(),
  at: z.string(),
});
export type AcknowledgedPrecaution = z.infer<typeof AcknowledgedPrecaution>;

const days = z.number().int().min(0).max(60).nullable();

/** What a session sheet holds, from the first keystroke to the signature. */
export const SessionContent = z.object({
  painBefore: Pain.nullable(),
  painAfter: Pain.nullable(),
  vitals: SessionVitals,
  homeDaysDone: days,
  homeDaysPrescribed: days,
  /** How hard the home exercises were, and the pain while doing them, 0-10. */
  homeDifficulty: Pain.nullish(),
  homePain: Pain.nullish(),
  education: z.array(EducationGiven).max(10).optional(),
  interventions: z.array(GivenIntervention).max(30),
  /** Precautions of what is given today that have been acknowledged. */
  acknowledged: z.array(PrecautionRead).max(60).optional(),
  /** The codes among tied ones that get the unit, when the clinician chose otherwise than the default. */
  tieChoice: z.array(z.string().max(10)).max(10).nullable(),
  subjective: NoteText,
  objective: NoteText,
  assessment: NoteText,
  plan: NoteText,
  scores: z.array(ScoreEntry).max(20),
  /** Who else took part and what they did. */
  tookPart: z.array(TookPart).max(8).optional(),
  /** How many patients were treated together; asked for group therapy. */
  groupSize: z.number().int().min(1).max(30).nullish(),
  /** When treatment began and ended. */
  startedTime: ClockTime.nullish(),
  endedTime: ClockTime.nullish(),
  /** How the patient took it; what went wrong, if anything did. */
  response: text(1000).optional(),
  adverseEvent: text(1000).optional(),
});
export type SessionContent = z.infer<typeof SessionContent>;

const anyNumber = z.number().nullable();
const longText = text(20_000);
const longNote = NoteText.extend({ text: longText });

/**
 * A sheet while it is written: a number that cannot be right or a text that is too long is kept as it was typed, so that
 * everything beside it is kept too.
 * It is marked at its field and refused at the signature, which takes `SessionContent` only.
 */
export const SessionDraft = SessionContent.extend({
  painBefore: anyNumber,
  painAfter: anyNumber,
  vitals: SessionVitals.extend({
    systolic: anyNumber,
    diastolic: anyNumber,
    heartRate: anyNumber,
    spo2: anyNumber,
    glucose: anyNumber,
    inr: z.number().nullish(),
  }),
  homeDaysDone: anyNumber,
  homeDaysPrescribed: anyNumber,
  homeDifficulty: z.number().nullish(),
  homePain: z.number().nullish(),
  groupSize: z.number().nullish(),
  education: z
    .array(EducationGiven.extend({ note: longText }))
    .max(10)
    .optional(),
  subjective: longNote,
  objective: longNote,
  assessment: longNote,
  plan: longNote,
  tookPart: z
    .array(TookPart.extend({ name: longText, did: longText }))
    .max(8)
    .optional(),
  response: longText.optional(),
  adverseEvent: longText.optional(),
  interventions: z
    .array(
      GivenIntervention.extend({
        dose: z.partialRecord(z.enum(DOSE_PARAMETER_CODES), z.number()),
        minutes: anyNumber,
        assistantMinutes: z.number().nullish(),
      }),
    )
    .max(30),
});

/** A signed intervention as it is remembered: what the next session starts from. */
export const PerformedIntervention = z.object({
  code: z.string(),
  name: z.string(),
  dose: Dose,
  minutes: z.number().int(),
  billingCode: z.string(),
  classification: z.enum(['within', 'notify']),
  assistantMinutes: z.number().int().optional(),
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
  /** The rule that made the units; notes signed before there were two were pooled. */
  rule: z.enum(['pooled', 'midpoint']).optional(),
  /** The tied codes that the clinician gave the unit to, when it was not the default. */
  tieChoice: z.array(z.string()).nullish(),
  /** What other notes of the date had when this one was signed; its units are those of the date less these. */
  earlierToday: z
    .object({
      timedMinutes: z.number().int(),
      units: z.record(z.string(), z.number().int()),
      untimedUnits: z.record(z.string(), z.number().int()),
    })
    .optional(),
  /** Codes that the payer pays within others: given, and no line of their own. */
  bundled: z.array(z.string()).optional(),
  /** How many patients were treated together, where some of it was group therapy. */
  groupSize: z.number().int().optional(),
  /** Claim modifiers by code. */
  modifiers: z.record(z.string(), z.array(z.string())).optional(),
});
export type SessionBilling = z.infer<typeof SessionBilling>;

/** Where each part of a signed note comes from, and who stood behind it when it was signed. */
export const PartProvenance = z.object({
  source: NoteSource,
  from: PlainDate.nullable(),
  confirmedBy: z.string(),
  confirmedAt: z.string(),
});
export type PartProvenance = z.infer<typeof PartProvenance>;
export const NoteProvenance = z.partialRecord(z.enum(NOTE_PARTS), PartProvenance);
export type NoteProvenance = z.infer<typeof NoteProvenance>;

export const NO_VITALS: SessionVitals = {
  systolic: null,
  diastolic: null,
  heartRate: null,
  spo2: null,
  glucose: null,
};
