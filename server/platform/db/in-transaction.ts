import { Problem } from '#shared/platform/problem.ts';
import type { Actor } from '#shared/platform/actor.ts';
import type { Context } from '#server/platform/http/context.ts';
import { enterToWriteQuery, type Scope } from './as-actor.ts';
import { openTx, OwnStatement, type Tx } from './tx.ts';
import { WriteTransaction } from './write-transaction.ts';

export type { Tx } from './tx.ts';

/**
 * Runs a use case in one transaction as the request's actor. When the caller sent an idempotency key, a repeated request
 * gets the stored answer and the work is not done again; so a use case returns what this returns, unchanged.
 */
export async function inTransaction<T>(
  ctx: Context<Actor>,
  work: (tx: Tx) => Promise<T>,
  scope?: Scope,
): Promise<T> {
  const transaction = new WriteTransaction(ctx.db.writing, enterToWriteQuery(ctx.actor, scope));
  const { tx, end } = openTx(ctx.db.prisma, transaction);
  try {
    // Asked first and run first; what the work reads at once leaves in the same packet. A repeated request's work is undone.
    const asked = replayed<T>(tx, ctx);
    const working = work(tx);
    working.catch(() => undefined);
    const replay = await asked;
    if (replay) {
      await transaction.rollback(undefined);
      return replay.response;
    }
    const response = await working;
    await remember(tx, ctx, response);
    await transaction.commit();
    return response;
  } catch (error) {
    throw await transaction.rollback(error);
  } finally {
    await end();
  }
}

/**
 * Puts a statement off until something is waited for or the transaction commits: a row that was checked, an audit row, an
 * announcement. PostgreSQL runs it before whatever is sent next; its failure fails the transaction.
 */
export async function later(_tx: Tx, statement: Promise<unknown>): Promise<void> {
  if (!(statement instanceof OwnStatement)) await statement;
  else statement.putOff();
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
  const [, [stored]] = await Promise.all([
    tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${asked.key}, 0))`,
    tx.$queryRaw<StoredAnswer[]>`
    select endpoint, body_hash, response from idempotency_key
     where organization_id = ${ctx.actor.organizationId}::uuid and staff_member_id = ${ctx.actor.staffMemberId}::uuid
       and key = ${asked.key}::uuid`,
  ]);
  if (!stored) return undefined;
  if (stored.endpoint !== asked.endpoint || stored.body_hash !== asked.bodyHash) {
    throw new Problem('key-reused', 'Send a new Idempotency-Key for a different request.');
  }
  return { response: stored.response as T };
}

async function remember(tx: Tx, ctx: Context<Actor>, response: unknown): Promise<void> {
  const asked = ctx.idempotency;
  if (!asked || ctx.actor.kind !== 'staff') return;
  const remembered = tx.$executeRaw`
    insert into idempotency_key (organization_id, staff_member_id, key, endpoint, body_hash, response, created_at)
    values (${ctx.actor.organizationId}::uuid, ${ctx.actor.staffMemberId}::uuid, ${asked.key}::uuid, ${asked.endpoint},
            ${asked.bodyHash}, ${JSON.stringify(response ?? null)}::jsonb, ${ctx.now()})`;
  await later(tx, remembered);
}
