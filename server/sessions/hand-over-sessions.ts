import type { Actor } from '#shared/platform/actor.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { holdTherapistTimes } from './repository.ts';

interface HandedOver {
  patientId: string;
  from: string;
  to: string;
  /** Visits that begin before then stay whose they are. */
  notBefore: Date;
}

/** Gives planned visits to a colleague who is free then, and answers how many; a visit at a time already taken stays as it is. */
export async function handOverSessions(
  tx: Tx,
  ctx: Context<Actor>,
  { patientId, from, to, notBefore }: HandedOver,
): Promise<number> {
  await holdTherapistTimes(tx, to);
  const count = await tx.$executeRaw`
    update session s set therapist_id = ${to}::uuid, version = s.version + 1, updated_at = ${ctx.now()}
     where s.organization_id = ${ctx.actor.organizationId}::uuid and s.patient_id = ${patientId}::uuid
       and s.therapist_id = ${from}::uuid and s.status = 'planned' and s.scheduled_at >= ${notBefore}
       and not exists (select from tandem.therapist_times(${to}::uuid, s.scheduled_at, s.ends_at, s.id))`;
  if (count > 0) await announce(tx, ctx, { topics: ['today', 'episode'], patientId });
  return count;
}
