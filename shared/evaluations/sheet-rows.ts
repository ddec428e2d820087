import { emptyFinding, type Finding, type MEASUREMENT_UNITS } from './findings.ts';

/** A row of the sheet: what is examined, and whether there are two sides to compare. */
export interface SheetRow {
  /** Nothing is filled in but what it is about. */
  subject: Finding;
  sided: boolean;
  /** The answer of a test that means that nothing is wrong; nothing when neither answer does. Negative unless told. */
  normal?: 'positive' | null;
}

export const rom = (joint: string, movements: readonly string[], sided = true): SheetRow[] =>
  movements.map((movement) => ({
    subject: { ...emptyFinding('rom'), kind: 'rom', joint, movement, mode: 'active', degrees: null },
    sided,
  }));

export const strength = (...groups: string[]): SheetRow[] =>
  groups.map((muscleGroup) => ({
    subject: { ...emptyFinding('strength'), kind: 'strength', muscleGroup, grade: null },
    sided: true,
  }));

export const reflexes = (...names: string[]): SheetRow[] =>
  names.map((reflex) => ({
    subject: { ...emptyFinding('reflex'), kind: 'reflex', reflex, grade: null },
    sided: true,
  }));

export const sensation = (areas: readonly string[], modality = 'light touch'): SheetRow[] =>
  areas.map((area) => ({
    subject: { ...emptyFinding('sensation'), kind: 'sensation', area, modality, result: null },
    sided: true,
  }));

export const tests = (names: readonly string[], sided = true): SheetRow[] =>
  names.map((test) => ({
    subject: { ...emptyFinding('special-test'), kind: 'special-test', test, result: null },
    sided,
  }));

/** Tests whose positive answer is the normal one: what ought to happen does. */
export const abilities = (names: readonly string[], sided = false): SheetRow[] =>
  tests(names, sided).map((row) => ({ ...row, normal: 'positive' }));

/** Tests that tell one kind of trouble from another: neither answer is normal, so neither is ever filled in. */
export const distinguishing = (names: readonly string[], sided = false): SheetRow[] =>
  tests(names, sided).map((row) => ({ ...row, normal: null }));

export const balance = (names: readonly string[], sided: boolean): SheetRow[] =>
  names.map((test) => ({
    subject: { ...emptyFinding('balance'), kind: 'balance', test, seconds: null, observation: '' },
    sided,
  }));

export const measured = (
  unit: (typeof MEASUREMENT_UNITS)[number],
  names: readonly string[],
  sided = true,
): SheetRow[] =>
  names.map((subject) => ({
    subject: { ...emptyFinding('measurement'), kind: 'measurement', subject, unit, value: null },
    sided,
  }));

/** The middle of the body: one place, not two. */
export const unsided = (rows: readonly SheetRow[]): SheetRow[] =>
  rows.map((row) => ({ ...row, sided: false }));
