import type { DoseParameterCode } from './dose-parameters.ts';
import { getIntervention, limitableParameters } from './interventions.ts';
import type { Bound, PrescribedIntervention, PrescribedPrecaution, WeightBearing } from './model.ts';
import { precautionSource } from './precaution-kinds.ts';

/** What bounds a therapist: the prescription's interventions, its precautions and its weight bearing. */
export interface TherapyLimits {
  interventions: readonly PrescribedIntervention[];
  precautions: readonly PrescribedPrecaution[];
  weightBearing?: readonly WeightBearing[] | undefined;
}

/** A limit as it binds today; `because` names what is stricter than the intervention's own. */
export interface LimitInForce extends Bound {
  because?: string;
}

/** A ceiling that comes from outside the intervention. */
interface Cap {
  parameter: DoseParameterCode;
  max: number;
  because: string;
  /** It yields to a range that the physiatrist has set (the words of its rule). */
  unlessSet?: boolean;
}

/** Toe-touch is at most 20 % of body weight unless the physiatrist states less (rules.md 4.2, S18). */
const TOE_TOUCH_PERCENT = 20;

/** The limits that bind an intervention: its own, or what a kept precaution or the weight bearing sets where that is stricter. */
export function limitsInForce(
  limits: Pick<TherapyLimits, 'precautions' | 'weightBearing'>,
  { code, bounds }: Pick<PrescribedIntervention, 'code' | 'bounds'>,
): LimitInForce[] {
  const possible: readonly DoseParameterCode[] = limitableParameters(code);
  const caps = [
    ...precautionCaps(limits.precautions, code),
    ...weightBearingCaps(limits.weightBearing ?? []),
  ];
  return caps
    .filter(({ parameter }) => possible.includes(parameter))
    .reduce<LimitInForce[]>(
      withCap,
      bounds.map((bound) => ({ ...bound })),
    );
}

function withCap(limits: LimitInForce[], { parameter, max, because, unlessSet }: Cap): LimitInForce[] {
  const own = limits.find((one) => one.parameter === parameter);
  if (own === undefined) return [...limits, { parameter, min: null, max, because }];
  if (own.max !== null && (own.max <= max || unlessSet === true)) return limits;
  const min = own.min !== null && own.min > max ? null : own.min;
  return limits.map((one) => (one === own ? { ...one, min, max, because } : one));
}

const precautionCaps = (precautions: readonly PrescribedPrecaution[], code: string): Cap[] => {
  const agents: readonly string[] = getIntervention(code)?.agents ?? [];
  return precautions
    .filter(({ decision, agents: about }) => decision === 'keep' && about.some((one) => agents.includes(one)))
    .flatMap((precaution) =>
      (precaution.caps ?? []).map((cap) => ({
        ...cap,
        because: precautionSource(precaution),
        unlessSet: true,
      })),
    );
};

/** The leg that may carry least speaks: a dose does not say which side it is for. */
const weightBearingCaps = (rows: readonly WeightBearing[]): Cap[] =>
  rows.flatMap(({ limb, status, percent }): Cap[] => {
    const max = status === 'NWB' ? 0 : status === 'TTWB' ? (percent ?? TOE_TOUCH_PERCENT) : percent;
    if (!limb.endsWith('-leg') || status === 'WBAT' || status === 'FWB' || max === null) return [];
    return [
      {
        parameter: 'weightBearingPercent',
        max,
        because: `the weight bearing of the ${limb.replace('-', ' ')} (${status})`,
      },
    ];
  });

/**
 * The limits worth reading on an intervention: its own, and those from outside that are stricter or speak of a part its dose
 * is usually written in.
 */
export function limitsToRead(
  limits: Pick<TherapyLimits, 'precautions' | 'weightBearing'>,
  prescribed: Pick<PrescribedIntervention, 'code' | 'bounds'>,
): LimitInForce[] {
  const usual: readonly string[] = getIntervention(prescribed.code)?.parameters ?? [];
  const own = new Set(prescribed.bounds.map(({ parameter }) => parameter));
  return limitsInForce(limits, prescribed).filter(
    ({ parameter }) => own.has(parameter) || usual.includes(parameter),
  );
}
