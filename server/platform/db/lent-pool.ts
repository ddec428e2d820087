import { AsyncLocalStorage } from 'node:async_hooks';
import { EventEmitter } from 'node:events';
import pg from 'pg';
import type { WriteTransaction } from './write-transaction.ts';

const lending = new AsyncLocalStorage<WriteTransaction>();

/** Runs work whose Prisma transaction takes place inside one that is open already. */
export const lendingTo = <T>(transaction: WriteTransaction, work: () => Promise<T>): Promise<T> =>
  lending.run(transaction, work);

/** What Prisma says about a transaction that is not its own to begin or to end. */
const NOT_ITS_OWN = new Set(['BEGIN', 'COMMIT', 'ROLLBACK']);
const NOTHING = { rows: [], fields: [], rowCount: 0 };

/** The pool under Prisma: it has no connections of its own, and lends that of the use case's transaction. */
export class LentPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(
    callback: (error: Error | undefined, client: pg.PoolClient | undefined, done: () => void) => void,
  ): void;
  override connect(
    callback?: (error: Error | undefined, client: pg.PoolClient | undefined, done: () => void) => void,
  ): Promise<pg.PoolClient> | void {
    const transaction = lending.getStore();
    if (callback === undefined && transaction) return Promise.resolve(lend(transaction));
    const error = new Error('Prisma works inside a use case’s transaction only (in-transaction.ts).');
    if (callback === undefined) return Promise.reject(error);
    callback(error, undefined, () => undefined);
    return undefined;
  }
}

function lend(transaction: WriteTransaction): pg.PoolClient {
  const lent = Object.assign(new EventEmitter(), {
    query: async (config: pg.QueryConfig) => {
      if (NOT_ITS_OWN.has(config.text)) return NOTHING;
      const client = await transaction.connection();
      return client.query(config);
    },
    release: () => undefined,
  });
  return lent as unknown as pg.PoolClient;
}
