import { addDays, dateInZone } from '#shared/platform/time.ts';
import { OrganizationId } from '#shared/platform/ids.ts';
import type { Database } from '#server/platform/db/database.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { CLINICS } from './clinics.ts';
import { contactAt } from './names.ts';
import { type Column, row, type SeedRow } from './moment.ts';
import { careRequest, staff } from './opening-moments.ts';
import { WAITING_REQUESTS, type WaitingRequest } from './requests.ts';
import { insertRows, type Known } from './write-rows.ts';

const HOUR = 3_600_000;

/** The requests that are still in the queue, and the one that was declined. */
export async function writeRequests(db: Database, known: Known, now: Date): Promise<void> {
  const actor = { kind: 'system', organizationId: OrganizationId.parse(known.organizationId) } as const;
  await inTransaction({ actor, db, requestId: 'demo', now: () => now }, async (tx) => {
    for (const [index, waiting] of WAITING_REQUESTS.entries()) {
      await insertRows(tx, known, requestRows(waiting, index, now));
    }
  });
}

function requestRows(waiting: WaitingRequest, index: number, now: Date): SeedRow[] {
  const { timeZone } = CLINICS[waiting.clinic];
  const createdAt = new Date(now.getTime() - waiting.hoursAgo * HOUR);
  const on = dateInZone(createdAt, timeZone);
  const { person } = waiting;
  const request = careRequest({
    answers: waiting.answers(on),
    person: {
      ...person,
      birthDate: addDays(`${Number(on.slice(0, 4)) - person.age}-01-01`, -40 - index * 9),
    },
    contact: contactAt(index + 200, '').phone,
    clinicKey: waiting.clinic,
    timeZone,
    concern: waiting.concern,
    region: waiting.region,
    side: waiting.side ?? null,
    createdAt,
    seed: `waiting-${index}`,
    narrative: waiting.narrative,
  });
  return [
    row('care_request', { ...request.columns, ...submitterOf(waiting), ...handlingOf(waiting, createdAt) }),
    row('audit_event', {
      id: request.id,
      at: createdAt.toISOString(),
      actor_role: 'public',
      action: 'care-request.submitted',
      detail: { reference: request.reference, route: request.route, rule: request.rule },
    }),
  ];
}

const submitterOf = ({ relative }: WaitingRequest): Record<string, Column> =>
  relative === undefined ? {} : { submitter_relation: 'relative', submitter_name: relative };

function handlingOf(waiting: WaitingRequest, createdAt: Date): Record<string, Column> {
  const { status, owner, asked, overridden, declined } = waiting;
  const handledAt = new Date(createdAt.getTime() + 4 * HOUR).toISOString();
  return {
    ...(owner === undefined ? {} : { owner_id: staff(owner) }),
    ...(status === undefined ? {} : { status, version: 2 }),
    ...(asked === undefined ? {} : { information_asked: asked }),
    ...(overridden === undefined
      ? {}
      : { overridden_route: overridden.route, override_reason: overridden.reason }),
    ...(declined === undefined || owner === undefined
      ? {}
      : { decline_reason: declined, decided_by_id: staff(owner), decided_at: handledAt }),
  };
}
