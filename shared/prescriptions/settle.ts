import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { getMeasure } from '#shared/outcomes/registry.ts';
import { choicesOf } from './dose-parameters.ts';
import { getIntervention } from './interventions.ts';
import { sideOfCode } from './missing-diagnosis.ts';
import type { Bound, PrescriptionDraftContent, WeightBearing } from './model.ts';
import { asRuled } from './precautions.ts';
import { settledSchedule } from './schedule.ts';

/** Toe-touch is at most 20 % of body weight unless the physiatrist states less (rules.md 4.2). */
const TOE_TOUCH_PERCENT = 20;

/** The stored percent of a status (rules.md 4.2): none for "as tolerated", what was stated for partial. */
function settledPercent({ status, percent }: WeightBearing): number | null {
  switch (status) {
    case 'NWB':
      return 0;
    case 'TTWB':
      return percent ?? TOE_TOUCH_PERCENT;
    case 'PWB':
      return percent;
    case 'WBAT':
      return null;
    case 'FWB':
      return 100;
    default:
      return status satisfies never;
  }
}

/** A limit that says nothing is none; a set names settings that exist, in their order, and a full set limits nothing. */
function settledBound(bound: Bound): Bound[] {
  const { parameter, min, max } = bound;
  const choices = choicesOf(parameter);
  if (choices === undefined) return min === null && max === null ? [] : [{ parameter, min, max }];
  const allowed = choices.map(({ value }) => value).filter((value) => bound.allowed?.includes(value));
  return allowed.length === 0 || allowed.length === choices.length
    ? []
    : [{ parameter, min: null, max: null, allowed }];
}

const settledSide = <Row extends { measureCode: string; side: 'left' | 'right' | null }>(row: Row): Row =>
  getMeasure(row.measureCode)?.sided === false ? { ...row, side: null } : row;

/**
 * The content with everything that is not the writer's to say put right: names from the catalogue, precautions as their
 * rules word them in this clinic, percents that a status implies, no side on a measure that has none.
 */
export function settled<Content extends PrescriptionDraftContent>(
  content: Content,
  overrides: ClinicOverrides = {},
): Content {
  return {
    ...settledSchedule(content),
    interventions: content.interventions.map((row) => ({
      ...row,
      name: getIntervention(row.code)?.name ?? row.name,
      bounds: row.bounds.flatMap(settledBound),
    })),
    precautions: content.precautions.map((row) => asRuled(row, overrides)),
    noPrecautionsKnown: content.noPrecautionsKnown && content.precautions.length === 0,
    diagnoses: content.diagnoses.map((row) => ({ ...row, side: row.side ?? sideOfCode(row.code) })),
    weightBearing: content.weightBearing.map((row) => ({ ...row, percent: settledPercent(row) })),
    goals: content.goals.map(settledSide),
    measures: content.measures.map(settledSide),
  };
}
