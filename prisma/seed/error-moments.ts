import { newId } from '#server/platform/db/new-id.ts';
import { type Moment, row, type SeedRow } from './moment.ts';
import { staff } from './opening-moments.ts';
import type { StaffKey } from './clinics.ts';
import type { Telling } from './telling.ts';

/** The three columns of a mark. */
export const marked = (at: Date, by: StaffKey, reason: string) => ({
  entered_in_error_at: at.toISOString(),
  entered_in_error_by_id: staff(by),
  entered_in_error_reason: reason,
});

const MINUTE = 60_000;

/** An injection that was written down twice: the second entry is struck out minutes later. */
export function doubledProcedure(procedure: SeedRow, at: Date, { scenario }: Telling): Moment {
  const id = newId(at);
  const createdAt = new Date(at.getTime() + 6 * MINUTE);
  const markedAt = new Date(at.getTime() + 9 * MINUTE);
  const mark = marked(markedAt, scenario.physiatrist, 'Written down twice; the first entry counts.');
  return {
    at: markedAt,
    by: scenario.physiatrist,
    did: 'procedure.marked-in-error',
    subject: { type: 'procedure', id },
    rows: [
      row('procedure', {
        ...procedure.columns,
        id,
        created_at: createdAt.toISOString(),
        ...mark,
        version: 2,
      }),
    ],
  };
}

/** A drug that was ordered in the wrong chart. */
const MISTAKEN: Readonly<Record<string, { daysAgo: number; name: string; dose: string; reason: string }>> = {
  'grace-okafor': { daysAgo: 33, name: 'Tizanidine', dose: '4 mg', reason: 'Spasm of the neck' },
  'paul-weiss': { daysAgo: 12, name: 'Alendronate', dose: '70 mg', reason: 'Low bone density' },
};

/** What was ordered by mistake stays readable, struck through, with the reason. */
export function mistakenMedication(telling: Telling): Moment[] {
  const { calendar, scenario, patientId } = telling;
  const planned = MISTAKEN[scenario.key];
  if (planned === undefined) return [];
  const day = calendar.day(planned.daysAgo);
  const [orderedAt, at] = [calendar.at(day, '12:10'), calendar.at(day, '12:14')];
  const id = newId(orderedAt);
  const why = 'Ordered in the wrong chart; never given.';
  const event = (when: Date, kind: string, said: string) =>
    row('medication_event', {
      id: newId(when),
      patient_id: patientId,
      medication_order_id: id,
      at: when.toISOString(),
      by_id: staff(scenario.physiatrist),
      ...{ kind, why: said, before: null, after: null },
    });
  return [
    {
      at,
      by: scenario.physiatrist,
      did: 'medication-order.status-changed',
      subject: { type: 'medication-order', id },
      detail: { status: 'entered-in-error' },
      rows: [
        row('medication_order', {
          id,
          patient_id: patientId,
          ...{ name: planned.name, dose: planned.dose, reason: planned.reason },
          ...{ route: 'by-mouth', frequency: 'at night', started_on: day, source: 'ordered', version: 2 },
          recorded_by_id: staff(scenario.physiatrist),
          recorded_at: orderedAt.toISOString(),
          ...{ status: 'entered-in-error', status_reason: why, status_changed_at: at.toISOString() },
          status_changed_by_id: staff(scenario.physiatrist),
        }),
        event(orderedAt, 'started', planned.reason),
        event(at, 'entered-in-error', why),
      ],
    },
  ];
}
