import type { OrderKind } from './order-kinds.ts';

/**
 * What is asked before a test is sent, by kind. The list is product policy, written from memory of common screening forms: a
 * clinician must check it, and the imaging department asks again. A clinic without these questions still has to ask them.
 */
export const SAFETY_SOURCE = 'After common screening forms; to be confirmed by the clinic';

export const SAFETY_QUESTION_IDS = [
  'electronic-implant',
  'metal-in-body',
  'pregnancy',
  'contrast',
  'kidney-disease',
  'contrast-reaction',
  'metformin',
  'claustrophobia',
  'bleeding-risk',
  'skin-at-site',
  'arm-not-to-use',
] as const;
export type SafetyQuestionId = (typeof SAFETY_QUESTION_IDS)[number];

export interface SafetyQuestion {
  id: SafetyQuestionId;
  question: string;
  /** What to write when the answer is yes; without it a yes is information, not a hazard. */
  onYes: string | null;
}

const QUESTIONS: Record<SafetyQuestionId, Omit<SafetyQuestion, 'id'>> = {
  'electronic-implant': {
    question: 'Pacemaker, defibrillator, stimulator, pump or cochlear implant?',
    onYes: 'Model, and who cleared it for this test',
  },
  'metal-in-body': {
    question: 'Metal in the body: joint, plate, clip, stent, splinter (also in the eye)?',
    onYes: 'What, where, since when',
  },
  pregnancy: { question: 'Pregnant, or could be?', onYes: 'Why it cannot wait, or what is done instead' },
  contrast: { question: 'With contrast?', onYes: null },
  'kidney-disease': {
    question: 'Kidney disease, dialysis or a single kidney?',
    onYes: 'Last kidney function and its date, and what follows',
  },
  'contrast-reaction': {
    question: 'Earlier reaction to contrast?',
    onYes: 'Which agent, what happened, how it is prevented',
  },
  metformin: { question: 'Takes metformin?', onYes: 'What the patient is told about it' },
  claustrophobia: { question: 'Cannot lie still or in a narrow space?', onYes: 'What helps' },
  'bleeding-risk': {
    question: 'Anticoagulant, or a bleeding disorder?',
    onYes: 'Which muscles are left out, or what is done first',
  },
  'skin-at-site': {
    question: 'Wound, infection or lymphoedema where it is done?',
    onYes: 'Where, and what is left out',
  },
  'arm-not-to-use': { question: 'An arm that must not be used (shunt, lymphoedema)?', onYes: 'Which arm' },
};

const ASKED: Record<OrderKind, readonly SafetyQuestionId[]> = {
  'x-ray': ['pregnancy'],
  mri: [
    'electronic-implant',
    'metal-in-body',
    'pregnancy',
    'claustrophobia',
    'contrast',
    'kidney-disease',
    'contrast-reaction',
  ],
  ct: ['pregnancy', 'contrast', 'kidney-disease', 'contrast-reaction', 'metformin'],
  ultrasound: ['skin-at-site'],
  'emg-ncs': ['electronic-implant', 'bleeding-risk', 'skin-at-site'],
  laboratory: ['bleeding-risk', 'arm-not-to-use'],
};

/** Asked only when contrast is given. */
const WITH_CONTRAST: ReadonlySet<SafetyQuestionId> = new Set([
  'kidney-disease',
  'contrast-reaction',
  'metformin',
]);

/** Ages between which pregnancy is asked, of everybody but those recorded as male: product policy. */
const PREGNANCY_AGES = { from: 11, to: 55 } as const;

export interface Person {
  sex: string;
  age: number;
}

const asksPregnancy = ({ sex, age }: Person): boolean =>
  sex !== 'male' && age >= PREGNANCY_AGES.from && age <= PREGNANCY_AGES.to;

/** The questions of a test for this person; those about contrast once contrast is wanted. */
export function questionsFor(kind: OrderKind, person: Person, withContrast: boolean): SafetyQuestion[] {
  return ASKED[kind]
    .filter((id) => id !== 'pregnancy' || asksPregnancy(person))
    .filter((id) => withContrast || !WITH_CONTRAST.has(id))
    .map((id) => ({ id, ...QUESTIONS[id] }));
}

/** The words of a question, also of one that is no longer asked. */
export const safetyQuestion = (id: SafetyQuestionId): SafetyQuestion => ({ id, ...QUESTIONS[id] });
