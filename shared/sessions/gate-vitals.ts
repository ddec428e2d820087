import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { vitalLimitsOf } from '#shared/prescriptions/vital-limits.ts';
import type { OrderedVitals, PrescribedPrecaution } from '#shared/prescriptions/model.ts';
import { vitalsInForce, type Vital } from '#shared/prescriptions/vitals-in-force.ts';
import type { GateRefusal } from './gate-refusal.ts';
import type { VitalName } from './model.ts';

/** Vital signs as taken before a session: mmHg, beats a minute, percent, mg/dL. Absent: not taken. */
export interface Vitals {
  systolic?: number | null | undefined;
  diastolic?: number | null | undefined;
  heartRate?: number | null | undefined;
  spo2?: number | null | undefined;
  glucose?: number | null | undefined;
  ketones?: 'negative' | 'positive' | null | undefined;
  carbohydrate?: 'given' | 'not-given' | null | undefined;
  /** What was measured before the values above. */
  earlier?: readonly { name: VitalName; value: number; mistyped?: boolean | undefined }[] | undefined;
}

interface Orders {
  vitals: OrderedVitals;
  precautions: readonly PrescribedPrecaution[];
  clinicValues?: ClinicOverrides | undefined;
}

/** Below 52 mg/dL no exercise for the session (rules.md 4.3, S23). */
const NO_SESSION_BELOW = 52;
/** On insulin or a secretagogue: carbohydrate first (rules.md 4.3, S22). */
const CARBOHYDRATE_BELOW = 100;
/** Above it ketones are checked; with ketones no exercise (rules.md 4.3, S22). */
export const KETONES_ABOVE = 250;
/** Without ketones and without another order of the physiatrist. Product policy [M]. */
const HIGHEST_WITHOUT_KETONES = 300;

const CARBOHYDRATE_NOW =
  'Give carbohydrate now, as your protocol says, and stay with the patient. Measure again, call the physiatrist, raise a red flag.';
const REPEAT_PRESSURE =
  'Let the patient rest 5 minutes and measure again. If it stays so, raise a red flag and call the physiatrist.';
const CALL = 'Call the physician. Let the patient rest and measure again.';

const required = (sentence: string, act?: string): GateRefusal => ({
  code: 'VITALS_REQUIRED',
  sentence,
  ...(act === undefined ? {} : { act }),
});
const outside = (sentence: string, act: string): GateRefusal => ({
  code: 'VITALS_OUT_OF_RANGE',
  sentence: `${sentence} Do not start.`,
  act,
});

const isNumber = (value: number | null | undefined): value is number => typeof value === 'number';

/** Whether carbohydrate is asked for before exercise. */
export const asksCarbohydrate = (
  { glucose }: Vitals,
  lowersGlucose: boolean,
  overrides: ClinicOverrides = {},
): boolean =>
  lowersGlucose &&
  isNumber(glucose) &&
  glucose >= vitalLimitsOf(overrides).glucoseMin &&
  glucose < CARBOHYDRATE_BELOW;

/** Whether ketones are asked for. */
export const asksKetones = ({ glucose }: Vitals): boolean => isNumber(glucose) && glucose > KETONES_ABOVE;

/**
 * What vital signs say against starting, each number by itself, and what to do about it. A limit that a precaution sets binds a
 * value that was taken, ordered or not.
 */
export function vitalsRefusals(orders: Orders, taken: Vitals, lowersGlucose: boolean): GateRefusal[] {
  const { glucoseMin } = vitalLimitsOf(orders.clinicValues ?? {});
  const { vitals, because } = vitalsInForce(orders.vitals, orders.precautions, orders.clinicValues);
  const by = (vital: Vital) => (because[vital] === undefined ? '' : `, set by ${because[vital]}`);
  const range = (vital: 'heartRate' | 'spo2'): GateRefusal[] => {
    const [name, unit] = vital === 'spo2' ? ['SpO2', '%'] : ['Heart rate', 'beats a minute'];
    const limit = vitals[vital];
    const value = taken[vital];
    if (limit === null) return [];
    if (!isNumber(value)) return [];
    const max = 'max' in limit ? limit.max : null;
    if ((limit.min === null || value >= limit.min) && (max === null || value <= max)) return [];
    const words =
      max === null
        ? `from ${limit.min ?? 'any'}`
        : limit.min === null
          ? `up to ${max}`
          : `${limit.min} to ${max}`;
    return [outside(`${name} ${value} is outside the limits (${words} ${unit}${by(vital)}).`, CALL)];
  };
  return [
    ...notTaken(orders.vitals, taken),
    ...pressure(vitals, taken, by('bloodPressure')),
    ...range('heartRate'),
    ...range('spo2'),
    ...glucose(orders.vitals, vitals, taken, { by: by('glucose'), low: glucoseMin }),
    ...(asksCarbohydrate(taken, lowersGlucose, orders.clinicValues) && !taken.carbohydrate
      ? [
          required(
            `Glucose ${taken.glucose ?? ''} mg/dL is below ${CARBOHYDRATE_BELOW} in a patient on insulin or a secretagogue: carbohydrate first.`,
            'Say below whether it was given; measure again before you start.',
          ),
        ]
      : []),
  ];
}

