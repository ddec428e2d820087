import type { OutcomeMeasure } from '#shared/outcomes/registry.ts';
import type { Random } from './random.ts';

/** How a measure goes during a phase, whatever its scale. */
export type Shape =
  /** Front-loaded recovery, past what matters to patients. */
  | 'responds'
  /** Recovers, then levels off well. */
  | 'levels-off'
  /** Recovers to the goal of the prescription and a little beyond; without a goal it levels off. */
  | 'reaches-goal'
  /** More than error, less than important. */
  | 'partial'
  /** Back and forth within the measurement error. */
  | 'flat'
  /** A little better, too early to say. */
  | 'early'
  | 'worsens'
  /** Better at first, then most of it is lost again. */
  | 'relapses';

/** Share of the whole change that is reached at `x` of the planned time: most of it comes early (rules.md 6.4). */
export const recovered = (x: number): number =>
  (1 - Math.exp(-2.16 * Math.min(1, Math.max(0, x)))) / (1 - Math.exp(-2.16));

/** The smallest detectable and the smallest important change of a measure, as the verdict uses them. */
export function thresholdsOf(measure: OutcomeMeasure): { detect: number; matter: number } {
  const pick = (list: OutcomeMeasure['mdc']): number | undefined => list.find((one) => one.default)?.value;
  const mdc = pick(measure.mdc);
  const mcid = pick(measure.mcid);
  const detect = mdc ?? mcid ?? (measure.max ?? 100) / 10;
  return { detect, matter: Math.max(detect, mcid ?? detect) };
}

/** How far a good recovery goes, in important changes; and how far a value strays, in detectable ones. */
const LEVELS_OFF = 1.7;
const NOISE = 0.12;

/** Improvement at `progress` (0 at the start of the phase, 1 at its last score), in units of the measure; worse is negative. */
export function improvementAt(
  shape: Shape,
  progress: number,
  measure: OutcomeMeasure,
  toGoal = LEVELS_OFF * thresholdsOf(measure).matter,
): number {
  const { detect, matter } = thresholdsOf(measure);
  switch (shape) {
    case 'responds':
      return 1.75 * matter * recovered(progress);
    case 'levels-off':
      return LEVELS_OFF * matter * Math.min(1, recovered(progress / 0.45));
    case 'reaches-goal':
      return (toGoal + NOISE * detect) * Math.min(1, recovered(progress / 0.8));
    case 'partial':
      return ((detect + matter) / 2) * recovered(progress * 1.1);
    case 'flat':
      return 0.12 * detect * Math.sin(progress * 9);
    case 'early':
      return 0.4 * detect * progress;
    case 'worsens':
      return -1.55 * detect * Math.min(1, progress * 1.25);
    case 'relapses':
      return 1.6 * matter * Math.sin(Math.min(1, progress * 1.15) * Math.PI * 0.95);
    default:
      return shape satisfies never;
  }
}

/** The value as somebody would write it down: on the scale, at the measure's step, with a little noise. */
export function valueAt(
  baseline: number,
  shape: Shape,
  progress: number,
  measure: OutcomeMeasure,
  { random, goal }: { random: Random; goal?: number | undefined },
): number {
  const { detect } = thresholdsOf(measure);
  const isFirst = progress === 0;
  const noise = isFirst ? 0 : Math.max(-NOISE, Math.min(NOISE, random.normal() * 0.07)) * detect;
  const toGoal = goal === undefined ? undefined : Math.abs(goal - baseline);
  const gain = improvementAt(shape, progress, measure, toGoal) + noise;
  return onScale(measure.direction === 'higherIsBetter' ? baseline + gain : baseline - gain, measure);
}

/** Rounded to the step and kept inside the scale. */
export function onScale(value: number, measure: OutcomeMeasure): number {
  // Nobody writes a stopwatch down to hundredths, or a crosswalk score to thousandths.
  const step = Math.max(measure.step, measure.step < 0.1 ? 0.1 : measure.step);
  const fine = measure.code === 'gait_speed' ? 0.01 : step;
  const inside = Math.min(measure.max ?? Infinity, Math.max(measure.min ?? -Infinity, value));
  return Math.round(Math.round(inside / fine) * fine * 1000) / 1000;
}
