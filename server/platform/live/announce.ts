import type { Actor, StaffRole } from '#shared/platform/actor.ts';
import { later, type Tx } from '#server/platform/db/in-transaction.ts';
import { type Sql, sql } from '#server/platform/db/sql.ts';
import type { Context } from '#server/platform/http/context.ts';

/** What a screen may be showing: the first element of its query key in the client. */
export type LiveTopic = 'board' | 'episode' | 'patient' | 'intake' | 'teams' | 'today' | 'tasks';

export interface Announcement {
  topics: readonly LiveTopic[];
  patientId?: string | undefined;
  episodeId?: string | undefined;
  /** Roles that hear it besides the patient's care team. */
  roles?: readonly StaffRole[];
}

/** Tells the patient's care team, when this transaction commits, that something changed. Ids only. */
export async function announce(tx: Tx, ctx: Context<Actor>, what: Announcement): Promise<void> {
  await later(tx, tx.$executeRaw`select ${announcing(ctx, what)}`);
}

/** The same as an expression, for a statement that knows itself whether anything changed. */
export function announcing(ctx: Context<Actor>, what: Announcement): Sql {
  const { organizationId } = ctx.actor;
  const patientId = what.patientId ?? null;
  const event = JSON.stringify({
    organizationId,
    topics: what.topics,
    patientId,
    episodeId: what.episodeId ?? null,
    roles: what.roles ?? [],
  });
  return sql`
    pg_notify('tandem_live', (${event}::jsonb || jsonb_build_object('staff', coalesce((
      select jsonb_agg(distinct staff_member_id) from care_team_member
       where organization_id = ${organizationId}::uuid and patient_id = ${patientId}::uuid
         and valid_from <= now() and (valid_to is null or valid_to > now())), '[]'::jsonb)))::text)`;
}
