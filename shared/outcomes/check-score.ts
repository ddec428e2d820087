import type { OutcomeMeasure } from './registry.ts';
import { unitLabel } from './registry.ts';

export type ScoreCheck =
  | { kind: 'fine' }
  /** Saved only when the person confirms it. */
  | { kind: 'confirm'; sentence: string }
  | {
      kind: 'refuse';
      code: 'out-of-range' | 'not-whole' | 'not-a-step' | 'side-missing' | 'side-not-used' | 'wrong-side';
      sentence: string;
    };

export interface ScoreToCheck {
  value: number;
  side: 'left' | 'right' | null;
  /** The series' latest valid value before this one, if any. */
  previous?: number | undefined;
}

/** Float noise allowed when a value is compared with the measure's step. */
const STEP_TOLERANCE = 1e-6;

/** Checks one value against the measure's own limits: refuse what cannot be, ask about what is unusual (outcome-measures.json, `sanity`). */
export function checkScore(measure: OutcomeMeasure, { value, side, previous }: ScoreToCheck): ScoreCheck {
  return refusal(measure, value, side) ?? doubt(measure, value, previous) ?? { kind: 'fine' };
}

function refusal(
  measure: OutcomeMeasure,
  value: number,
  side: 'left' | 'right' | null,
): ScoreCheck | undefined {
  const { sanity, abbreviation } = measure;
  const unit = unitLabel(measure);
  const refuse = (code: Extract<ScoreCheck, { kind: 'refuse' }>['code'], sentence: string): ScoreCheck => ({
    kind: 'refuse',
    code,
    sentence,
  });
  const tooLow = sanity.minExclusive ? value <= sanity.refuseBelow : value < sanity.refuseBelow;
  if (!Number.isFinite(value) || tooLow || value > sanity.refuseAbove) {
    const from = sanity.minExclusive ? `more than ${sanity.refuseBelow}` : `${sanity.refuseBelow}`;
    const hint = /\(hint: ([^)]+)\)/.exec(sanity.refuse)?.[1];
    const range = `${abbreviation} runs from ${from} to ${sanity.refuseAbove} ${unit}`.trim();
    return refuse('out-of-range', `${range}.${hint ? ` Note: ${hint}.` : ''}`);
  }
  if (sanity.integerOnly && !Number.isInteger(value)) {
    return refuse('not-whole', `${abbreviation} is scored in whole numbers.`);
  }
  if (!isOnStep(value, measure.step)) {
    return refuse(
      'not-a-step',
      `${abbreviation} is scored in steps of ${measure.step}${unit ? ` ${unit}` : ''}.`,
    );
  }
  if (measure.sided && side === null)
    return refuse('side-missing', `Say which side: ${abbreviation} is one series per side.`);
  if (!measure.sided && side !== null) return refuse('side-not-used', `${abbreviation} has no side.`);
  return undefined;
}

function doubt(measure: OutcomeMeasure, value: number, previous: number | undefined): ScoreCheck | undefined {
  const { warnBelow, warnAbove, warnChange } = measure.sanity;
  const unit = unitLabel(measure);
  const written = `${value}${unit ? ` ${unit}` : ''}`;
  if ((warnBelow !== null && value < warnBelow) || (warnAbove !== null && value > warnAbove)) {
    return {
      kind: 'confirm',
      sentence: `${measure.abbreviation} ${written} is unusual (${measure.sanity.warn}). Confirm it.`,
    };
  }
  if (
    warnChange !== null &&
    previous !== undefined &&
    Math.abs(value - previous) >= warnChange - STEP_TOLERANCE
  ) {
    return {
      kind: 'confirm',
      sentence: `${measure.abbreviation} ${written} after ${previous}: a change of ${warnChange} or more is unusual. Confirm it.`,
    };
  }
  return undefined;
}

function isOnStep(value: number, step: number): boolean {
  const steps = value / step;
  return Math.abs(steps - Math.round(steps)) < STEP_TOLERANCE;
}
