import { z } from 'zod';

/** How soon somebody must look (rules.md 5): emergency services now, a physician the same day, or within days. */
export type RedFlagLevel = 'emergency' | 'urgent' | 'prompt';

export interface RedFlagQuestion {
  key: RedFlagKey;
  /** The row of rules.md 5 it stands for. */
  code: string;
  level: RedFlagLevel;
  /** What a person without medical knowledge can answer about themself. */
  words: string;
  /** It says that a nerve is failing: counts as a new neurological deficit (triage T2). */
  neurological?: true;
}

export const RED_FLAG_KEYS = [
  'chest-pain',
  'sudden-breathlessness',
  'stroke-signs',
  'between-the-legs',
  'neck-and-dizzy',
  'belly-or-tearing-back',
  'tense-swelling',
  'self-harm',
  'growing-weakness',
  'clumsy-hands',
  'one-leg-swollen',
  'bad-fall',
  'fever',
  'hot-joint',
  'after-operation',
  'head-knock',
  'not-safe',
  'cancer',
  'weight-loss',
  'colour-change',
] as const;
export const RedFlagKey = z.enum(RED_FLAG_KEYS);
export type RedFlagKey = z.infer<typeof RedFlagKey>;

/** The questions that come before all others, in plain words; those that need emergency care first. */
export const RED_FLAG_QUESTIONS: readonly RedFlagQuestion[] = [
  {
    key: 'chest-pain',
    code: 'RF-CHEST',
    level: 'emergency',
    words:
      'Pain or pressure in the chest, fainting, a racing heart that is new, or short of breath while resting',
  },
  {
    key: 'sudden-breathlessness',
    code: 'RF-PE',
    level: 'emergency',
    words: 'Suddenly short of breath, sharp pain when breathing in, or coughing up blood',
  },
  {
    key: 'stroke-signs',
    code: 'RF-STROKE',
    level: 'emergency',
    words: 'One side of the face drooping, one arm weak, speech unclear, or a sudden very bad headache',
  },
  {
    key: 'between-the-legs',
    code: 'RF-CES',
    level: 'emergency',
    words:
      'New numbness between the legs or around the bottom, cannot pass urine, lost control of bladder or bowel, or both legs newly weak',
  },
  {
    key: 'neck-and-dizzy',
    code: 'RF-ARTERY',
    level: 'emergency',
    words:
      'Neck pain together with dizziness, double vision, unclear speech, sudden falls or unsteady walking',
  },
  {
    key: 'belly-or-tearing-back',
    code: 'RF-AAA',
    level: 'emergency',
    words: 'A lump in the belly that beats like a pulse, or a tearing pain in the back',
  },
  {
    key: 'tense-swelling',
    code: 'RF-COMPART',
    level: 'emergency',
    words: 'An arm or leg that is hard and swollen, far more painful than it should be, or going numb',
  },
  { key: 'self-harm', code: 'RF-MH', level: 'emergency', words: 'Thoughts of harming yourself' },
  {
    key: 'growing-weakness',
    code: 'RF-NEURO',
    level: 'urgent',
    neurological: true,
    words: 'An arm, hand, leg or foot that is getting weaker; a foot that drags or a hand that drops',
  },
  {
    key: 'clumsy-hands',
    code: 'RF-MYELO',
    level: 'urgent',
    neurological: true,
    words: 'Hands that have become clumsy, or walking that has become unsteady',
  },
  {
    key: 'one-leg-swollen',
    code: 'RF-DVT',
    level: 'urgent',
    words: 'One leg swollen, warm and tender',
  },
  {
    key: 'bad-fall',
    code: 'RF-FRACT',
    level: 'urgent',
    words:
      'A bad fall or accident just before it began, or strong bone pain so that you cannot put weight on it',
  },
  {
    key: 'fever',
    code: 'RF-INFECT',
    level: 'urgent',
    words:
      'Fever or chills together with this problem, or constant pain at night after an infection or an injection',
  },
  {
    key: 'hot-joint',
    code: 'RF-SEPTJ',
    level: 'urgent',
    words: 'A joint that is hot, red and very painful, or a wound that leaks after an operation',
  },
  {
    key: 'after-operation',
    code: 'RF-IMPLANT',
    level: 'urgent',
    words: 'After an operation: a sudden pop, a new shape, or the joint giving way',
  },
  {
    key: 'head-knock',
    code: 'RF-FALL',
    level: 'urgent',
    words: 'A recent fall with a knock on the head, or any fall while taking blood thinners',
  },
  {
    key: 'not-safe',
    code: 'RF-ABUSE',
    level: 'urgent',
    words: 'Somebody hurts, threatens or neglects you',
  },
  {
    key: 'cancer',
    code: 'RF-CANCER',
    level: 'prompt',
    words: 'You have or had cancer, and the back pain or the pain at night is new',
  },
  {
    key: 'weight-loss',
    code: 'RF-CANCER',
    level: 'prompt',
    words: 'You have lost weight without trying',
  },
  {
    key: 'colour-change',
    code: 'RF-CRPS',
    level: 'prompt',
    words: 'For weeks: pain much stronger than you would expect, with changing colour, warmth or swelling',
  },
];

/** The question behind a key. */
export function redFlagQuestion(key: RedFlagKey): RedFlagQuestion {
  const question = RED_FLAG_QUESTIONS.find((other) => other.key === key);
  if (question === undefined) throw new Error(`no red flag question ${key}`);
  return question;
}

const ORDER: readonly RedFlagLevel[] = ['emergency', 'urgent', 'prompt'];

/** The most serious level among the signs that were ticked. */
export function worstLevel(keys: readonly RedFlagKey[]): RedFlagLevel | 'none' {
  const levels = new Set(keys.map((key) => redFlagQuestion(key).level));
  return ORDER.find((level) => levels.has(level)) ?? 'none';
}
