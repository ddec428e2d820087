import {
  choiceWords,
  choicesOf,
  DOSE_PARAMETER_CODES,
  DOSE_PARAMETERS,
  doseParameter,
  type DoseParameterCode,
} from './dose-parameters.ts';
import type { Bound, Dose } from './model.ts';

/** A limit as a person reads it: "6-10 kg", "up to 30 min", "rest at least 30 s", "pulsed 1:1 or pulsed 1:4". */
export function boundWords({ parameter, min, max, allowed }: Bound): string {
  if (allowed && allowed.length > 0) return settingWords(parameter, allowed);
  const unit = unitWords(parameter);
  if (min !== null && max !== null) {
    return named(parameter, min === max ? `${min}${unit}` : `${min}-${max}${unit}`);
  }
  return named(parameter, max !== null ? `up to ${max}${unit}` : `at least ${min}${unit}`);
}

const settingWords = (parameter: DoseParameterCode, values: readonly number[]): string => {
  const words = values.map((value) => choiceWords(parameter, value));
  return words.length === 1 ? `${words[0] ?? ''} only` : words.join(' or ');
};

/** Seconds may be a hold or a rest, so these two say which; a grade has no unit of its own. */
const NAMED: Partial<Record<DoseParameterCode, string>> = {
  holdSeconds: 'hold',
  restSeconds: 'rest',
  gradeMaitland: 'grade',
  effortRpe: 'RPE',
  weightBearingPercent: 'weight bearing',
  heartRateBpm: 'heart rate',
};
const named = (parameter: DoseParameterCode, words: string): string =>
  NAMED[parameter] === undefined ? words : `${NAMED[parameter]} ${words}`;

const UNITLESS: readonly DoseParameterCode[] = ['gradeMaitland', 'effortRpe'];

function unitWords(parameter: DoseParameterCode): string {
  if (UNITLESS.includes(parameter)) return '';
  const { unit } = DOSE_PARAMETERS[parameter];
  return unit === '°' || unit === '°C' || unit === '' ? unit : ` ${unit}`;
}

/** One value of a dose with its unit: "12 kg", "pulsed 1:4". */
export const valueWords = (parameter: DoseParameterCode, value: number): string =>
  choicesOf(parameter) === undefined
    ? named(parameter, `${value}${unitWords(parameter)}`)
    : choiceWords(parameter, value);

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
    return value === undefined ? [] : [valueWords(parameter, value)];
  });
  return [...count.filter((part) => part !== undefined), ...others].join(', ');
}

/** How far a value goes beyond its limit, in the parameter's unit. */
export interface Excess {
  parameter: DoseParameterCode;
  asked: number;
  /** The nearest value that is allowed. */
  limit: number;
  by: number;
  /** The settings that are allowed, where the limit is a set. */
  allowed?: readonly number[];
  /** What is stricter here than the intervention's own limit: a precaution, weight bearing. */
  because?: string;
}

/** "load 12 kg is above the prescribed limit of 10 kg". */
export function excessWords({ parameter, asked, limit, allowed, because }: Excess): string {
  const { label, unit, harder } = doseParameter(parameter);
  const what = label.toLowerCase();
  if (allowed) {
    return `${what} ${choiceWords(parameter, asked)} is not what is prescribed (${settingWords(parameter, allowed)})`;
  }
  const edge = harder === 'lower' ? 'below' : 'above';
  const whose = because === undefined ? 'the prescribed limit' : 'the limit';
  const why = because === undefined ? '' : ` that ${because} sets`;
  // "9 sets", "12 reps": the unit says what it is.
  const value =
    unit !== '' && what.startsWith(unit.slice(0, 3)) ? `${asked} ${unit}` : `${what} ${asked} ${unit}`;
  return `${value.trim()} is ${edge} ${whose} of ${limit} ${unit}${why}`;
}