/** What is ordered and not measured yet, in one sentence. */
function notTaken(orders: OrderedVitals, taken: Vitals): GateRefusal[] {
  const names = [
    orders.bloodPressure !== null && !isNumber(taken.systolic) && !isNumber(taken.diastolic)
      ? 'blood pressure'
      : '',
    orders.heartRate !== null && !isNumber(taken.heartRate) ? 'heart rate' : '',
    orders.spo2 !== null && !isNumber(taken.spo2) ? 'SpO2' : '',
    orders.glucose !== null && !isNumber(taken.glucose) ? 'glucose' : '',
  ].filter(Boolean);
  const last = names.pop();
  if (last === undefined) return [];
  const listed = names.length === 0 ? last : `${names.join(', ')} and ${last}`;
  return [required(`Ordered before each session: ${listed}. Measure and enter.`)];
}

/** Half a blood pressure is none; the half that was taken is judged all the same. */
function pressure(inForce: OrderedVitals, taken: Vitals, by: string): GateRefusal[] {
  const limit = inForce.bloodPressure;
  if (limit === null) return [];
  const { systolic, diastolic } = taken;
  const isHigh =
    (isNumber(systolic) && systolic > limit.maxSystolic) ||
    (isNumber(diastolic) && diastolic > limit.maxDiastolic);
  const isHalf = isNumber(systolic) !== isNumber(diastolic);
  return [
    ...(isHigh
      ? [
          outside(
            `Blood pressure ${systolic ?? '?'}/${diastolic ?? '?'} is outside the limits (up to ${limit.maxSystolic}/${limit.maxDiastolic} mmHg${by}).`,
            REPEAT_PRESSURE,
          ),
        ]
      : []),
    ...(isHalf ? [required('Blood pressure has two numbers: enter both.')] : []),
  ];
}

/** RF-HYPO: below `low` (70 mg/dL unless the clinic sets another) is hypoglycaemia, for anybody (rules.md 5). */
function glucose(
  orders: OrderedVitals,
  inForce: OrderedVitals,
  taken: Vitals,
  { by, low }: { by: string; low: number },
): GateRefusal[] {
  const value = taken.glucose;
  const limit = inForce.glucose;
  const lowest = Math.min(
    ...(isNumber(value) ? [value] : []),
    ...(taken.earlier ?? []).flatMap((one) =>
      one.name === 'glucose' && one.mistyped !== true ? [one.value] : [],
    ),
  );
  if (limit !== null && lowest < NO_SESSION_BELOW) {
    const sentence = `Glucose was ${lowest} mg/dL: below ${NO_SESSION_BELOW} there is no exercise in this session.`;
    return [outside(sentence, CARBOHYDRATE_NOW)];
  }
  if (!isNumber(value)) return [];
  if (value < low) {
    return [outside(`Glucose ${value} mg/dL is hypoglycaemia (below ${low}).`, CARBOHYDRATE_NOW)];
  }
  if (limit?.min != null && value < limit.min) {
    return [outside(`Glucose ${value} mg/dL is below the limit of ${limit.min}${by}.`, CARBOHYDRATE_NOW)];
  }
  return highGlucose(orders.glucose?.max ?? null, value, taken.ketones);
}

/** A limit of 250 is that of the table, which asks for ketones; any other one is the physiatrist's own and holds as it is. */
function highGlucose(orderedMax: number | null, value: number, ketones: Vitals['ketones']): GateRefusal[] {
  const max = orderedMax === null || orderedMax === KETONES_ABOVE ? HIGHEST_WITHOUT_KETONES : orderedMax;
  if (value > KETONES_ABOVE && ketones === 'positive') {
    return [
      outside(
        `Glucose ${value} mg/dL with ketones: no exercise.`,
        'Call the physiatrist and raise a red flag.',
      ),
    ];
  }
  if (value > max) {
    const act = 'Check ketones, call the physiatrist, measure again.';
    return [outside(`Glucose ${value} mg/dL is above the limit of ${max}.`, act)];
  }
  return value > KETONES_ABOVE && !ketones
    ? [
        required(
          `Glucose ${value} mg/dL is above ${KETONES_ABOVE}: check ketones.`,
          'Enter the result below.',
        ),
      ]
    : [];
}

/** What is said though nothing stops: a slow heart is a reason only with symptoms. */
export function vitalsWarnings(orders: Orders, { heartRate }: Vitals): GateRefusal[] {
  const slow = vitalLimitsOf(orders.clinicValues ?? {}).heartRateMin;
  const limit = vitalsInForce(orders.vitals, orders.precautions, orders.clinicValues).vitals.heartRate;
  if (limit === null || !isNumber(heartRate) || heartRate >= slow) return [];
  if (limit.min !== null && heartRate < limit.min) return [];
  return [
    {
      code: 'VITALS_OUT_OF_RANGE',
      sentence: `Heart rate ${heartRate} is below ${slow}: with symptoms the session does not start.`,
      act: 'Ask about dizziness, fainting and breathlessness; with any of them call the physician.',
    },
  ];
}
