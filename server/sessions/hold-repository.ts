import type { HoldRecord } from '#shared/sessions/holds.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import { newId } from '#server/platform/db/new-id.ts';
import type { Context } from '#server/platform/http/context.ts';
import { HOLD_JSON, HOLD_JOINS } from './hold-sql.ts';
import { physiatristOf } from './signing-sql.ts';

export interface NewHold {
  patientId: string;
  episodeId: string;
  code: string;
  level: 'emergency' | 'urgent' | 'prompt';
  note: string;
  evidence: { wells: string[]; score: number; likelihood: string } | null;
}

export interface OpenHold {
  id: string;
  level: string;
  note: string;
  repeat: number;
  acknowledgedAt: Date | null;
}

/** The holds that are open for one finding. */
export const findOpenHolds = (tx: Tx, ctx: Context, episodeId: string, code: string): Promise<OpenHold[]> =>
  tx.safetyHold.findMany({
    where: { organizationId: ctx.actor.organizationId, episodeId, redFlagCode: code, closedAt: null },
    select: { id: true, level: true, note: true, repeat: true, acknowledgedAt: true },
  });

/** Opens a hold beside those that are open for its finding; nothing when somebody has taken its place among them at the same moment. */
export async function insertHold(
  tx: Tx,
  ctx: Context,
  { code, evidence, ...hold }: NewHold & { repeat: number },
): Promise<string | undefined> {
  const id = newId(ctx.now());
  const { count } = await tx.safetyHold.createMany({
    data: {
      ...hold,
      id,
      organizationId: ctx.actor.organizationId,
      redFlagCode: code,
      ...(evidence === null ? {} : { evidence }),
      openedById: ctx.actor.staffMemberId,
      openedAt: ctx.now(),
    },
    skipDuplicates: true,
  });
  return count === 1 ? id : undefined;
}

/** A hold as the screen shows it, with its patient; invisible is not found. */
export async function loadHold(
  tx: Tx,
  ctx: Context,
  { episodeId, safetyHoldId }: { episodeId: string; safetyHoldId: string },
): Promise<{ patientId: string; hold: HoldRecord }> {
  const [row] = await tx.$queryRawUnsafe<{ patientId: string; hold: HoldRecord }[]>(
    `select h.patient_id as "patientId", ${HOLD_JSON} as hold from safety_hold h ${HOLD_JOINS}
      where h.organization_id = $1::uuid and h.episode_id = $2::uuid and h.id = $3::uuid`,
    ctx.actor.organizationId,
    episodeId,
    safetyHoldId,
  );
  if (!row) throw new Problem('not-found');
  return row;
}

/** Acknowledges or closes on top of the version the caller saw. */
export async function updateHold(
  tx: Tx,
  ctx: Context,
  safetyHoldId: string,
  closing: { reason: string } | undefined,
  expectedVersion: number,
): Promise<boolean> {
  const at = ctx.now();
  const by = ctx.actor.staffMemberId;
  const changed = await tx.$executeRaw`
    update safety_hold set
      acknowledged_at = coalesce(acknowledged_at, ${at}), acknowledged_by_id = coalesce(acknowledged_by_id, ${by}::uuid),
      closed_at = case when ${closing !== undefined} then ${at}::timestamptz end,
      closed_by_id = case when ${closing !== undefined} then ${by}::uuid end,
      close_reason = ${closing?.reason ?? null}, version = version + 1
     where organization_id = ${ctx.actor.organizationId}::uuid and id = ${safetyHoldId}::uuid
       and version = ${expectedVersion}`;
  return changed === 1;
}

/** Whom a red flag of this episode goes to; nothing when no physiatrist is on the team. */
export async function getPhysiatrist(tx: Tx, ctx: Context, episodeId: string): Promise<string | undefined> {
  const [row] = await tx.$queryRawUnsafe<{ id: string | null }[]>(
    `select ${physiatristOf('e', '(select r.signed_by_id from prescription r where r.organization_id = e.organization_id and r.episode_id = e.id and r.in_force)')} as id
       from episode e where e.organization_id = $1::uuid and e.id = $2::uuid`,
    ctx.actor.organizationId,
    episodeId,
  );
  return row?.id ?? undefined;
}
