import { shortDate } from '#shared/platform/time.ts';
import type { EarlierReading, SessionVitals } from '#shared/sessions/model.ts';

const NAMES: Record<EarlierReading['name'], [name: string, unit: string]> = {
  systolic: ['BP systolic', 'mmHg'],
  diastolic: ['BP diastolic', 'mmHg'],
  heartRate: ['heart rate', 'bpm'],
  spo2: ['SpO2', '%'],
  glucose: ['glucose', 'mg/dL'],
};

/** "glucose 60 mg/dL". */
export const readingWords = ({ name, value }: Pick<EarlierReading, 'name' | 'value'>): string =>
  `${NAMES[name][0]} ${value} ${NAMES[name][1]}`;

/** Vital signs as a person reads them: "BP 128/80 mmHg, heart rate 72 bpm; before: glucose 60 mg/dL at 10:42". */
export function vitalsWords(vitals: SessionVitals, time: (instant: string) => string): string {
  const { systolic, diastolic, heartRate, spo2, glucose, ketones, carbohydrate, inr, earlier = [] } = vitals;
  const now = [
    systolic === null && diastolic === null ? '' : `BP ${systolic ?? '?'}/${diastolic ?? '?'} mmHg`,
    heartRate === null ? '' : readingWords({ name: 'heartRate', value: heartRate }),
    spo2 === null ? '' : readingWords({ name: 'spo2', value: spo2 }),
    glucose === null ? '' : readingWords({ name: 'glucose', value: glucose }),
    typeof inr === 'number' ? `INR ${inr}${vitals.inrOn ? ` of ${shortDate(vitals.inrOn)}` : ''}` : '',
    ketones ? `ketones ${ketones === 'positive' ? 'present' : 'negative'}` : '',
    carbohydrate ? `carbohydrate first: ${carbohydrate === 'given' ? 'given' : 'not given'}` : '',
  ].filter(Boolean);
  const before = earlier.map(
    (one) => `${readingWords(one)} at ${time(one.at)}${one.mistyped === true ? ' (typing error)' : ''}`,
  );
  return [now.join(', '), before.length === 0 ? '' : `before: ${before.join(', ')}`]
    .filter(Boolean)
    .join('; ');
}
