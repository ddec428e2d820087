import type { PrecautionKind, PrescribedPrecaution } from './model.ts';
import { VITAL_LIMITS, type VitalLimits } from './vital-limits.ts';

/** What a statement of the table means for a session, beside its level (rules.md 4.3). */
export type PrecautionMeaning = Pick<PrescribedPrecaution, 'minimumUseful' | 'caps' | 'vitals'> & {
  kind: PrecautionKind;
};

const NONE = { bloodPressure: null, heartRate: null, spo2: null, glucose: null };

interface Explained {
  statement: (limits: VitalLimits) => string;
  meaning: (limits: VitalLimits) => PrecautionMeaning;
}

const always = (statement: string, meaning: PrecautionMeaning): Explained => ({
  statement: () => statement,
  meaning: () => meaning,
});

/**
 * By the words of the statement. A level alone does not say whether something is never done, or not done today: a value that
 * stops a session is a stop rule, one to keep an eye on is monitored. Numbers are those of the row's own source, or the clinic's
 * where the source is memory or policy.
 */
const EXPLAINED: readonly Explained[] = [
  always('Glucose below 100 mg/dL before exercise: carbohydrate first if on insulin or a secretagogue', {
    kind: 'monitor',
  }),
  always('Glucose above 250 mg/dL: check ketones; with ketones no exercise', {
    kind: 'stop-when',
    vitals: { ...NONE, glucose: { min: null, max: 250 } },
  }),
  always('Glucose below 52 mg/dL (2.9 mmol/L), or assisted hypoglycaemia within 24 h', {
    kind: 'stop-when',
    vitals: { ...NONE, glucose: { min: 52, max: null } },
  }),
  always('Resting blood pressure above 180 systolic or 110 diastolic: do not start', {
    kind: 'stop-when',
    vitals: { ...NONE, bloodPressure: { maxSystolic: 180, maxDiastolic: 110 } },
  }),
  {
    statement: ({ heartRateMax, heartRateMin, spo2Min }) =>
      `Resting heart rate above ${heartRateMax} or below ${heartRateMin} with symptoms, SpO2 below ${spo2Min} %`,
    meaning: ({ heartRateMax, spo2Min }) => ({
      kind: 'stop-when',
      vitals: { ...NONE, heartRate: { min: null, max: heartRateMax }, spo2: { min: spo2Min } },
    }),
  },
  {
    statement: ({ effortRpeMin, effortRpeMax }) =>
      `Intensity: RPE ${effortRpeMin}-${effortRpeMax} of 20 unless the physiatrist sets a range; on a beta-blocker use RPE, not heart rate`,
    meaning: ({ effortRpeMin, effortRpeMax }) => ({
      kind: 'precaution',
      caps: [{ parameter: 'effortRpe', max: effortRpeMax }],
      minimumUseful: `RPE ${effortRpeMin}: the lower end of the range`,
    }),
  },
  {
    statement: ({ weightGainDayLb, weightGainWeekLb }) =>
      `Weight gain of more than ${weightGainDayLb} lb in a day or ${weightGainWeekLb} lb in a week`,
    meaning: () => ({ kind: 'monitor' }),
  },
  {
    statement: ({ spo2Min }) => `Keep SpO2 at ${spo2Min} % or above`,
    meaning: ({ spo2Min }) => ({ kind: 'monitor', vitals: { ...NONE, spo2: { min: spo2Min } } }),
  },
  always('Loaded or end-range spinal flexion and twisting, thrust manipulation, high impact', {
    kind: 'precaution',
    minimumUseful: 'Hip-hinge, extensor, balance and resistance work in their place',
  }),
];

/** A statement without its numbers: the same rule with the numbers of another day or another clinic. */
export const numberless = (statement: string): string => statement.replaceAll(/\d+(\.\d+)?/g, '#');

const EXPLAINED_BY = new Map(EXPLAINED.map((one) => [numberless(one.statement(VITAL_LIMITS)), one]));

/** The kind of a statement and what it sets; nothing beyond its level for one that the table does not explain. */
export const meaningOf = (
  intervention: string,
  limits: VitalLimits = VITAL_LIMITS,
): Partial<PrecautionMeaning> => EXPLAINED_BY.get(numberless(intervention))?.meaning(limits) ?? {};

/** The statement with the numbers that hold. */
export const statementWith = (intervention: string, limits: VitalLimits): string =>
  EXPLAINED_BY.get(numberless(intervention))?.statement(limits) ?? intervention;

export const EXPLAINED_STATEMENTS: readonly string[] = EXPLAINED.map((one) => one.statement(VITAL_LIMITS));
