import type pg from 'pg';
import { Prisma } from './generated/client.ts';
import { screenTypes } from './column-types.ts';
import { statementNames } from './statement-names.ts';
import type { OpenTransaction } from './transaction-pool.ts';

const nameOf = statementNames('own');

/**
 * Prisma's transaction with its raw SQL sent straight to the connection: the statement is ours already, and what Prisma does
 * around it costs several times its execution. Models go through Prisma as ever, on the same connection.
 */
export function withOwnSql(
  tx: Prisma.TransactionClient,
  transaction: OpenTransaction,
): Prisma.TransactionClient {
  const run = async (text: string, values: readonly unknown[]) => {
    if (!transaction.client) throw new Error('The transaction has ended; nothing more can be written in it.');
    const args = values.map(toParameter);
    const name = nameOf({ sql: text, args });
    sendTogether(transaction.client);
    return transaction.client.query<object>({ name, text, values: args, types: screenTypes });
  };
  const runTemplate = (template: TemplateStringsArray | Prisma.Sql, values: unknown[]) => {
    const sql = 'raw' in template ? Prisma.sql(template, ...values) : template;
    return run(sql.text, sql.values);
  };
  const own = {
    $queryRaw: async (template: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) =>
      (await runTemplate(template, values)).rows,
    $executeRaw: async (template: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) =>
      (await runTemplate(template, values)).rowCount ?? 0,
    $queryRawUnsafe: async (text: string, ...values: unknown[]) => (await run(text, values)).rows,
    $executeRawUnsafe: async (text: string, ...values: unknown[]) => (await run(text, values)).rowCount ?? 0,
  };
  return new Proxy(tx, {
    get: (target, key) => (Object.hasOwn(own, key) ? Reflect.get(own, key) : Reflect.get(target, key)),
  });
}

/** Statements that are sent before anything waits leave in one packet: each packet is a wake-up on both sides. */
function sendTogether({ connection: { stream } }: pg.PoolClient): void {
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/** What Prisma would send: instants in UTC, absence as null, objects as JSON. */
function toParameter(value: unknown): unknown {
  if (value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(toParameter);
  return value;
}
