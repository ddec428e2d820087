import { Problem } from '#shared/platform/problem.ts';
import type { Actor } from '#shared/platform/actor.ts';
import type { Context } from '#server/platform/http/context.ts';
import { enterStatement, type Scope } from './as-actor.ts';
import type { Prisma } from './generated/client.ts';

/** The writing side of one use case: Prisma inside the transaction, under the actor's row-level security. */
export type Tx = Prisma.TransactionClient;

/**
 * Runs a use case in one transaction as the request's actor. When the caller sent an idempotency key, a repeated request
 * gets the stored answer and the work is not done again; so a use case returns what this returns, unchanged.
 */
export async function inTransaction<T>(
  ctx: Context<Actor>,
  work: (tx: Tx) => Promise<T>,
  scope?: Scope,
): Promise<T> {
  return ctx.db.prisma.$transaction(async (tx) => {
    await tx.$executeRawUnsafe(enterStatement(ctx.actor, scope));
    if (!ctx.idempotency) return work(tx);
    const replay = await replayed<T>(tx, ctx);
    if (replay) return replay.response;
    const response = await work(tx);
    await remember(tx, ctx, response);
    return response;
  });
}

interface StoredAnswer {
  endpoint: string;
  body_hash: string;
  response: unknown;
}

/** Waits for a twin request that is still running, then looks for its answer. */
async function replayed<T>(tx: Tx, ctx: Context<Actor>): Promise<{ response: T } | undefined> {
  const asked = ctx.idempotency;
  if (!asked || ctx.actor.kind !== 'staff') return undefined;
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${asked.key}, 0))`;
  const [stored] = await tx.$queryRaw<StoredAnswer[]>`
    select endpoint, body_hash, response from idempotency_key
     where organization_id = ${ctx.actor.organizationId}::uuid and staff_member_id = ${ctx.actor.staffMemberId}::uuid
       and key = ${asked.key}::uuid`;
  if (!stored) return undefined;
  if (stored.endpoint !== asked.endpoint || stored.body_hash !== asked.bodyHash) {
    throw new Problem('key-reused', 'Send a new Idempotency-Key for a different request.');
  }
  return { response: stored.response as T };
}

async function remember(tx: Tx, ctx: Context<Actor>, response: unknown): Promise<void> {
  const asked = ctx.idempotency;
  if (!asked || ctx.actor.kind !== 'staff') return;
  await tx.$executeRaw`
    insert into idempotency_key (organization_id, staff_member_id, key, endpoint, body_hash, response, created_at)
    values (${ctx.actor.organizationId}::uuid, ${ctx.actor.staffMemberId}::uuid, ${asked.key}::uuid, ${asked.endpoint},
            ${asked.bodyHash}, ${JSON.stringify(response ?? null)}::jsonb, ${ctx.now()})`;
}
