import type { Actor } from '#shared/platform/actor.ts';
import type { GatheredRow } from '#server/platform/db/gathered-rows.ts';
import { later, type Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';

/** One thing that was seen or done, in ids and codes; never a name, a note or a value. */
export interface AuditEntry {
  /** `slice.did-what`, e.g. `prescription.signed`. */
  did: string;
  patientId?: string | undefined;
  episodeId?: string | undefined;
  subject?: { type: string; id: string } | undefined;
  detail?: Record<string, string | number | boolean | null | readonly string[]> | undefined;
}

const SEEN = `
insert into audit_event (organization_id, id, at, actor_id, actor_role, action, patient_id, episode_id, subject_type, subject_id,
                         detail, request_id)
select organization_id, gen_random_uuid(), at, actor_id, actor_role, action, patient_id, episode_id, subject_type, subject_id, detail,
       request_id
  from jsonb_to_recordset($1::jsonb) as seen(
    organization_id uuid, at timestamptz, actor_id uuid, actor_role text, action text, patient_id uuid, episode_id uuid,
    subject_type text, subject_id uuid, detail jsonb, request_id text)`;

function rowOf(ctx: Context<Actor>, entry: AuditEntry) {
  return {
    organization_id: ctx.actor.organizationId,
    at: ctx.now().toISOString(),
    actor_id: ctx.actor.kind === 'staff' ? ctx.actor.staffMemberId : null,
    actor_role: ctx.actor.kind === 'staff' ? ctx.actor.role : ctx.actor.kind,
    action: entry.did,
    patient_id: entry.patientId ?? null,
    episode_id: entry.episodeId ?? null,
    subject_type: entry.subject?.type ?? null,
    subject_id: entry.subject?.id ?? null,
    detail: entry.detail ?? null,
    request_id: ctx.requestId,
  };
}

/** Writes the audit row of a change, in the transaction of the change. */
export async function record(tx: Tx, ctx: Context<Actor>, entry: AuditEntry): Promise<void> {
  const row = rowOf(ctx, entry);
  const detail = row.detail && JSON.stringify(row.detail);
  await later(
    tx,
    tx.$executeRaw`
    insert into audit_event (organization_id, id, at, actor_id, actor_role, action, patient_id, episode_id, subject_type,
                             subject_id, detail, request_id)
    values (${row.organization_id}::uuid, gen_random_uuid(), ${row.at}::timestamptz, ${row.actor_id}::uuid, ${row.actor_role},
            ${row.action}, ${row.patient_id}::uuid, ${row.episode_id}::uuid, ${row.subject_type}, ${row.subject_id}::uuid,
            ${detail}::jsonb, ${row.request_id})`,
  );
}

/** The row of a look at a chart, to be committed before the screen is answered (`readAs(..., { alongside })`). */
export const seen = (ctx: Context<Actor>, entry: AuditEntry): GatheredRow => ({
  organizationId: ctx.actor.organizationId,
  name: 'audit-seen',
  text: SEEN,
  row: rowOf(ctx, entry),
});
