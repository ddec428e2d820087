import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { vitalLimitsOf } from '#shared/prescriptions/vital-limits.ts';
import type { DrugClass } from './drug-classes.ts';
import { classesOf } from './recognise.ts';

/** What a drug changes in therapy, for the reader of a medication list. */
export interface TherapyConsequence {
  drugClass: DrugClass;
  sentence: string;
  /** Where it is from, as it is shown. From memory is [M], product policy is [P]: never settled fact. */
  source: string;
  /** Whether rules.md 4.3 has a row for it, which is then proposed to the prescription's precautions. */
  isProposed: boolean;
}

/**
 * Drugs that change what therapy may do. Rows with a rule in rules.md 4.3 are proposed to the prescription; the others are shown
 * only, as product policy to be confirmed by a clinician.
 */
const ROWS: readonly TherapyConsequence[] = [
  {
    drugClass: 'anticoagulant',
    sentence:
      'Manipulation, deep friction and dry needling with caution; watch for bruising. A fall with head strike is checked before exercise.',
    source: 'Precaution table (anticoagulant) and red flag for falls; to be confirmed by the clinic',
    isProposed: true,
  },
  {
    drugClass: 'beta-blocker',
    sentence: 'Effort is steered by RPE 11-13 of 20, not by heart rate, unless the physiatrist sets a range.',
    source: 'Precaution table (cardiac); to be confirmed by the clinic',
    isProposed: true,
  },
  ...(['insulin', 'secretagogue'] as const).map((drugClass) => ({
    drugClass,
    sentence: 'Glucose is measured before exercise; below 100 mg/dL carbohydrate first, then check again.',
    source: 'Precaution table (diabetes): University of Illinois Extension, dialeb.org',
    isProposed: true,
  })),
  {
    drugClass: 'corticosteroid',
    sentence:
      'Bone and tendon may be weaker: minor trauma counts as a possible fracture. Infection may show late; glucose may rise.',
    source:
      'Product policy, and the red flag for fractures, which names steroids; to be confirmed by the clinic',
    isProposed: false,
  },
  {
    drugClass: 'opioid',
    sentence:
      'Drowsiness and falls: balance work with a hand near, first minutes supervised; pain scores are given under its effect.',
    source: 'Product policy; to be confirmed by the clinic',
    isProposed: false,
  },
];

const OPIOID_TAPER: TherapyConsequence = {
  drugClass: 'opioid',
  sentence:
    'Dose is going down: pain may rise for a time without therapy failing. Note the step beside the pain score; report sweating, restlessness or low mood.',
  source: 'Product policy; to be confirmed by the clinic',
  isProposed: false,
};

/** What the drugs somebody takes change in therapy. */
export function consequencesOf(
  ingredients: readonly string[],
  { isTapered = false, clinicValues = {} }: { isTapered?: boolean; clinicValues?: ClinicOverrides } = {},
): TherapyConsequence[] {
  const classes = classesOf(ingredients);
  const { effortRpeMin, effortRpeMax } = vitalLimitsOf(clinicValues);
  const rows = ROWS.filter(({ drugClass }) => classes.includes(drugClass)).map((row) => ({
    ...row,
    sentence: row.sentence.replace('RPE 11-13', `RPE ${effortRpeMin}-${effortRpeMax}`),
  }));
  return isTapered && classes.includes('opioid') ? [...rows, OPIOID_TAPER] : rows;
}

/** A drug that somebody takes now. */
export interface TakenDrug {
  name: string;
  ingredients: readonly string[];
  isTapered: boolean;
}

/** What drugs change in therapy where no row of the precaution table says it: read by whoever prescribes therapy and gives it. */
export const drugNotes = (drugs: readonly TakenDrug[], clinicValues: ClinicOverrides): string[] => [
  ...new Set(
    drugs.flatMap(({ name, ingredients, isTapered }) =>
      consequencesOf(ingredients, { isTapered, clinicValues })
        .filter(({ isProposed }) => !isProposed)
        .map(({ sentence }) => `${name}: ${sentence}`),
    ),
  ),
];
