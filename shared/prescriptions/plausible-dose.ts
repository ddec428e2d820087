import { DOSE_PARAMETER_CODES, doseParameter, type DoseParameterCode } from './dose-parameters.ts';
import type { Dose } from './model.ts';

interface Plausible {
  /** Outside it no body and no device: refused. */
  possible: readonly [min: number, max: number];
  /** Outside it somebody says that it is meant. */
  usual: readonly [min: number, max: number];
  whole?: true;
}

const between = (
  possible: Plausible['possible'],
  usual: Plausible['usual'] = possible,
  rest: Pick<Plausible, 'whole'> = {},
): Plausible => ({ possible, usual, ...rest });

/**
 * What a dose can be, whether or not the prescription limits it. Against slips of the pen, not a clinical limit: the physiatrist
 * sets those. Fixed by definition: RPE 6-20 (Borg), Maitland grades I to V, percent of body weight. All other numbers are ours [P].
 */
const PLAUSIBLE: Partial<Record<DoseParameterCode, Plausible>> = {
  loadKg: between([0, 500], [0, 200]),
  sets: between([1, 30], [1, 10], { whole: true }),
  repetitions: between([1, 1000], [1, 100], { whole: true }),
  minutes: between([0.5, 240], [1, 90]),
  holdSeconds: between([1, 1800], [1, 180]),
  restSeconds: between([0, 3600], [0, 600]),
  rangeDegrees: between([0, 360], [0, 180]),
  weightBearingPercent: between([0, 100]),
  effortRpe: between([6, 20], [6, 17]),
  speedKmh: between([0.1, 45], [0.1, 20]),
  inclinePercent: between([0, 50], [0, 15]),
  heartRateBpm: between([30, 230], [40, 180]),
  tractionKg: between([0, 100], [0, 60]),
  gradeMaitland: between([1, 5], [1, 5], { whole: true }),
  intensityMa: between([0, 300], [0, 120]),
  pulseRateHz: between([0.1, 10_000], [0.5, 250]),
  pulseWidthUs: between([1, 10_000], [20, 600]),
  intensityWcm2: between([0, 3], [0, 2.5]),
  energyJcm2: between([0.1, 100], [0.5, 20]),
  needles: between([1, 60], [1, 20], { whole: true }),
  temperatureC: between([-20, 100], [-15, 80]),
};

export interface DoseDoubts {
  /** What cannot be. */
  refused: string[];
  /** What is asked about. */
  unusual: string[];
}

/** What of a dose cannot be, and what is asked about: "load 250 kg (usual 0 to 200)". */
export function doseDoubts(dose: Dose): DoseDoubts {
  const doubts = DOSE_PARAMETER_CODES.flatMap((code) => {
    const asked = dose[code];
    return asked === undefined ? [] : [doubtOf(code, asked)];
  });
  return {
    refused: doubts.flatMap(({ refused }) => refused),
    unusual: doubts.flatMap(({ unusual }) => unusual),
  };
}

const NONE: DoseDoubts = { refused: [], unusual: [] };

function doubtOf(code: DoseParameterCode, asked: number): DoseDoubts {
  const about = PLAUSIBLE[code];
  if (about === undefined) return NONE;
  const { label, unit } = doseParameter(code);
  const number = `${asked}${unit === '' ? '' : ` ${unit}`}`;
  const isNamedByUnit = code === 'sets' || code === 'repetitions';
  const said = isNamedByUnit ? number : `${label.toLowerCase()} ${number}`;
  const isIn = ([min, max]: Plausible['usual']) => asked >= min && asked <= max;
  const range = ([min, max]: Plausible['usual']) => `${min} to ${max}`;
  if (about.whole === true && !Number.isInteger(asked)) {
    return { ...NONE, refused: [`${said} (whole numbers only)`] };
  }
  if (!isIn(about.possible)) return { ...NONE, refused: [`${said} (possible: ${range(about.possible)})`] };
  return isIn(about.usual) ? NONE : { ...NONE, unusual: [`${said} (usual: ${range(about.usual)})`] };
}

/** The end of a limit that no dose can reach. */
export const impossibleLimit = (code: DoseParameterCode, end: number | null): string | undefined =>
  end === null ? undefined : doubtOf(code, end).refused[0];

export const THRUST_WORDS = 'grade V is a thrust: it is prescribed and entered as manipulation.';

/** A grade V is a thrust: it is manipulation, with manipulation's precautions, and not an assistant's (rules.md 3 and 4.3). */
export const isThrust = ({ code, dose }: { code: string; dose: Dose }): boolean =>
  code === 'joint-mobilisation' && (dose.gradeMaitland ?? 0) >= 5;
