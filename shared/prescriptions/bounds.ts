import { DOSE_PARAMETER_CODES, doseParameter, type DoseParameterCode } from './dose-parameters.ts';
import { excessWords, type Excess } from './dose-words.ts';
import { limitsInForce, type LimitInForce, type TherapyLimits } from './limits-in-force.ts';
import type { Bound, Dose, PrescribedPrecaution } from './model.ts';
import { isForbidding } from './local-place.ts';
import { precautionsAbout } from './precaution-kinds.ts';

export { boundWords, doseWords, type Excess } from './dose-words.ts';
export type { TherapyLimits } from './limits-in-force.ts';
export { Dose } from './model.ts';

/** A therapist's intention for one intervention: another dose than last time, or to stop it. */
export interface PlanEdit {
  code: string;
  /** The dose last given in this episode, whatever the version; absent the first time. */
  from?: Dose | undefined;
  to: Dose | 'stop';
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

/** Places a therapist's edit against the physiatrist's limits. Reducing or stopping is always `within`: safety never waits. */
export function classifyEdit(limits: TherapyLimits, edit: PlanEdit): EditClass {
  const { to } = edit;
  if (to === 'stop') return { kind: 'within' };
  const contraindication = contraindicationOf(limits.precautions, edit.code);
  if (contraindication) return { kind: 'outside', reason: 'contraindicated', precaution: contraindication };
  const prescribed = limits.interventions.find((intervention) => intervention.code === edit.code);
  if (!prescribed) return { kind: 'outside', reason: 'not-prescribed' };

  const excesses = excessesOf(limitsInForce(limits, prescribed), to);
  if (excesses.length > 0) return { kind: 'outside', reason: 'above-limit', excesses };

  const increases = increasesOf(edit.from, to).filter(
    (parameter) =>
      !isAgreed(prescribed.agreed, to, parameter) &&
      !isPrescribedEntry(
        prescribed.bounds.find((bound) => bound.parameter === parameter),
        edit.from?.[parameter],
        to[parameter],
      ),
  );
  if (increases.length === 0 || prescribed.authority === 'free') return { kind: 'within' };
  return prescribed.authority === 'notify'
    ? { kind: 'notify', increases }
    : { kind: 'outside', reason: 'ask-before-increase', increases };
}

/** What a dose has beyond the limits. Only the harder end of a range binds: doing less is always allowed. */
const excessesOf = (limits: readonly LimitInForce[], dose: Dose): Excess[] =>
  limits.flatMap((limit) => {
    const asked = dose[limit.parameter];
    return asked === undefined ? [] : excessOf(limit, asked);
  });

function excessOf({ parameter, min, max, allowed, because }: LimitInForce, asked: number): Excess[] {
  const { harder } = doseParameter(parameter);
  const why = because === undefined ? {} : { because };
  if (harder === 'other') {
    const [first] = allowed ?? [];
    return first === undefined || allowed?.includes(asked)
      ? []
      : [{ parameter, asked, limit: first, by: 0, allowed: allowed ?? [] }];
  }
  const limit = harder === 'higher' ? max : min;
  if (limit === null) return [];
  const by = Math.round((harder === 'higher' ? asked - limit : limit - asked) * 1e6) / 1e6;
  return by > 0 ? [{ parameter, asked, limit, by, ...why }] : [];
}

/**
 * Parameters that demand more than last time. The first dose is no increase. A load that was not there last time is one, and
 * so is a rest that is left out: otherwise an increase could pass in two steps, through a dose that does not mention it. A
 * setting has no more or less: another one counts as one.
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
  switch (doseParameter(parameter).harder) {
    case 'higher':
      return after !== undefined && after > (before ?? 0);
    case 'lower':
      return before !== undefined && (after ?? 0) < before;
    default:
      return after !== undefined && after !== before;
  }
}

/** Whether the physiatrist has already agreed to as much as this. */
function isAgreed(agreed: Dose | null | undefined, to: Dose, parameter: DoseParameterCode): boolean {
  const limit = agreed?.[parameter];
  return limit !== undefined && !isHarder(parameter, limit, to[parameter]);
}

/**
 * Whether a dose goes no further than the softer end of the range that is prescribed: a version that prescribes more than was given
 * before it has answered, with its signature, as far as that end. Of settings, one that the version allows where the last is not.
 */
function isPrescribedEntry(bound: Bound | undefined, before: number | undefined, after: number | undefined) {
  if (bound === undefined || after === undefined) return false;
  switch (doseParameter(bound.parameter).harder) {
    case 'higher':
      return bound.min !== null && after <= bound.min;
    case 'lower':
      return bound.max !== null && after >= bound.max;
    default: {
      const allowed = bound.allowed ?? [];
      return allowed.includes(after) && before !== undefined && !allowed.includes(before);
    }
  }
}

/**
 * The strictest kept contraindication that forbids an intervention, if there is one. An overridden one no longer forbids, nor a
 * local one whose place to keep away from is stated.
 */
export function contraindicationOf(
  precautions: readonly PrescribedPrecaution[],
  code: string,
): PrescribedPrecaution | undefined {
  return precautionsAbout(precautions, code).find(isForbidding);
}

/** Precautions that warn about an intervention and need to be acknowledged, but do not forbid it. */
export const cautionsOf = (
  precautions: readonly PrescribedPrecaution[],
  code: string,
): PrescribedPrecaution[] => precautionsAbout(precautions, code).filter((row) => !isForbidding(row));

/** Why an edit does not happen, and what the therapist can do. */
export function editSentence(name: string, edit: Extract<EditClass, { kind: 'outside' }>): string {
  switch (edit.reason) {
    case 'above-limit': {
      const parts = edit.excesses.map(excessWords);
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
