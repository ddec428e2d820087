import {
  DOSE_PARAMETER_CODES,
  DOSE_PARAMETERS,
  getIntervention,
  type DoseParameterCode,
} from './interventions.ts';
import type { Bound, Dose, PrescribedIntervention, PrescribedPrecaution } from './model.ts';

export { Dose } from './model.ts';

/** A therapist's intention for one intervention: another dose than last time, or to stop it. */
export interface PlanEdit {
  code: string;
  /** The dose last given in this episode, whatever the version; absent the first time. */
  from?: Dose | undefined;
  to: Dose | 'stop';
}

/** How far a value goes beyond its limit, in the parameter's unit. */
export interface Excess {
  parameter: DoseParameterCode;
  asked: number;
  limit: number;
  by: number;
}

export type EditClass =
  /** Just happens. */
  | { kind: 'within' }
  /** Happens, and the physiatrist is told. */
  | { kind: 'notify'; increases: DoseParameterCode[] }
  /** Does not happen: it becomes a change request. */
  | { kind: 'outside'; reason: 'above-limit'; excesses: Excess[] }
  | { kind: 'outside'; reason: 'ask-before-increase'; increases: DoseParameterCode[] }
  | { kind: 'outside'; reason: 'not-prescribed' }
  | { kind: 'outside'; reason: 'contraindicated'; precaution: PrescribedPrecaution };

export interface TherapyLimits {
  interventions: readonly PrescribedIntervention[];
  precautions: readonly PrescribedPrecaution[];
}

/** Places a therapist's edit against the physiatrist's limits. Reducing or stopping is always `within`: safety never waits. */
export function classifyEdit(limits: TherapyLimits, edit: PlanEdit): EditClass {
  const { to } = edit;
  if (to === 'stop') return { kind: 'within' };
  const contraindication = contraindicationOf(limits.precautions, edit.code);
  if (contraindication) return { kind: 'outside', reason: 'contraindicated', precaution: contraindication };
  const prescribed = limits.interventions.find((intervention) => intervention.code === edit.code);
  if (!prescribed) return { kind: 'outside', reason: 'not-prescribed' };

  const excesses = excessesOf(prescribed.bounds, to);
  if (excesses.length > 0) return { kind: 'outside', reason: 'above-limit', excesses };

  const increases = increasesOf(edit.from, to).filter(
    (parameter) => !isAgreed(prescribed.agreed, to, parameter),
  );
  if (increases.length === 0 || prescribed.authority === 'free') return { kind: 'within' };
  return prescribed.authority === 'notify'
    ? { kind: 'notify', increases }
    : { kind: 'outside', reason: 'ask-before-increase', increases };
}

/** Whether a value demands more than the limit allows. Only the harder end binds: doing less is always allowed. */
function excessesOf(bounds: readonly Bound[], dose: Dose): Excess[] {
  return bounds.flatMap(({ parameter, min, max }) => {
    const asked = dose[parameter];
    const harder = DOSE_PARAMETERS[parameter].harder;
    const limit = harder === 'higher' ? max : min;
    if (asked === undefined || limit === null) return [];
    const by = Math.round((harder === 'higher' ? asked - limit : limit - asked) * 1e6) / 1e6;
    return by > 0 ? [{ parameter, asked, limit, by }] : [];
  });
}

/**
 * Parameters that demand more than last time. The first dose is no increase. A load that was not there last time is one, and
 * so is a rest that is left out: otherwise an increase could pass in two steps, through a dose that does not mention it.
 */
export function increasesOf(from: Dose | undefined, to: Dose): DoseParameterCode[] {
  if (from === undefined) return [];
  return DOSE_PARAMETER_CODES.filter((parameter) => isHarder(parameter, from[parameter], to[parameter]));
}

function isHarder(
  parameter: DoseParameterCode,
  before: number | undefined,
  after: number | undefined,
): boolean {
  if (DOSE_PARAMETERS[parameter].harder === 'higher') return after !== undefined && after > (before ?? 0);
  return before !== undefined && (after ?? 0) < before;
}

/** Whether the physiatrist has already agreed to as much as this. */
function isAgreed(agreed: Dose | null | undefined, to: Dose, parameter: DoseParameterCode): boolean {
  const limit = agreed?.[parameter];
  return limit !== undefined && !isHarder(parameter, limit, to[parameter]);
}

