import type { BodyRegion } from '#shared/patients/model.ts';
import type { DoseParameterCode } from '../dose-parameters.ts';
import { getIntervention } from '../interventions.ts';
import type { Authority, Bound } from '../model.ts';
import type { TemplateContent } from '../template.ts';

/** A shipped starting point. Numbers are common practice written from memory [M]: the clinic confirms them before use. */
export interface StarterTemplate {
  key: string;
  name: string;
  phase: string;
  bodyRegion: BodyRegion;
  /** Beginnings of the ICD-10-CM codes it is meant for: those come first for a patient who has one. */
  codes: readonly string[];
  content: TemplateContent;
}

/** What is said beside every shipped starting point. */
export const STARTER_BASIS = 'Shipped starting point, from common practice; to be confirmed by the clinic';

type Intervention = TemplateContent['interventions'][number];

export const upTo = (parameter: DoseParameterCode, max: number): Bound => ({ parameter, min: null, max });
export const between = (parameter: DoseParameterCode, min: number, max: number): Bound => ({
  parameter,
  min,
  max,
});
export const only = (parameter: DoseParameterCode, ...allowed: number[]): Bound => ({
  parameter,
  min: null,
  max: null,
  allowed,
});

/** A permitted intervention by its code, named by the catalogue. */
export const permit = (
  code: string,
  authority: Authority,
  bounds: Bound[] = [],
  rationale: string | null = null,
): Intervention => ({ code, name: getIntervention(code)?.name ?? code, authority, bounds, rationale });

export const goal = (
  measureCode: string,
  target: number,
  week: number,
  description: string,
): TemplateContent['goals'][number] => ({ measureCode, target, week, description });

export const primary = (measureCode: string, everyDays: number): TemplateContent['measures'][number] => ({
  measureCode,
  role: 'primary',
  everyDays,
  mdcTag: null,
  mcidTag: null,
});

export const secondary = (measureCode: string, everyDays: number): TemplateContent['measures'][number] => ({
  ...primary(measureCode, everyDays),
  role: 'secondary',
});

type Steps = [perWeek: number, weeks: number][];

/** Frequency by weeks; one step is a plan without tapering. */
export const plan = (
  steps: Steps,
  reEvaluationWeek: number,
): Pick<TemplateContent, 'frequencyPerWeek' | 'durationWeeks' | 'taper' | 'reEvaluationWeek'> => ({
  frequencyPerWeek: steps[0]?.[0] ?? null,
  durationWeeks: steps.reduce((total, [, weeks]) => total + weeks, 0),
  taper: steps.length < 2 ? null : steps.map(([perWeek, weeks]) => ({ perWeek, weeks })),
  reEvaluationWeek,
});

/** What most starters share: nothing excluded, no notes, weight as tolerated. */
export const REST: Pick<TemplateContent, 'excluded' | 'notes' | 'weightBearing'> = {
  excluded: [],
  notes: null,
  weightBearing: { status: 'WBAT', percent: null },
};
