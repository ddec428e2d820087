import type { PrecautionKind, PrescribedPrecaution } from './model.ts';

/** What a statement of the table means for a session, beside its level (rules.md 4.3). */
export type PrecautionMeaning = Pick<PrescribedPrecaution, 'minimumUseful' | 'caps' | 'vitals'> & {
  kind: PrecautionKind;
};

const NONE = { bloodPressure: null, heartRate: null, spo2: null, glucose: null };

/**
 * By the words of the statement. A level alone does not say whether something is never done, or not done today: a value that
 * stops a session is a stop rule, one to keep an eye on is monitored. Numbers are those of the row's own source.
 */
const MEANINGS: Readonly<Record<string, PrecautionMeaning>> = {
  'Glucose below 100 mg/dL before exercise: carbohydrate first if on insulin or a secretagogue': {
    kind: 'monitor',
  },
  'Glucose above 250 mg/dL: check ketones; with ketones no exercise': {
    kind: 'stop-when',
    vitals: { ...NONE, glucose: { min: null, max: 250 } },
  },
  'Glucose below 52 mg/dL (2.9 mmol/L), or assisted hypoglycaemia within 24 h': {
    kind: 'stop-when',
    vitals: { ...NONE, glucose: { min: 52, max: null } },
  },
  'Resting blood pressure above 180 systolic or 110 diastolic: do not start': {
    kind: 'stop-when',
    vitals: { ...NONE, bloodPressure: { maxSystolic: 180, maxDiastolic: 110 } },
  },
  'Resting heart rate above 120 or below 50 with symptoms, SpO2 below 88 %': {
    kind: 'stop-when',
    vitals: { ...NONE, heartRate: { min: null, max: 120 }, spo2: { min: 88 } },
  },
  'Intensity: RPE 11-13 of 20 unless the physiatrist sets a range; on a beta-blocker use RPE, not heart rate':
    {
      kind: 'precaution',
      caps: [{ parameter: 'effortRpe', max: 13 }],
      minimumUseful: 'RPE 11: the lower end of the range',
    },
  'Weight gain of more than 3 lb in a day or 5 lb in a week': { kind: 'monitor' },
  'Keep SpO2 at 88 % or above': { kind: 'monitor', vitals: { ...NONE, spo2: { min: 88 } } },
  'Loaded or end-range spinal flexion and twisting, thrust manipulation, high impact': {
    kind: 'precaution',
    minimumUseful: 'Hip-hinge, extensor, balance and resistance work in their place',
  },
};

/** The kind of a statement and what it sets; nothing beyond its level for one that the table does not explain. */
export const meaningOf = (intervention: string): Partial<PrecautionMeaning> => MEANINGS[intervention] ?? {};

export const EXPLAINED_STATEMENTS: readonly string[] = Object.keys(MEANINGS);
