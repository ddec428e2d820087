import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import type { OrderedVitals, PrescribedPrecaution } from '#shared/prescriptions/model.ts';
import { vitalLimitsOf } from '#shared/prescriptions/vital-limits.ts';
import { vitalsInForce, type Vital } from '#shared/prescriptions/vitals-in-force.ts';
import type { EarlierReading, SessionVitals, VitalName } from './model.ts';

/** One vital sign to take at a session. */
export interface VitalField {
  name: VitalName;
  label: string;
  unit: string;
  /** The limit that holds, in words. */
  limit: string;
  /** Ordered before each session; otherwise a precaution judges it when it is taken. */
  ordered: boolean;
  isOut: (value: number) => boolean;
}

const rangeWords = (min: number | null, max: number | null): string =>
  min !== null && max !== null ? `${min} to ${max}` : max !== null ? `up to ${max}` : `from ${min ?? ''}`;

export interface VitalOrders {
  vitals: OrderedVitals;
  precautions: readonly PrescribedPrecaution[];
  clinicValues: ClinicOverrides;
}

/** The vital signs that the prescription orders and those that its precautions speak of, each with the limit that holds. */
export function vitalFields(orders: VitalOrders | undefined): VitalField[] {
  if (orders === undefined) return [];
  const {
    bloodPressure: bp,
    heartRate,
    spo2,
    glucose,
  } = vitalsInForce(orders.vitals, orders.precautions, orders.clinicValues).vitals;
  const field = (vital: Vital, name: VitalName, label: string, unit: string, range: Range): VitalField => ({
    name,
    label,
    unit,
    limit: rangeWords(range.min, range.max),
    ordered: orders.vitals[vital] !== null,
    isOut: (value) => (range.min !== null && value < range.min) || (range.max !== null && value > range.max),
  });
  return [
    ...(bp === null
      ? []
      : [
          field('bloodPressure', 'systolic', 'Systolic', 'mmHg', { min: null, max: bp.maxSystolic }),
          field('bloodPressure', 'diastolic', 'Diastolic', 'mmHg', { min: null, max: bp.maxDiastolic }),
        ]),
    ...(heartRate === null ? [] : [field('heartRate', 'heartRate', 'Heart rate', 'bpm', heartRate)]),
    ...(spo2 === null ? [] : [field('spo2', 'spo2', 'SpO2', '%', { min: spo2.min, max: null })]),
    // Hypoglycaemia counts for anybody, whatever was ordered.
    ...(glucose === null
      ? []
      : [
          field('glucose', 'glucose', 'Glucose', 'mg/dL', {
            min: Math.max(glucose.min ?? 0, vitalLimitsOf(orders.clinicValues).glucoseMin),
            max: glucose.max,
          }),
        ]),
  ];
}

interface Range {
  min: number | null;
  max: number | null;
}

/** A value as it stood when its field was left. */
export interface LeftReading {
  value: number;
  at: string;
}

/**
 * Keeps the value that stood before when it was out of range and another one has been entered since: measuring again does not
 * make the first reading unmeasured.
 */
export function withEarlier(
  vitals: SessionVitals,
  { name, isOut }: Pick<VitalField, 'name' | 'isOut'>,
  before: LeftReading | undefined,
): SessionVitals {
  if (before === undefined || vitals[name] === before.value || !isOut(before.value)) return vitals;
  const earlier = vitals.earlier ?? [];
  if (earlier.length >= MOST_EARLIER) return vitals;
  return { ...vitals, earlier: [...earlier, { name, ...before }] };
}

const MOST_EARLIER = 20;

/** Marks an earlier reading as a slip of the pen, or takes that back. It stays readable. */
export const withMistyped = (vitals: SessionVitals, index: number, mistyped: boolean): SessionVitals => ({
  ...vitals,
  earlier: (vitals.earlier ?? []).map((one, at): EarlierReading =>
    at === index ? { ...one, mistyped } : one,
  ),
});
