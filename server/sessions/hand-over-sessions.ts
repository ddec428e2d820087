import type { Actor } from '#shared/platform/actor.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { holdTherapistTimes } from './visit-repository.ts';

interface HandedOver {
  patientId: string;
  from: string;
  to: string;
  /** Visits that begin before then stay whose they are. */
  notBefore: Date;
}

/**
 * Gives planned visits to a colleague, and answers which. A visit at a time already taken, or after the colleague's own last day on
 * the team, stays as it is.
 */
export async function handOverSessions(
  tx: Tx,
  ctx: Context<Actor>,
  { patientId, from, to, notBefore }: HandedOver,
): Promise<string[]> {
  await holdTherapistTimes(tx, to);
  const moved = await tx.$queryRaw<{ id: string }[]>`
    update session s set therapist_id = ${to}::uuid, version = s.version + 1, updated_at = ${ctx.now()}
     where s.organization_id = ${ctx.actor.organizationId}::uuid and s.patient_id = ${patientId}::uuid
       and s.therapist_id = ${from}::uuid and s.status = 'planned' and s.scheduled_at >= ${notBefore}
       and not exists (select from tandem.therapist_times(${to}::uuid, s.scheduled_at, s.ends_at, s.id))
       and exists (
         select from care_team_member m
          where m.organization_id = s.organization_id and m.patient_id = s.patient_id and m.staff_member_id = ${to}::uuid
            and m.valid_from <= s.scheduled_at and (m.valid_to is null or m.valid_to > s.scheduled_at))
    returning s.id`;
  if (moved.length > 0) await announce(tx, ctx, { topics: ['today', 'episode'], patientId });
  return moved.map(({ id }) => id);
}
