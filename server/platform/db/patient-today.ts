import type { Actor } from '#shared/platform/actor.ts';
import { Problem } from '#shared/platform/problem.ts';
import { dateInZone, type PlainDate } from '#shared/platform/time.ts';
import type { Context } from '#server/platform/http/context.ts';
import type { Tx } from './in-transaction.ts';

/** The calendar day at the patient's own clinic, for what is written about the patient rather than about one episode. */
export async function patientToday(tx: Tx, ctx: Context<Actor>, patientId: string): Promise<PlainDate> {
  const [row] = await tx.$queryRaw<{ zone: string }[]>`
    select c.time_zone as zone from patient p
      join clinic c on c.organization_id = p.organization_id and c.id = p.clinic_id
     where p.organization_id = (select tandem.organization()) and p.id = ${patientId}::uuid`;
  if (!row) throw new Problem('not-found');
  return dateInZone(ctx.now(), row.zone);
}
