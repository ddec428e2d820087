import { normalizeForSearch } from '#shared/patients/search-text.ts';
import type { ProblemIssue } from '#shared/platform/problem.ts';
import { DRUG_CLASS_LABEL, RELATED_CLASSES, type DrugClass } from './drug-classes.ts';
import { DRUGS } from './drugs.ts';
import type { AnsweredFinding, FindingAnswer } from './model.ts';
import { classesOf, recogniseAllergen, recogniseDrug } from './recognise.ts';

/** What the record holds against a new drug. */
export interface MedicationRecord {
  allergies: readonly { allergyId: string; substance: string; reaction: string | null }[];
  /** What is taken now. */
  medications: readonly { medicationOrderId: string; name: string; ingredients: readonly string[] }[];
}

export interface Finding {
  /** Names the finding in an answer: `allergy:<id>`, `duplicate:<id>`, `class:<id>`. */
  code: string;
  /** `answer`: not ordered without a written reason. `note`: to be read. */
  level: 'answer' | 'note';
  sentence: string;
}

/** Said on every screen that orders: what this check is and is not. */
export const CHECK_LIMITS = `Compared with the recorded allergies and the active medications by a table of ${DRUGS.length} drugs, written from memory and to be confirmed. Interactions between drugs, doses and kidney function are not checked.`;

const label = (drugClass: DrugClass): string => DRUG_CLASS_LABEL[drugClass];

const firstShared = <T>(a: readonly T[], b: readonly T[]): T | undefined => a.find((one) => b.includes(one));

const related = (a: readonly DrugClass[], b: readonly DrugClass[]) =>
  RELATED_CLASSES.find(
    ([one, other]) => (a.includes(one) && b.includes(other)) || (a.includes(other) && b.includes(one)),
  );

const sameWords = (a: string, b: string): boolean => {
  const [one, other] = [` ${normalizeForSearch(a)} `, ` ${normalizeForSearch(b)} `];
  return one.trim() !== '' && other.trim() !== '' && (one.includes(other) || other.includes(one));
};

/** Why an allergy speaks against a drug, if it does. */
function allergyReason(name: string, substance: string): string | undefined {
  const drug = recogniseDrug(name);
  const allergen = recogniseAllergen(substance);
  const ingredient = firstShared(drug.ingredients, allergen.ingredients);
  if (ingredient !== undefined) return `it is or contains ${ingredient}`;
  const drugClass = firstShared(drug.classes, allergen.classes);
  if (drugClass !== undefined) return `both are of the class ${label(drugClass)}`;
  const pair = related(drug.classes, allergen.classes);
  if (pair !== undefined) return `${label(pair[0])} and ${label(pair[1])} are related`;
  return sameWords(name, substance) ? 'the names are alike' : undefined;
}

/** The recorded allergies that speak against a drug, or against several named together. */
export function allergyFindings(name: string, { allergies }: Pick<MedicationRecord, 'allergies'>): Finding[] {
  return allergies.flatMap(({ allergyId, substance, reaction }) => {
    const why = allergyReason(name, substance);
    if (why === undefined) return [];
    const what = reaction === null ? '' : ` (${reaction})`;
    return [
      {
        code: `allergy:${allergyId}`,
        level: 'answer' as const,
        sentence: `Allergy to ${substance}${what}: ${why}.`,
      },
    ];
  });
}

function duplicateFindings(name: string, { medications }: MedicationRecord): Finding[] {
  const drug = recogniseDrug(name);
  return medications.flatMap((taken): Finding[] => {
    const ingredients =
      taken.ingredients.length > 0 ? taken.ingredients : recogniseDrug(taken.name).ingredients;
    const on = taken.medicationOrderId;
    const ingredient = firstShared(drug.ingredients, ingredients);
    if (ingredient !== undefined || sameWords(name, taken.name)) {
      const sentence = `${taken.name} is taken already: the same drug twice. Change that order instead, or say why both.`;
      return [{ code: `duplicate:${on}`, level: 'answer', sentence }];
    }
    const drugClass = firstShared(drug.classes, classesOf(ingredients));
    return drugClass === undefined
      ? []
      : [
          {
            code: `class:${on}`,
            level: 'answer',
            sentence: `${taken.name} is taken already, also of the class ${label(drugClass)}.`,
          },
        ];
  });
}

function limitNotes(name: string, { allergies }: MedicationRecord): Finding[] {
  const unknown = allergies.filter(({ substance }) => {
    const { ingredients, classes } = recogniseAllergen(substance);
    return ingredients.length === 0 && classes.length === 0;
  });
  const note = (code: string, sentence: string): Finding => ({ code, level: 'note', sentence });
  return [
    ...(recogniseDrug(name).ingredients.length > 0
      ? []
      : [
          note('unknown-drug', 'The table does not know this drug: it is compared by its written name only.'),
        ]),
    ...(allergies.length === 0
      ? [note('no-allergy', 'No allergy is recorded. That is not the same as none: ask.')]
      : []),
    ...(unknown.length === 0
      ? []
      : [
          note(
            'unknown-allergy',
            `Compared by name only, because the table does not know it: ${unknown.map(({ substance }) => substance).join(', ')}.`,
          ),
        ]),
  ];
}

/** What the record says about a drug before it is ordered: allergies, the same drug or class twice, and what was not compared. */
export const checkMedication = (name: string, record: MedicationRecord): Finding[] =>
  name.trim() === ''
    ? []
    : [...allergyFindings(name, record), ...duplicateFindings(name, record), ...limitNotes(name, record)];

/** The findings that nobody has given a reason for. */
export function unanswered(
  findings: readonly Finding[],
  answers: readonly FindingAnswer[],
  ask = 'Write why it is given all the same, or choose another drug.',
): ProblemIssue[] {
  return findings
    .filter(({ code, level }) => level === 'answer' && !answers.some(({ finding }) => finding === code))
    .map(({ code, sentence }) => ({
      path: `answers.${code}`,
      code: 'FINDING',
      message: `${sentence} ${ask}`,
    }));
}

/** The findings with the reasons that were given, as they are stored with the order. */
export const answeredFindings = (
  findings: readonly Finding[],
  answers: readonly FindingAnswer[],
): AnsweredFinding[] =>
  findings.flatMap(({ code, sentence }) => {
    const answer = answers.find(({ finding }) => finding === code);
    return answer === undefined ? [] : [{ sentence, reason: answer.reason }];
  });
