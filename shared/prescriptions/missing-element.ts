import type { PrescriptionDraftContent } from './model.ts';

export type Field = keyof PrescriptionDraftContent;
export type MissingPath = Field | `${Field}.${number}`;

/** What signing waits for: where in the form, and what to do. */
export interface MissingElement {
  code:
    | 'DIAGNOSIS'
    | 'DIAGNOSIS_CODE'
    | 'DIAGNOSIS_SIDE'
    | 'STOP_RULE_UNKNOWN'
    | 'ONSET'
    | 'ONSET_DATE'
    | 'PRECAUTIONS'
    | 'PRECAUTION_UNDECIDED'
    | 'PRECAUTION_WORDS'
    | 'OVERRIDE_REASON'
    | 'WEIGHT_BEARING'
    | 'WEIGHT_BEARING_PERCENT'
    | 'FREQUENCY'
    | 'DURATION'
    | 'AMOUNT'
    | 'TAPER'
    | 'VISITS'
    | 'START'
    | 'INTERVENTIONS'
    | 'INTERVENTION_UNKNOWN'
    | 'LIMITS'
    | 'PROGRESSION'
    | 'CONTRAINDICATED'
    | 'WEIGHT_BEARING_LIMB'
    | 'WEIGHT_BEARING_LOAD'
    | 'WEIGHT_BEARING_UNTIL'
    | 'EXCLUDED'
    | 'GOALS'
    | 'GOAL_TARGET'
    | 'GOAL_DATE'
    | 'GOAL_MEASURE'
    | 'GOAL_RANGE'
    | 'PRIMARY_MEASURES'
    | 'MEASURE_INTERVAL'
    | 'MEASURE_SIDE'
    | 'MEASURE_POPULATION'
    | 'RE_EVALUATION'
    | 'VITALS'
    | 'STOP_RULES'
    | 'TWICE';
  /** The field, or the field and the row: `goals`, `goals.1`. */
  path: MissingPath;
  sentence: string;
}

/** One thing that is missing, in the form of the list. */
export const missing = (
  code: MissingElement['code'],
  path: MissingElement['path'],
  sentence: string,
): MissingElement => ({
  code,
  path,
  sentence,
});

/** Rows that name the same thing as an earlier row: the second would never be read. */
export function twice<T>(
  field: Field,
  rows: readonly T[],
  key: (row: T) => string,
  name: (row: T) => string,
): MissingElement[] {
  const keys = rows.map(key);
  return rows.flatMap((row, index) =>
    keys.indexOf(key(row)) < index
      ? [missing('TWICE', `${field}.${index}`, `${name(row)} is there twice: remove one of them.`)]
      : [],
  );
}
