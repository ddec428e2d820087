import { z } from 'zod';
import { ICD_10_CM } from '#shared/patients/code-systems.ts';
import { comorbidityKeysOf, type ComorbidityKey } from '#shared/patients/comorbidities.ts';
import { HistoryMeaning, meaningsInWords } from '#shared/patients/history-meaning.ts';
import { Sex } from '#shared/patients/model.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { recogniseAllergen, recogniseDrug } from '#shared/medications/recognise.ts';
import type { DrugClass } from '#shared/medications/drug-classes.ts';
import { SAFETY_QUESTION_IDS, type SafetyQuestionId } from './safety-questions.ts';

/** What the chart knows that matters before a test. */
export const OrderFacts = z.object({
  sex: Sex,
  birthDate: PlainDate,
  conditions: z.array(
    z.object({
      code: z.string(),
      codeSystem: z.string(),
      display: z.string(),
      status: z.string(),
      isOld: z.boolean().optional(),
      recordedOn: PlainDate,
    }),
  ),
  allergies: z.array(
    z.object({ substance: z.string(), reaction: z.string().nullable(), recordedOn: PlainDate }),
  ),
  medications: z.array(z.object({ name: z.string(), recordedOn: PlainDate })),
  /** Facts of the history that have not ended: operations, injuries, problems. */
  history: z.array(z.object({ words: z.string(), bearsOn: z.array(HistoryMeaning), recordedOn: PlainDate })),
  /** Answers given for the patient's last tests, newest first. */
  earlier: z.array(
    z.object({
      question: z.enum(SAFETY_QUESTION_IDS),
      answer: z.enum(['yes', 'no', 'unknown']),
      note: z.string().nullable(),
      answeredOn: PlainDate,
      by: z.string(),
    }),
  ),
});
export type OrderFacts = z.infer<typeof OrderFacts>;

export interface KnownAnswer {
  answer: 'yes' | 'no';
  note: string | null;
  /** Where it is from, with its date: shown beside the answer. */
  words: string;
  origin: 'chart' | 'earlier';
  on: string;
}

/** Coded comorbidities (rules.md 4.3 list) that answer a question with yes. */
const BY_COMORBIDITY: Partial<Record<SafetyQuestionId, readonly ComorbidityKey[]>> = {
  'electronic-implant': ['pacemaker'],
  'metal-in-body': ['metal-implant', 'cemented-joint'],
  pregnancy: ['pregnancy'],
  'bleeding-risk': ['anticoagulant'],
  'skin-at-site': ['skin-infection'],
};

/** ICD-10-CM: chronic and unspecified kidney failure, diabetic kidney disease, dialysis, one kidney absent. Choice of codes ours, unverified. */
const KIDNEY = /^(N1[789]|E(08|09|10|11|13)\.2[12]|I1[23]|Z99\.2|Z90\.5|Q60\.0)/;
/** Lymphoedema, arteriovenous shunt. */
const ARM = /^(I89\.0|I97\.2|Z99\.2)/;

const BY_DRUG: Partial<Record<SafetyQuestionId, readonly DrugClass[]>> = {
  metformin: ['biguanide'],
  'bleeding-risk': ['anticoagulant', 'antiplatelet'],
};

type Fact = { words: string; on: string };

function factsFor(question: SafetyQuestionId, facts: OrderFacts): Fact[] {
  const fromConditions = facts.conditions
    .filter((condition) => answersByCondition(question, condition))
    .map(({ display, code, recordedOn }) => ({ words: `${display} (${code})`, on: recordedOn }));
  const classes = BY_DRUG[question] ?? [];
  const fromDrugs = facts.medications
    .filter(({ name }) => recogniseDrug(name).classes.some((drugClass) => classes.includes(drugClass)))
    .map(({ name, recordedOn }) => ({ words: `takes ${name}`, on: recordedOn }));
  const fromAllergies = facts.allergies
    .filter(({ substance }) => question === 'contrast-reaction' && isContrast(substance))
    .map(({ substance, reaction, recordedOn }) => ({
      words: ['allergy', substance, reaction ?? ''].filter(Boolean).join(' '),
      on: recordedOn,
    }));
  return [...fromConditions, ...fromHistory(question, facts), ...fromDrugs, ...fromAllergies];
}

/** Of the history: what was ticked there, and what its words speak for. Either is an answer to confirm, never more. */
function fromHistory(question: SafetyQuestionId, { history }: OrderFacts): Fact[] {
  const keys: readonly string[] = BY_COMORBIDITY[question] ?? [];
  return history
    .filter(({ words, bearsOn }) =>
      [...bearsOn, ...meaningsInWords(words)].some((meaning) => keys.includes(meaning)),
    )
    .map(({ words, recordedOn }) => ({ words: `history: ${words}`, on: recordedOn }));
}

function answersByCondition(
  question: SafetyQuestionId,
  condition: OrderFacts['conditions'][number],
): boolean {
  const isIcd = condition.codeSystem === ICD_10_CM && condition.status === 'active';
  if (question === 'kidney-disease') return isIcd && KIDNEY.test(condition.code);
  if (question === 'arm-not-to-use') return isIcd && ARM.test(condition.code);
  const keys = BY_COMORBIDITY[question] ?? [];
  return comorbidityKeysOf([condition]).some((key) => keys.includes(key));
}

const isContrast = (substance: string): boolean =>
  recogniseAllergen(substance).classes.some(
    (drugClass) => drugClass === 'iodinated-contrast' || drugClass === 'gadolinium-contrast',
  );

/** Never carried from an earlier test: it may have changed since, or is a wish, not a fact. */
const ASKED_ANEW: ReadonlySet<SafetyQuestionId> = new Set(['pregnancy', 'contrast', 'skin-at-site']);

/**
 * The answers that the record gives by itself. A recorded fact answers yes; that nothing is recorded never answers no. What was
 * answered for an earlier test is offered again with its date, except where it may have changed.
 */
export function knownAnswers(facts: OrderFacts): ReadonlyMap<SafetyQuestionId, KnownAnswer> {
  const known = new Map<SafetyQuestionId, KnownAnswer>();
  for (const question of SAFETY_QUESTION_IDS) {
    const found = factsFor(question, facts);
    const [first] = found;
    const earlier = facts.earlier.find((one) => one.question === question);
    if (first !== undefined) {
      known.set(question, {
        answer: 'yes',
        note: earlier?.answer === 'yes' ? earlier.note : null,
        words: found.map(({ words }) => words).join(', '),
        origin: 'chart',
        on: first.on,
      });
    } else if (earlier !== undefined && earlier.answer !== 'unknown' && !ASKED_ANEW.has(question)) {
      const { answer, note, by, answeredOn } = earlier;
      known.set(question, { answer, note, words: `answered by ${by}`, origin: 'earlier', on: answeredOn });
    }
  }
  return known;
}
