import { DEFAULT_WEEK } from '#shared/on-call/clinic-hours.ts';
import type { SystemActor } from '#shared/platform/actor.ts';
import { OrganizationId } from '#shared/platform/ids.ts';
import type { Database } from '#server/platform/db/database.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { newId } from '#server/platform/db/new-id.ts';
import { row } from './moment.ts';
import { staff } from './opening-moments.ts';
import { dutyInstants, ROTA } from './rota.ts';
import { insertRows, type Known } from './write-rows.ts';

const SET_DAYS_AGO = 20;

/** Who is on call, and the hours of the one clinic that has set its own. */
export async function writeRota(db: Database, known: Known, now: Date): Promise<void> {
  const actor: SystemActor = { kind: 'system', organizationId: OrganizationId.parse(known.organizationId) };
  const at = new Date(now.getTime() - SET_DAYS_AGO * 86_400_000);
  const duties = ROTA.map((duty) => {
    const [startsAt, endsAt] = dutyInstants(duty, now);
    return row('on_call_duty', {
      id: newId(at),
      clinic_id: { clinic: duty.clinic },
      staff_member_id: staff(duty.who),
      starts_at: startsAt.toISOString(),
      ends_at: endsAt.toISOString(),
      phone: duty.phone,
      set_by_id: staff(duty.clinic === 'harborview' ? 'okonkwo' : 'novak'),
      created_at: at.toISOString(),
      version: 1,
    });
  });
  const hours = row('clinic_hours', {
    clinic_id: { clinic: 'juniper-mesa' },
    week: { ...DEFAULT_WEEK, saturday: { opens: '08:00', closes: '12:00' } },
    version: 1,
    set_by_id: staff('novak'),
    set_at: at.toISOString(),
  });
  await inTransaction({ actor, db, requestId: 'demo', now: () => now }, (tx) =>
    insertRows(tx, known, [...duties, hours]),
  );
}
