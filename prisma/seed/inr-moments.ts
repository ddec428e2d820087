import type { PlainDate } from '#shared/platform/time.ts';
import { newId } from '#server/platform/db/new-id.ts';
import { type Moment, row, type SeedRow } from './moment.ts';
import { staff } from './opening-moments.ts';
import type { Telling } from './telling.ts';

/** INRs that the patient brought from another practice: the day of the test, the value. */
const TOLD: Readonly<Record<string, readonly { daysAgo: number; value: number }[]>> = {
  'samuel-adeyemi': [{ daysAgo: 6, value: 2.6 }],
  'decided-surgeon': [
    { daysAgo: 44, value: 2.2 },
    { daysAgo: 23, value: 3.1 },
  ],
};

/** What was entered beside the medication. */
export const inrMoments = (telling: Telling): Moment[] =>
  (TOLD[telling.scenario.key] ?? []).map(({ daysAgo, value }) => {
    const { calendar, scenario } = telling;
    const testedOn = calendar.workday(calendar.day(daysAgo));
    const at = calendar.at(testedOn, '16:20');
    const reading = inrRow(telling, { value, testedOn, at });
    return {
      at,
      by: scenario.therapist,
      did: 'inr.entered',
      subject: { type: 'inr-reading', id: reading.id },
      rows: [reading.row],
    };
  });

interface Reading {
  value: number;
  testedOn: PlainDate;
  at: Date;
  /** The test whose report says it. */
  orderId?: string;
}

export function inrRow(
  { patientId, scenario }: Telling,
  { value, testedOn, at, orderId }: Reading,
): { id: string; row: SeedRow } {
  const id = newId(at);
  const said = {
    id,
    patient_id: patientId,
    diagnostic_order_id: orderId ?? null,
    value,
    tested_on: testedOn,
    recorded_by_id: staff(scenario.therapist),
    recorded_at: at.toISOString(),
  };
  return { id, row: row('inr_reading', said) };
}
