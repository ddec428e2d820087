import { Problem } from '#shared/platform/problem.ts';
import type { Actor } from '#shared/platform/actor.ts';
import type { Context } from '#server/platform/http/context.ts';
import { enterStatement, type Scope } from './as-actor.ts';
import type { Prisma } from './generated/client.ts';
import { withOwnSql } from './own-sql.ts';
import { openingTransaction, type OpenTransaction } from './transaction-pool.ts';

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
  const open: OpenTransaction = {
    enter: enterStatement(ctx.actor, scope),
    client: undefined,
    isTaken: false,
  };
  return openingTransaction(open, () =>
    ctx.db.prisma.$transaction(async (prisma) => {
      const tx = withOwnSql(prisma, open);
      if (!ctx.idempotency) return settle(tx, () => work(tx));
      const replay = await replayed<T>(tx, ctx);
      if (replay) return replay.response;
      return settle(tx, async () => {
        const response = await work(tx);
        await later(tx, remember(tx, ctx, response));
        return response;
      });
    }),
  );
}

/** Statements that are on their way and whose outcome nobody needs before the transaction ends. */
const underway = new WeakMap<Tx, Promise<unknown>[]>();

/**
 * Sends a statement without waiting for its answer: an audit row, an announcement. Its failure still fails the transaction,
 * which ends only when every such statement has been answered.
 */
export async function later(tx: Tx, statement: Promise<unknown>): Promise<void> {
  const list = underway.get(tx);
  if (!list) {
    await statement;
    return;
  }
  statement.catch(() => undefined);
  list.push(statement);
}

/** Runs the work, then waits for what it left underway. The first failure is the one that explains the others. */
async function settle<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const list: Promise<unknown>[] = [];
  underway.set(tx, list);
  try {
    const answer = await work();
    await Promise.all(list);
    return answer;
  } catch (error) {
    const outcomes = await Promise.allSettled(list);
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    throw failed ? failed.reason : error;
  }
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
  await tx.$executeRaw`
    insert into idempotency_key (organization_id, staff_member_id, key, endpoint, body_hash, response, created_at)
    values (${ctx.actor.organizationId}::uuid, ${ctx.actor.staffMemberId}::uuid, ${asked.key}::uuid, ${asked.endpoint},
            ${asked.bodyHash}, ${JSON.stringify(response ?? null)}::jsonb, ${ctx.now()})`;
}
