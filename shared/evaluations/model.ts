import { z } from 'zod';
import { normalizeIcd10 } from '#shared/patients/code-systems.ts';
import { Side } from '#shared/patients/model.ts';
import type { StaffRole } from '#shared/platform/actor.ts';
import { text } from '#shared/platform/endpoint.ts';
import { EvaluationId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { BodyMark } from './body-chart.ts';
import { EXAM_REGIONS, ExamRegion } from './exam-region.ts';
import { Finding } from './findings.ts';
import { WellsItem } from './wells.ts';
import { Unread } from './unread.ts';

/** Each therapist's evaluation is a kind of its own: it says which discipline examined, whatever becomes of its author's role. */
export const EVALUATION_KINDS = [
  'consult',
  'follow-up',
  'pt-evaluation',
  'ot-evaluation',
  'speech-evaluation',
] as const;
export const EvaluationKind = z.enum(EVALUATION_KINDS);
export type EvaluationKind = z.infer<typeof EvaluationKind>;

export const EVALUATION_KIND_LABEL: Record<EvaluationKind, string> = {
  consult: 'Consult',
  'follow-up': 'Follow-up',
  'pt-evaluation': 'Physical therapy evaluation',
  'ot-evaluation': 'Occupational therapy evaluation',
  'speech-evaluation': 'Speech therapy evaluation',
};

/** Whose work each kind is (rules.md section 3). */
export const EVALUATOR_OF = {
  consult: 'physiatrist',
  'follow-up': 'physiatrist',
  'pt-evaluation': 'physical-therapist',
  'ot-evaluation': 'occupational-therapist',
  'speech-evaluation': 'speech-therapist',
} as const satisfies Record<EvaluationKind, StaffRole>;

export const EvaluationStatus = z.enum(['draft', 'signed']);

/** Whose evaluation it is: a therapist's says how the patient moves and is billed; the others diagnose. */
export const isTherapyEvaluation = (kind: EvaluationKind): boolean => EVALUATOR_OF[kind] !== 'physiatrist';

/** The kinds that a therapist writes. */
export const THERAPY_EVALUATIONS: readonly EvaluationKind[] = EVALUATION_KINDS.filter(isTherapyEvaluation);

/** The evaluation of a therapist's own discipline; nothing for whoever evaluates in none. */
export const therapyEvaluationOf = (role: StaffRole): EvaluationKind | undefined =>
  THERAPY_EVALUATIONS.find((kind) => EVALUATOR_OF[kind] === role);

/** What a therapist's judgement is called: the medical diagnosis is the physiatrist's in every discipline. */
export const judgementLabel = (kind: EvaluationKind): string => {
  if (kind === 'ot-evaluation') return 'Occupational performance and impairments';
  return kind === 'speech-evaluation'
    ? 'Communication, swallowing and impairments'
    : 'Movement diagnosis and impairments';
};

/** A medical diagnosis: physiatrist only (rules.md section 3). */
export const EvaluationDiagnosis = z.object({
  /** While it is typed it may be half a code; signing asks for the shape of a whole one. */
  code: text(12).transform(normalizeIcd10),
  display: text(200),
  side: Side.nullable(),
  primary: z.boolean(),
});
export type EvaluationDiagnosis = z.infer<typeof EvaluationDiagnosis>;

/** A red flag that was found. Levels are those of rules.md section 5. */
export const PresentRedFlag = z.object({
  code: z.string().max(40),
  level: z.enum(['emergency', 'urgent', 'prompt']),
  note: text(500),
});
export type PresentRedFlag = z.infer<typeof PresentRedFlag>;

/** A baseline measured at the evaluation; stored as a score when the evaluation is signed. */
export const BaselineScore = z.object({
  measureCode: z.string().max(60),
  side: z.enum(['left', 'right']).nullable(),
  value: z.number().nullable(),
  condition: text(120).nullable(),
  confirmed: z.boolean(),
});
export type BaselineScore = z.infer<typeof BaselineScore>;

/** How a therapist's evaluation is billed: its code, chosen by the therapist, and its minutes. Nothing in a physiatrist's. */
export const EvaluationCoding = z.object({
  code: z.string().max(8).nullable(),
  minutes: z
    .number()
    .int({ error: 'Minutes are a whole number.' })
    .min(1, { error: 'Minutes run from 1 to 480.' })
    .max(480, { error: 'Minutes run from 1 to 480.' })
    .nullable(),
});
export type EvaluationCoding = z.infer<typeof EvaluationCoding>;

export const NOT_CODED: EvaluationCoding = { code: null, minutes: null };

/** Sections whose text a follow-up takes over from the previous evaluation, to be confirmed or changed. */
export const CARRIED_SECTIONS = ['history', 'symptoms', 'function', 'diagnoses', 'plan'] as const;
export type CarriedSection = (typeof CARRIED_SECTIONS)[number];

/** Everything that is written in an evaluation. While it is a draft, anything may still be missing. */
export const EvaluationContent = z.object({
  reason: text(2000),
  history: z.object({
    present: text(6000),
    past: text(4000),
    surgery: text(2000),
    priorTherapy: text(2000),
  }),
  symptoms: z.object({
    location: text(500),
    onsetOn: PlainDate.nullable(),
    quality: text(500),
    severity: z
      .number()
      .int({ error: 'Severity is a whole number from 0 to 10.' })
      .min(0, { error: 'Severity runs from 0 to 10.' })
      .max(10, { error: 'Severity runs from 0 to 10.' })
      .nullable(),
    aggravating: text(1000),
    easing: text(1000),
    dailyPattern: text(1000),
  }),
  function: z.object({ limits: text(2000), work: text(1000), patientGoals: text(1000) }),
  /** The lists of the chart were read with the patient. */
  reviewed: z.object({
    history: z.boolean().default(false),
    comorbidities: z.boolean(),
    medications: z.boolean(),
    allergies: z.boolean(),
  }),
  /** What the chart said when this was signed, so that the signed words are whole; nothing while it is a draft. */
  onFile: z.array(z.object({ label: text(60), lines: z.array(text(2000)) })).default([]),
  /** Where it hurts or is numb, area by area. */
  bodyChart: z.array(BodyMark).max(40, { error: 'Mark at most 40 areas.' }).default([]),
  /** The regions whose examination sheet is open. */
  examined: z.array(ExamRegion).max(EXAM_REGIONS.length).default([]),
  findings: z.array(Finding).max(480, { error: 'Write at most 480 findings.' }),
  /** What was typed and is no value: nothing of it is stored elsewhere, and signing waits for it. */
  unread: z.array(Unread).max(60, { error: 'Correct the marked fields first.' }).default([]),
  /** Unlikely things that the author has said are right, in words. */
  confirmed: z.array(text(400)).max(120).default([]),
  scores: z.array(BaselineScore).max(20),
  impression: text(4000),
  diagnoses: z.array(EvaluationDiagnosis).max(10, { error: 'Write at most 10 diagnoses.' }),
  /** The therapist's own words: movement diagnosis and impairments. */
  movementDiagnosis: text(2000),
  redFlags: z.object({
    reviewed: z.boolean(),
    present: z.array(PresentRedFlag).max(22),
    /** The items of the Wells score that were found, when a leg was scored; null when nobody scored one. */
    wells: z.array(WellsItem).max(10).nullable().default(null),
  }),
  plan: text(4000),
  coding: EvaluationCoding.default(NOT_CODED),
  carried: z.object({
    from: z.object({ evaluationId: EvaluationId, evaluatedOn: PlainDate }).nullable(),
    /** What nobody has confirmed or changed yet. */
    sections: z.array(z.enum(CARRIED_SECTIONS)),
  }),
});
export type EvaluationContent = z.infer<typeof EvaluationContent>;

/** An evaluation nobody has written in yet. */
export const emptyEvaluation = (): EvaluationContent => ({
  reason: '',
  history: { present: '', past: '', surgery: '', priorTherapy: '' },
  symptoms: {
    location: '',
    onsetOn: null,
    quality: '',
    severity: null,
    aggravating: '',
    easing: '',
    dailyPattern: '',
  },
  function: { limits: '', work: '', patientGoals: '' },
  reviewed: { history: false, comorbidities: false, medications: false, allergies: false },
  onFile: [],
  bodyChart: [],
  examined: [],
  findings: [],
  unread: [],
  confirmed: [],
  scores: [],
  impression: '',
  diagnoses: [],
  movementDiagnosis: '',
  redFlags: { reviewed: false, present: [], wells: null },
  plan: '',
  coding: NOT_CODED,
  carried: { from: null, sections: [] },
});
