/** One value of a setting that is chosen, not counted: stored as its number, read as its label. */
export interface Choice {
  value: number;
  label: string;
}

/**
 * What a dose can say. `harder` is the direction in which it demands more of the patient; a setting has none (`other`): another
 * one is another treatment, and is judged as a change.
 */
export interface DoseParameter {
  code: string;
  label: string;
  unit: string;
  step: number;
  harder: 'higher' | 'lower' | 'other';
  /** The settings to choose from; a limit is then the set of those that are allowed. */
  choices?: readonly Choice[];
}

const parameter = (
  code: string,
  label: string,
  unit: string,
  step = 1,
  harder: DoseParameter['harder'] = 'higher',
): DoseParameter => ({ code, label, unit, step, harder });

const setting = (code: string, label: string, labels: readonly string[]): DoseParameter => ({
  ...parameter(code, label, '', 1, 'other'),
  choices: labels.map((one, index) => ({ value: index + 1, label: one })),
});

export const DOSE_PARAMETERS = {
  loadKg: parameter('loadKg', 'Load', 'kg', 0.5),
  sets: parameter('sets', 'Sets', 'sets'),
  repetitions: parameter('repetitions', 'Repetitions', 'reps'),
  minutes: parameter('minutes', 'Duration', 'min'),
  holdSeconds: parameter('holdSeconds', 'Hold', 's'),
  restSeconds: parameter('restSeconds', 'Rest', 's', 5, 'lower'),
  rangeDegrees: parameter('rangeDegrees', 'Range', '°', 5),
  weightBearingPercent: parameter('weightBearingPercent', 'Weight bearing', '% BW', 5),
  effortRpe: parameter('effortRpe', 'Effort (RPE 6-20)', 'RPE'),
  speedKmh: parameter('speedKmh', 'Speed', 'km/h', 0.1),
  inclinePercent: parameter('inclinePercent', 'Incline', '%', 0.5),
  heartRateBpm: parameter('heartRateBpm', 'Heart rate', 'bpm'),
  tractionKg: parameter('tractionKg', 'Traction', 'kg', 0.5),
  tractionMode: setting('tractionMode', 'Traction mode', ['static', 'intermittent']),
  gradeMaitland: parameter('gradeMaitland', 'Grade (I-V)', 'grade'),
  intensityMa: parameter('intensityMa', 'Intensity', 'mA'),
  stimulationMode: setting('stimulationMode', 'Mode', [
    'conventional',
    'acupuncture-like',
    'burst',
    'modulated',
  ]),
  pulseRateHz: parameter('pulseRateHz', 'Pulse rate', 'Hz'),
  pulseWidthUs: parameter('pulseWidthUs', 'Pulse width', 'µs', 10),
  intensityWcm2: parameter('intensityWcm2', 'Intensity', 'W/cm²', 0.1),
  ultrasoundMode: setting('ultrasoundMode', 'Mode', ['continuous', 'pulsed 1:1', 'pulsed 1:4']),
  ultrasoundMhz: {
    ...setting('ultrasoundMhz', 'Frequency', []),
    choices: [
      { value: 1, label: '1 MHz' },
      { value: 3, label: '3 MHz' },
    ],
  },
  energyJcm2: parameter('energyJcm2', 'Energy density', 'J/cm²', 0.5),
  needles: parameter('needles', 'Needles', 'needles'),
  temperatureC: parameter('temperatureC', 'Temperature', '°C', 0.5),
} as const satisfies Record<string, DoseParameter>;
export type DoseParameterCode = keyof typeof DOSE_PARAMETERS;
export const DOSE_PARAMETER_CODES = Object.keys(DOSE_PARAMETERS) as [
  DoseParameterCode,
  ...DoseParameterCode[],
];

/** The parameter as a plain record: its optional parts can be asked for whatever its code. */
export const doseParameter = (code: DoseParameterCode): DoseParameter => DOSE_PARAMETERS[code];

/** The settings that a parameter is chosen from; nothing for one that is a number. */
export const choicesOf = (code: DoseParameterCode): readonly Choice[] | undefined =>
  doseParameter(code).choices;

/** What a setting's number stands for: "pulsed 1:4"; an unknown one stays a number. */
export const choiceWords = (code: DoseParameterCode, value: number): string =>
  choicesOf(code)?.find((choice) => choice.value === value)?.label ?? String(value);