/** The kept contraindication that forbids an intervention, if there is one. An overridden one no longer forbids. */
export function contraindicationOf(
  precautions: readonly PrescribedPrecaution[],
  code: string,
): PrescribedPrecaution | undefined {
  const agents: readonly string[] = getIntervention(code)?.agents ?? [];
  return precautions.find(
    (precaution) =>
      precaution.level === 'contraindicated' &&
      precaution.decision === 'keep' &&
      precaution.agents.some((agent) => agents.includes(agent)),
  );
}

/** Precautions that warn about an intervention and need to be acknowledged, but do not forbid it. */
export const cautionsOf = (
  precautions: readonly PrescribedPrecaution[],
  code: string,
): PrescribedPrecaution[] => {
  const agents: readonly string[] = getIntervention(code)?.agents ?? [];
  return precautions.filter(
    (precaution) =>
      precaution.level === 'precaution' && precaution.agents.some((agent) => agents.includes(agent)),
  );
};

/** A limit as a person reads it: "6-10 kg", "up to 30 min", "rest at least 30 s". */
export function boundWords({ parameter, min, max }: Bound): string {
  const unit = unitWords(parameter);
  if (min !== null && max !== null) {
    return named(parameter, min === max ? `${min}${unit}` : `${min}-${max}${unit}`);
  }
  return named(parameter, max !== null ? `up to ${max}${unit}` : `at least ${min}${unit}`);
}

/** Seconds may be a hold or a rest, so these two say which; a grade has no unit of its own. */
const NAMED: Partial<Record<DoseParameterCode, string>> = {
  holdSeconds: 'hold',
  restSeconds: 'rest',
  gradeMaitland: 'grade',
  effortRpe: 'RPE',
};
const named = (parameter: DoseParameterCode, words: string): string =>
  NAMED[parameter] === undefined ? words : `${NAMED[parameter]} ${words}`;
const UNITLESS: readonly DoseParameterCode[] = ['gradeMaitland', 'effortRpe'];
function unitWords(parameter: DoseParameterCode): string {
  if (UNITLESS.includes(parameter)) return '';
  const { unit } = DOSE_PARAMETERS[parameter];
  return unit === '°' || unit === '°C' ? unit : ` ${unit}`;
}

/** A dose as a person reads it: "3 x 10, 12 kg", "22 min", "2 x 10, hold 30 s". */
export function doseWords(dose: Dose): string {
  const { sets, repetitions, ...rest } = dose;
  const count =
    sets !== undefined && repetitions !== undefined
      ? [`${sets} x ${repetitions}`]
      : [
          sets === undefined ? undefined : `${sets} sets`,
          repetitions === undefined ? undefined : `${repetitions} reps`,
        ];
  const others = DOSE_PARAMETER_CODES.flatMap((parameter) => {
    const value = parameter === 'sets' || parameter === 'repetitions' ? undefined : rest[parameter];
    return value === undefined ? [] : [named(parameter, `${value}${unitWords(parameter)}`)];
  });
  return [...count.filter((part) => part !== undefined), ...others].join(', ');
}

/** Why an edit does not happen, and what the therapist can do. */
export function editSentence(name: string, edit: Extract<EditClass, { kind: 'outside' }>): string {
  switch (edit.reason) {
    case 'above-limit': {
      const parts = edit.excesses.map(({ parameter, asked, limit }) => {
        const { label, unit, harder } = DOSE_PARAMETERS[parameter];
        const edge = harder === 'higher' ? 'above the prescribed limit of' : 'below the prescribed limit of';
        return `${label.toLowerCase()} ${asked} ${unit} is ${edge} ${limit} ${unit}`;
      });
      return `${name}: ${parts.join(' and ')}. Ask for a change.`;
    }
    case 'ask-before-increase':
      return `${name}: the prescription wants to be asked before each increase. Ask for a change, or keep the last dose.`;
    case 'not-prescribed':
      return `${name} is not on the prescription. Ask for it to be added.`;
    case 'contraindicated':
      return `${name} is contraindicated: ${edit.precaution.intervention} (${edit.precaution.source}).`;
    default:
      return edit satisfies never;
  }
}
