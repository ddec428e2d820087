import { z } from 'zod';
import { requiredText, text } from '#shared/platform/endpoint.ts';
import { ConditionId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { DOSE_PARAMETER_CODES } from './dose-parameters.ts';
import { AGENTS } from './interventions.ts';
import { DraftProgression, Progression } from './progression.ts';

export const Side = z.enum(['left', 'right', 'both']);
export type Side = z.infer<typeof Side>;
export const SeriesSide = z.enum(['left', 'right']).nullable();

export const AUTHORITIES = ['free', 'notify', 'ask'] as const;
/** What a therapist may do inside the limits: change the dose, change it and tell, or ask before any increase. */
export const Authority = z.enum(AUTHORITIES);
export type Authority = z.infer<typeof Authority>;

export const AUTHORITY_WORDS: Record<Authority, string> = {
  free: 'Therapist adjusts within the limits',
  notify: 'Therapist adjusts within the limits; the physiatrist is told of each increase',
  ask: 'Therapist asks before each increase, even within the limits',
};

/** What is given in one session: values in the parameters' own units; what is not said is not limited. */
export const Dose = z.partialRecord(z.enum(DOSE_PARAMETER_CODES), z.number().min(0).max(10_000));
export type Dose = z.infer<typeof Dose>;

/** A limit while it is being typed: the ends may still be missing or the wrong way round. */
export const DraftBound = z.object({
  parameter: z.enum(DOSE_PARAMETER_CODES),
  min: z.number().min(0).max(1000).nullable(),
  max: z.number().min(0).max(1000).nullable(),
  /** The settings that are allowed, for a parameter that is chosen from a list (see `choicesOf`). */
  allowed: z.array(z.number().min(0).max(1000)).max(10).nullish(),
});

const saysSomething = ({ min, max, allowed }: z.infer<typeof DraftBound>): boolean =>
  min !== null || max !== null || (allowed ?? []).length > 0;

/** The range one part of the dose may move in, or the set of settings it may take. Units are those of the parameter. */
export const Bound = DraftBound.refine(saysSomething, {
  error: 'Give a lower or an upper limit.',
  path: ['max'],
}).refine(({ min, max }) => min === null || max === null || min <= max, {
  error: 'The lower limit is above the upper one.',
  path: ['min'],
});
export type Bound = z.infer<typeof Bound>;

export const PrescribedIntervention = z.object({
  code: z.string().min(1).max(60),
  name: requiredText(120, 'A name'),
  authority: Authority,
  bounds: z.array(Bound).max(12),
  rationale: text(500).nullable(),
  /** Increases the physiatrist has agreed to where the authority is `ask`: up to these the therapist need not ask again. */
  agreed: Dose.nullish(),
  /** When and how the dose goes a step further: what the session sheet suggests. */
  progression: Progression.nullish(),
});
export type PrescribedIntervention = z.infer<typeof PrescribedIntervention>;

export const WeightBearingStatus = z.enum(['NWB', 'TTWB', 'PWB', 'WBAT', 'FWB']);
export type WeightBearingStatus = z.infer<typeof WeightBearingStatus>;

export const WEIGHT_BEARING_WORDS: Record<WeightBearingStatus, string> = {
  NWB: 'Non weight bearing: no load through the limb',
  TTWB: 'Toe-touch: foot may touch for balance only',
  PWB: 'Partial: a stated percent of body weight',
  WBAT: 'As tolerated',
  FWB: 'Full: no limit',
};

export const LIMBS = ['left-leg', 'right-leg', 'left-arm', 'right-arm'] as const;
export const Limb = z.enum(LIMBS);

/** Weight bearing of one limb. `percent` of body weight: required for PWB (1-99), at most 20 for TTWB (rules.md 4.2). */
export const WeightBearing = z.object({
  limb: Limb,
  status: WeightBearingStatus,
  percent: z.number().int().min(0).max(100).nullable(),
  until: PlainDate.nullable(),
  /** Why a limb that is not the treated one is limited. */
  reason: text(200).nullish(),
  /** The surgeon's written protocol that it follows: where it is to be found. */
  protocol: text(200).nullish(),
});
export type WeightBearing = z.infer<typeof WeightBearing>;

const limit = (max: number) => z.number().min(0).max(max).nullable();

const typedLimit = z.number().min(0).max(1000).nullable();

/** Ordered vital signs while they are being typed. */
const DraftVitals = z.object({
  bloodPressure: z.object({ maxSystolic: typedLimit, maxDiastolic: typedLimit }).nullable(),
  heartRate: z.object({ min: typedLimit, max: typedLimit }).nullable(),
  spo2: z.object({ min: typedLimit }).nullable(),
  glucose: z.object({ min: typedLimit, max: typedLimit }).nullable(),
});
export type DraftVitals = z.infer<typeof DraftVitals>;

/** Vital signs ordered before each session, with the limits outside which it does not start. Null: not ordered. */
export const OrderedVitals = z.object({
  bloodPressure: z
    .object({
      maxSystolic: z.number().int().min(80).max(260),
      maxDiastolic: z.number().int().min(40).max(150),
    })
    .nullable(),
  heartRate: z.object({ min: limit(250), max: limit(250) }).nullable(),
  spo2: z.object({ min: z.number().min(50).max(100) }).nullable(),
  glucose: z.object({ min: limit(600), max: limit(600) }).nullable(),
});
export type OrderedVitals = z.infer<typeof OrderedVitals>;

export const PRECAUTION_KINDS = ['contraindicated', 'stop-when', 'precaution', 'monitor'] as const;
/** What a precaution asks of whoever treats: not to do it, when to stop, to take care, to watch a value. */
export const PrecautionKind = z.enum(PRECAUTION_KINDS);
export type PrecautionKind = z.infer<typeof PrecautionKind>;

const PrecautionLevel = z.enum(['contraindicated', 'precaution']);

/** A precaution as it stands on a prescription: proposed from a coded comorbidity, or written by the physiatrist. */
export const PrescribedPrecaution = z.object({
  /** The comorbidity it comes from; null when the physiatrist wrote it. */
  comorbidity: z.string().max(60).nullable(),
  /** Words: "TENS, NMES, interferential, other electrical stimulation". */
  intervention: requiredText(300, 'What it is about'),
  /** Agents it forbids or watches (see interventions.ts); empty when it is about something else. */
  agents: z.array(z.string().max(60)).max(AGENTS.length),
  level: PrecautionLevel,
  scope: z.enum(['anywhere', 'local']),
  note: text(500).nullable(),
  source: text(300),
  verified: z.boolean(),
  decision: z.enum(['keep', 'override']),
  overrideReason: text(500).nullable(),
  /**
   * The place to keep away from, where a local rule is kept and what it is about is permitted elsewhere: "over the device, left
   * chest". Without it a local contraindication forbids everywhere.
   */
  avoid: text(200).nullish(),
  /** Absent on what was written before kinds existed: then its level says it (see `kindOf`). */
  kind: PrecautionKind.optional(),
  /** The least that should still be done where the source says so: a precaution is no reason to do nothing. */
  minimumUseful: text(300).nullish(),
  /** Ceilings it sets on a dose where the physiatrist has set no range. */
  caps: z
    .array(z.object({ parameter: z.enum(DOSE_PARAMETER_CODES), max: z.number().min(0).max(1000) }))
    .max(5)
    .optional(),
  /** Limits of vital signs it calls for; the stricter of these and the ordered ones holds. */
  vitals: OrderedVitals.optional(),
  /** Other comorbidities whose rules say the same; their sources stay readable. */
  also: z
    .array(
      z.object({
        comorbidity: z.string().max(60),
        level: PrecautionLevel,
        source: text(300),
        verified: z.boolean(),
      }),
    )
    .max(20)
    .optional(),
  /** Called for by the chart since the version was signed, which does not decide it (see `withChart`); never stored. */
  undecided: z.boolean().optional(),
});
export type PrescribedPrecaution = z.infer<typeof PrescribedPrecaution>;

export const PrescribedGoal = z.object({
  description: requiredText(300, 'A description'),
  measureCode: z.string().min(1).max(60),
  side: SeriesSide,
  target: z.number(),
  targetOn: PlainDate,
});
export type PrescribedGoal = z.infer<typeof PrescribedGoal>;

export const PrescribedMeasure = z.object({
  measureCode: z.string().min(1).max(60),
  side: SeriesSide,
  role: z.enum(['primary', 'secondary']),
  everyDays: z.number().int().min(1).max(365),
  /** Published population chosen for the thresholds; null is the clinic's or the registry's default. */
  mdcTag: z.string().max(80).nullable(),
  mcidTag: z.string().max(80).nullable(),
});
export type PrescribedMeasure = z.infer<typeof PrescribedMeasure>;

export const PrescribedDiagnosis = z.object({
  conditionId: ConditionId.nullable(),
  code: z.string().min(1).max(20),
  display: requiredText(200, 'The diagnosis'),
  side: Side.nullable(),
});
export type PrescribedDiagnosis = z.infer<typeof PrescribedDiagnosis>;

/** A goal while it is being written. */
export const DraftGoal = PrescribedGoal.extend({
  description: text(300),
  target: z.number().nullable(),
  targetOn: PlainDate.nullable(),
});
export type DraftGoal = z.infer<typeof DraftGoal>;

/** A measure while its interval is being typed. */
export const DraftMeasure = PrescribedMeasure.extend({
  everyDays: z.number().int().min(0).max(365).nullable(),
});
export type DraftMeasure = z.infer<typeof DraftMeasure>;

/** A stretch of the plan with its own frequency. */
export const TaperStep = z.object({
  weeks: z.number().int().min(1).max(52),
  perWeek: z.number().int().min(1).max(14),
});
export type TaperStep = z.infer<typeof TaperStep>;

/** A number while it is typed: one that cannot be right is kept, so that what is typed after it is kept too; signing names it. */
const typed = z.number().min(-9999).max(9999);

const DraftTaperStep = z.object({ weeks: typed.nullable(), perWeek: typed.nullable() });
export type DraftTaperStep = z.infer<typeof DraftTaperStep>;

/** An intervention while its limits and its rule are typed. */
export const DraftIntervention = PrescribedIntervention.extend({
  bounds: z.array(DraftBound).max(12),
  progression: DraftProgression.nullish(),
});
export type DraftIntervention = z.infer<typeof DraftIntervention>;

/** A prescription while it is being written: everything may still be missing. */
export const PrescriptionDraftContent = z.object({
  diagnoses: z.array(PrescribedDiagnosis).max(10),
  onsetOn: PlainDate.nullable(),
  surgeryOn: PlainDate.nullable(),
  precautions: z.array(PrescribedPrecaution.extend({ intervention: text(300) })).max(60),
  /** The physiatrist says there are none: an empty list alone is not an answer. */
  noPrecautionsKnown: z.boolean(),
  weightBearing: z.array(WeightBearing).max(4),
  frequencyPerWeek: typed.nullable(),
  durationWeeks: typed.nullable(),
  /** A frequency that falls or rises by weeks; then the two above are its first frequency and all its weeks (POC-3). */
  taper: z.array(DraftTaperStep).max(6).nullish(),
  /** Times on each day of treatment; not said, the clinic's default holds (POC-3). */
  amountPerDay: typed.nullish(),
  /** A duration counted in visits; then the weeks follow from it and the frequency (POC-3). */
  durationVisits: typed.nullish(),
  startsOn: PlainDate.nullable(),
  reEvaluationOn: PlainDate.nullable(),
  interventions: z.array(DraftIntervention).max(30),
  excluded: z
    .array(z.object({ code: z.string().max(60), name: text(120), reason: text(300).nullable() }))
    .max(30),
  goals: z.array(DraftGoal).max(10),
  measures: z.array(DraftMeasure).max(8),
  vitals: DraftVitals,
  /** Red flag codes (rules.md section 5) that stop a session; the default set is all of them. */
  stopRules: z.array(z.string().max(40)).max(40),
  homeProgramme: text(2000).nullable(),
  notes: text(2000).nullable(),
});
export type PrescriptionDraftContent = z.infer<typeof PrescriptionDraftContent>;

/** A complete prescription, as it is signed and frozen. */
export const PrescriptionContent = PrescriptionDraftContent.extend({
  precautions: z.array(PrescribedPrecaution).max(60),
  frequencyPerWeek: z.number().int().min(1).max(14),
  durationWeeks: z.number().int().min(1).max(52),
  taper: z.array(TaperStep).max(6).nullish(),
  amountPerDay: z.number().int().min(1).max(4).nullish(),
  durationVisits: z.number().int().min(1).max(400).nullish(),
  startsOn: PlainDate,
  reEvaluationOn: PlainDate,
  interventions: z.array(PrescribedIntervention).min(1).max(30),
  goals: z.array(PrescribedGoal).min(1).max(10),
  measures: z.array(PrescribedMeasure).min(1).max(8),
  vitals: OrderedVitals,
});
export type PrescriptionContent = z.infer<typeof PrescriptionContent>;

/** An empty draft to start from. */
export const emptyPrescription = (
  stopRules: readonly string[],
): Omit<PrescriptionDraftContent, 'taper' | 'interventions'> & {
  vitals: OrderedVitals;
  taper?: null;
  interventions: PrescribedIntervention[];
} => ({
  diagnoses: [],
  onsetOn: null,
  surgeryOn: null,
  precautions: [],
  noPrecautionsKnown: false,
  weightBearing: [],
  frequencyPerWeek: null,
  durationWeeks: null,
  startsOn: null,
  reEvaluationOn: null,
  interventions: [],
  excluded: [],
  goals: [],
  measures: [],
  vitals: { bloodPressure: null, heartRate: null, spo2: null, glucose: null },
  stopRules: [...stopRules],
  homeProgramme: null,
  notes: null,
});
