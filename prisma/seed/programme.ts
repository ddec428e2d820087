import type { WellsItem } from '#shared/evaluations/wells.ts';
import type { Digit } from '#shared/evaluations/digits.ts';
import { type Finding, withDigit } from '#shared/evaluations/findings.ts';
import type { BodyRegion } from '#shared/patients/model.ts';
import type { DoseParameterCode } from '#shared/prescriptions/interventions.ts';
import type { Authority, Bound, Dose, WeightBearing } from '#shared/prescriptions/model.ts';

export type OneSide = 'left' | 'right';

/** A measure that a programme is judged by, with where patients usually start. */
export interface ProgrammeMeasure {
  code: string;
  role: 'primary' | 'secondary';
  everyDays: number;
  baseline: readonly [low: number, high: number];
  /** Where the prescription wants to get to; left out for a measure without a goal. */
  goal?: number;
  /** Published population whose thresholds are chosen, when it is not the default one. */
  mdcTag?: string;
  mcidTag?: string;
}

/** An intervention with its limits, the dose it starts at, and how far one good session takes it. */
export interface ProgrammeIntervention {
  code: string;
  authority: Authority;
  bounds: Bound[];
  start: Dose;
  /** Added every few sessions, up to the limit. */
  step?: Partial<Record<DoseParameterCode, number>>;
  minutes: number;
  rationale?: string;
}

/** What a clinic treats: one problem with its usual plan and its usual words. Side words are put in for `{side}`. */
export interface Programme {
  key: string;
  region: BodyRegion;
  /** Whether the problem is on one side. */
  sided: boolean;
  concern: string;
  /** Wells items found at the visits, where the leg is scored as a matter of course. */
  legScore?: WellsItem[];
  diagnosis: { code: string | Record<OneSide, string>; display: string };
  surgical?: boolean;
  ages: readonly [low: number, high: number];
  measures: readonly ProgrammeMeasure[];
  interventions: readonly ProgrammeIntervention[];
  weightBearing?: { status: WeightBearing['status']; percent?: number };
  history: string;
  location: string;
  quality: string;
  aggravating: string;
  easing: string;
  limits: string;
  goals: string;
  impression: string;
  movementDiagnosis: string;
  plan: string;
  homeProgramme: string;
  findings: (side: OneSide) => Finding[];
  /** What therapists write, one of each per session. */
  notes: {
    better: readonly string[];
    same: readonly string[];
    worse: readonly string[];
    objective: readonly string[];
  };
}

export const bound = (parameter: DoseParameterCode, min: number | null, max: number | null): Bound => ({
  parameter,
  min,
  max,
});

const plain = { side: null, note: '', carried: false } as const;

export const rom = (side: OneSide | null, joint: string, movement: string, degrees: number): Finding => ({
  ...plain,
  kind: 'rom',
  joint,
  movement,
  mode: 'active',
  degrees,
  side,
});

export const strength = (side: OneSide | null, muscleGroup: string, grade: number): Finding => ({
  ...plain,
  kind: 'strength',
  muscleGroup,
  grade,
  side,
});

export const special = (
  side: OneSide | null,
  test: string,
  result: 'positive' | 'negative' | 'unclear',
): Finding => ({ ...plain, kind: 'special-test', test, result, side });

export const reflex = (side: OneSide, name: string, grade: '0' | '1+' | '2+' | '3+'): Finding => ({
  ...plain,
  kind: 'reflex',
  reflex: name,
  grade,
  side,
});

export const sensation = (side: OneSide, area: string, result: 'normal' | 'reduced'): Finding => ({
  ...plain,
  kind: 'sensation',
  area,
  modality: 'light touch',
  result,
  side,
});

export const gait = (observation: string, aid = 'no aid'): Finding => ({
  ...plain,
  kind: 'gait',
  observation,
  aid,
});

export const balance = (side: OneSide | null, test: string, seconds: number, observation = ''): Finding => ({
  ...plain,
  kind: 'balance',
  test,
  seconds,
  observation,
  side,
});

type MeasurementUnit = Extract<Finding, { kind: 'measurement' }>['unit'];

export const measured = (
  side: OneSide | null,
  subject: string,
  value: number,
  unit: MeasurementUnit,
): Finding => ({ ...plain, kind: 'measurement', subject, value, unit, side });

const OTHER_SIDE: Record<OneSide, OneSide> = { left: 'right', right: 'left' };

/** The same measurement on both sides: the treated one first. */
export const measuredBoth = (
  side: OneSide,
  subject: string,
  [treated, other]: readonly [number, number],
  unit: MeasurementUnit,
): Finding[] => [measured(side, subject, treated, unit), measured(OTHER_SIDE[side], subject, other, unit)];

/** What was found on one finger. */
export const onFinger = (finger: Digit, findings: readonly Finding[]): Finding[] =>
  findings.map((finding) => withDigit(finding, finger));

/** How long one leg is stood on, the treated one first. */
export const singleLeg = (side: OneSide, [treated, other]: readonly [number, number]): Finding[] => [
  balance(side, 'Single-leg stance, eyes open', treated),
  balance(OTHER_SIDE[side], 'Single-leg stance, eyes open', other),
];
