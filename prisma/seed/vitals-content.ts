import type { PlainDate } from '#shared/platform/time.ts';
import type { PrescriptionContent } from '#shared/prescriptions/model.ts';
import type { SessionVitals, VitalName } from '#shared/sessions/model.ts';
import { vitalFields } from '#shared/sessions/vital-fields.ts';
import { randomFrom } from './random.ts';
import type { Telling } from './telling.ts';

/** Where values usually lie in people who come walking. */
const USUAL: Record<VitalName, readonly [low: number, high: number]> = {
  systolic: [124, 152],
  diastolic: [72, 88],
  heartRate: [64, 86],
  spo2: [93, 98],
  glucose: [112, 188],
};

const NOTHING: SessionVitals = {
  systolic: null,
  diastolic: null,
  heartRate: null,
  spo2: null,
  glucose: null,
};

/** Every eleventh visit began with a pressure above the limit, measured again after a rest. */
const HIGH_EVERY = 11;

/** What was measured before a session: what the version orders or its precautions speak of. */
export function vitalsAt(
  { scenario, calendar, slot }: Telling,
  content: PrescriptionContent,
  date: PlainDate,
  index: number,
): SessionVitals | null {
  const { vitals, precautions } = content;
  const fields = vitalFields({ vitals, precautions, clinicValues: {} });
  if (fields.length === 0) return null;
  const random = randomFrom(`${scenario.key}:vitals:${date}`);
  const taken = Object.fromEntries(fields.map(({ name }) => [name, random.int(...USUAL[name])]));
  const isHigh = index % HIGH_EVERY === 5 && vitals.bloodPressure !== null;
  return {
    ...NOTHING,
    ...taken,
    ...(isHigh
      ? {
          systolic: 158,
          earlier: [{ name: 'systolic', value: 186, at: calendar.at(date, slot).toISOString() }],
        }
      : {}),
  };
}
