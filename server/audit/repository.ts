import type { QueryConfig } from 'pg';
import type { Actor } from '#shared/platform/actor.ts';
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

const COLUMNS = `(organization_id, id, at, actor_id, actor_role, action, patient_id, episode_id, subject_type, subject_id, detail, request_id)`;
const VALUES = `($1, gen_random_uuid(), $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11)`;
const INSERT = `insert into audit_event ${COLUMNS} values ${VALUES}`;

function values(ctx: Context<Actor>, entry: AuditEntry): unknown[] {
  return [
    ctx.actor.organizationId,
    ctx.now().toISOString(),
    ctx.actor.kind === 'staff' ? ctx.actor.staffMemberId : null,
    ctx.actor.kind === 'staff' ? ctx.actor.role : ctx.actor.kind,
    entry.did,
    entry.patientId ?? null,
    entry.episodeId ?? null,
    entry.subject?.type ?? null,
    entry.subject?.id ?? null,
    entry.detail ? JSON.stringify(entry.detail) : null,
    ctx.requestId,
  ];
}

/** Writes the audit row of a change, in the transaction of the change. */
export async function record(tx: Tx, ctx: Context<Actor>, entry: AuditEntry): Promise<void> {
  const [org, at, actor, role, did, patient, episode, type, subject, detail, request] = values(ctx, entry);
  await later(
    tx,
    tx.$executeRaw`
    insert into audit_event (organization_id, id, at, actor_id, actor_role, action, patient_id, episode_id, subject_type,
                             subject_id, detail, request_id)
    values (${org}::uuid, gen_random_uuid(), ${at}::timestamptz, ${actor}::uuid, ${role}, ${did}, ${patient}::uuid,
            ${episode}::uuid, ${type}, ${subject}::uuid, ${detail}::jsonb, ${request})`,
  );
}

/** The same row as a statement to send beside a screen's query (`readAs(..., { alongside })`). */
export const seen = (ctx: Context<Actor>, entry: AuditEntry): QueryConfig => ({
  name: 'audit-seen',
  text: INSERT,
  values: values(ctx, entry),
});
