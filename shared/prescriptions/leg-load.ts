import type { PrescribedIntervention, WeightBearing } from './model.ts';
import { limbWords } from './words.ts';

/** Interventions that put body weight through the legs, whatever their dose says. Our own list, unverified. */
const LOADS_THE_LEGS: readonly string[] = [
  'squat',
  'step-up',
  'heel-raise',
  'plyometric',
  'walking-treadmill',
];

/**
 * Why an intervention does not go with a leg that bears no weight, or touches only (rules.md 4.2). One that the physiatrist gave a
 * limit of weight bearing of its own was thought of: it is for the other leg, or with a stated load.
 */
export function legLoadProblem(
  {
    code,
    name,
    bounds,
  }: Pick<PrescribedIntervention, 'code' | 'name'> & {
    bounds: readonly { parameter: string }[];
  },
  weightBearing: readonly WeightBearing[] | undefined,
): string | undefined {
  if (!LOADS_THE_LEGS.includes(code)) return undefined;
  if (bounds.some(({ parameter }) => parameter === 'weightBearingPercent')) return undefined;
  const leg = (weightBearing ?? []).find(
    ({ limb, status }) => limb.endsWith('-leg') && (status === 'NWB' || status === 'TTWB'),
  );
  if (leg === undefined) return undefined;
  const load = leg.status === 'NWB' ? 'bears no weight' : 'may touch only';
  return `${name} loads the legs, and the ${limbWords(leg.limb)} ${load} (${leg.status})`;
}
