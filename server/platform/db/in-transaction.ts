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
  const underway: Underway = [];
  const answer = openingTransaction(open, () =>
    ctx.db.prisma.$transaction(async (prisma) => {
      const tx = withOwnSql(prisma, open);
      underwayIn.set(tx, underway);
      const replay = ctx.idempotency && (await replayed<T>(tx, ctx));
      if (replay) return replay.response;
      const response = await work(tx);
      if (ctx.idempotency) await later(tx, remember(tx, ctx, response));
      return response;
    }),
  );
  return settle(answer, underway);
}

/** Statements that are on their way and whose outcome nobody needs before the transaction ends. */
type Underway = Promise<unknown>[];
const underwayIn = new WeakMap<Tx, Underway>();

/**
 * Sends a statement without waiting for its answer: a row that was checked, an audit row, an announcement. PostgreSQL runs it
 * before whatever is sent next; its failure fails the transaction.
 */
export async function later(tx: Tx, statement: Promise<unknown>): Promise<void> {
  const underway = underwayIn.get(tx);
  if (!underway) {
    await statement;
    return;
  }
  statement.catch(() => undefined);
  underway.push(statement);
}

/**
 * The answer of a transaction whose every statement succeeded. PostgreSQL takes COMMIT after a failed statement for ROLLBACK and
 * does not complain, so what was left underway is looked at; the first failure is the one that explains the others.
 */
async function settle<T>(answer: Promise<T>, underway: Underway): Promise<T> {
  const [ended] = await Promise.allSettled([answer]);
  const outcomes = await Promise.allSettled(underway);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
  if (ended.status === 'rejected') throw ended.reason;
  return ended.value;
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
