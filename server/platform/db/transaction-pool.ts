import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';

/** A transaction that is being opened, and once it is, the connection it runs on. */
export type OpenTransaction = { enter: string; client: pg.PoolClient | undefined; isTaken: boolean };

const opening = new AsyncLocalStorage<OpenTransaction>();

/** Runs work whose first Prisma transaction begins under the actor and shares its connection with `transaction.client`. */
export function openingTransaction<T>(transaction: OpenTransaction, work: () => Promise<T>): Promise<T> {
  return opening.run(transaction, work);
}

/**
 * The pool under Prisma. A transaction's BEGIN carries the statement that enters it as the actor, which saves a round trip,
 * and its connection is lent to the transaction's own SQL until Prisma gives it back: at the end, or when time is up.
 */
export class TransactionPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(
    callback: (error: Error | undefined, client: pg.PoolClient | undefined, done: () => void) => void,
  ): void;
  override connect(
    callback?: (error: Error | undefined, client: pg.PoolClient | undefined, done: () => void) => void,
  ): Promise<pg.PoolClient> | void {
    if (callback) {
      super.connect(callback);
      return undefined;
    }
    const transaction = opening.getStore();
    return super
      .connect()
      .then((client) => (transaction && !transaction.isTaken ? lend(client, transaction) : client));
  }
}

function lend(client: pg.PoolClient, transaction: OpenTransaction): pg.PoolClient {
  const { query, release } = client;
  const begin = (config: unknown, ...rest: unknown[]): unknown => {
    Object.defineProperty(client, 'query', { value: query, configurable: true, writable: true });
    const isBegin =
      typeof config === 'object' && config !== null && 'text' in config && config.text === 'BEGIN';
    return isBegin
      ? client.query(`begin; ${transaction.enter}`)
      : Reflect.apply(query, client, [config, ...rest]);
  };
  Object.defineProperty(client, 'query', { value: begin, configurable: true, writable: true });
  Object.defineProperty(client, 'release', {
    value: (error?: Error | boolean) => {
      transaction.client = undefined;
      Object.defineProperty(client, 'query', { value: query, configurable: true, writable: true });
      release.call(client, error);
    },
    configurable: true,
    writable: true,
  });
  transaction.client = client;
  transaction.isTaken = true;
  return client;
}
