import { isAboveKx, kxStanding } from '#shared/compliance/kx-threshold.ts';
import type { PlainDate } from '#shared/platform/time.ts';
import { newId } from '#server/platform/db/new-id.ts';
import type { StaffKey } from './clinics.ts';
import { drawOf, isMedicare } from './documentation-moments.ts';
import { marked } from './error-moments.ts';
import { type Moment, row, type SeedRow } from './moment.ts';
import { staff } from './opening-moments.ts';
import type { Telling } from './telling.ts';

/** A digit too many, struck out minutes later. */
function mistyped({ patientId }: Telling, on: PlainDate, enteredAt: Date, by: StaffKey): SeedRow {
  const at = new Date(enteredAt.getTime() - 4 * 60_000);
  return row('therapy_amount', {
    id: newId(at),
    patient_id: patientId,
    year: Number(on.slice(0, 4)),
    amount_cents: 1_480_000,
    as_of_on: on,
    source: 'Contractor’s portal, eligibility page',
    recorded_by_id: staff(by),
    recorded_at: at.toISOString(),
    ...marked(enteredAt, by, 'A digit too many.'),
  });
}

/** Below, near and above the year's threshold, and one where medical review may start. */
const DOLLARS = [612.4, 1480, 2310.5, 2544.75, 3120] as const;

const centsOf = (telling: Telling): number =>
  Math.round((DOLLARS[drawOf(telling) % DOLLARS.length] ?? DOLLARS[0]) * 100);

/** The day of last week on which the portal was read, within the year that the amount is of. */
function readAt(telling: Telling): { on: PlainDate; at: Date } | undefined {
  const { calendar, scenario } = telling;
  if (!isMedicare(telling) || scenario.closed) return undefined;
  const on = calendar.workday(calendar.day(6), 'back');
  return on.slice(0, 4) === calendar.today.slice(0, 4) ? { on, at: calendar.at(on, '11:20') } : undefined;
}

/** Whether a note of that moment was signed with the year's threshold known to be passed: its lines carry KX. */
export function isAboveThreshold(telling: Telling, signedAt: Date): boolean {
  const read = readAt(telling);
  return (
    read !== undefined &&
    signedAt > read.at &&
    isAboveKx(kxStanding(Number(read.on.slice(0, 4)), centsOf(telling)))
  );
}

/** What the administrator read in the payer's portal last week. */
export function amountMoments(telling: Telling): Moment[] {
  const { scenario } = telling;
  const index = drawOf(telling);
  const read = readAt(telling);
  if (read === undefined) return [];
  const { on, at } = read;
  const id = newId(at);
  const by = scenario.clinic === 'harborview' ? 'okonkwo' : 'novak';
  return [
    {
      at,
      by,
      did: 'therapy-amount.entered',
      subject: { type: 'therapy-amount', id },
      rows: [
        row('therapy_amount', {
          id,
          patient_id: telling.patientId,
          year: Number(on.slice(0, 4)),
          amount_cents: centsOf(telling),
          as_of_on: on,
          source: 'Contractor’s portal, eligibility page',
          recorded_by_id: staff(by),
          recorded_at: at.toISOString(),
        }),
        ...(index % 2 === 1 ? [mistyped(telling, on, at, by)] : []),
      ],
    },
  ];
}
