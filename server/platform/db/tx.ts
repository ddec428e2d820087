import { Prisma, type PrismaClient } from './generated/client.ts';
import { lendingTo } from './lent-pool.ts';
import { statementNames } from './statement-names.ts';
import type { Answered } from './statement-batch.ts';
import type { WriteTransaction } from './write-transaction.ts';

/** The writing side of one use case: Prisma's models and our own SQL in one transaction, under the actor's row-level security. */
export type Tx = Prisma.TransactionClient;

const nameOf = statementNames('own');

/**
 * A statement of ours. Like Prisma's it is not sent before somebody waits for it; unlike them it can be put off, and then leaves
 * with the next one that is waited for (in-transaction.ts, `later`).
 */
export class OwnStatement<T> implements Promise<T> {
  readonly [Symbol.toStringTag] = 'OwnStatement';
  private readonly transaction: WriteTransaction;
  private readonly text: string;
  private readonly values: unknown[];
  private readonly read: (answer: Answered) => T;
  private sent: Promise<T> | undefined;

  constructor(
    transaction: WriteTransaction,
    { text, values }: { text: string; values: readonly unknown[] },
    read: (answer: Answered) => T,
  ) {
    this.transaction = transaction;
    this.text = text;
    this.values = values.map((value) => (value === undefined ? null : value));
    this.read = read;
  }

  putOff(): void {
    this.sent ??= this.transaction.putOff(this.query).then(this.read);
    this.sent.catch(() => undefined);
  }

  // A promise that is sent when it is waited for.
  // oxlint-disable-next-line unicorn/no-thenable
  then<A = T, B = never>(
    onAnswer?: ((value: T) => A | PromiseLike<A>) | null,
    onFailure?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.sent ??= this.transaction.run(this.query).then(this.read);
    return this.sent.then(onAnswer, onFailure);
  }

  catch<B = never>(onFailure?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<T | B> {
    return this.then(undefined, onFailure);
  }

  finally(onEnd?: (() => void) | null): Promise<T> {
    return Promise.resolve(this).finally(onEnd);
  }

  private get query() {
    const { text, values } = this;
    return { name: nameOf({ sql: text, args: values }), text, values };
  }
}

/**
 * What a use case writes with. Our own SQL goes straight to the connection: what Prisma does around a statement costs several
 * times its execution. Prisma's part of the transaction is opened when a model is first used. `end` is awaited when all is over.
 */
export function openTx(
  prisma: PrismaClient,
  transaction: WriteTransaction,
): { tx: Tx; end: () => Promise<void> } {
  const models = new LazyModels(prisma, transaction);
  const own = ownSql(transaction);
  const tx = new Proxy(Object.create(null), {
    get: (_, key) => (typeof key === 'string' ? (own[key] ?? models.model(key)) : undefined),
  }) as Tx;
  return { tx, end: () => models.end() };
}

function ownSql(transaction: WriteTransaction): Record<string, unknown> {
  const rows = ({ rows }: Answered) => rows;
  const count = ({ rowCount }: Answered) => rowCount;
  const template = <T>(read: (answer: Answered) => T) => {
    return (parts: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) => {
      const sql = 'raw' in parts ? Prisma.sql(parts, ...values) : parts;
      return new OwnStatement(transaction, sql, read);
    };
  };
  const plain = <T>(read: (answer: Answered) => T) => {
    return (text: string, ...values: unknown[]) => new OwnStatement(transaction, { text, values }, read);
  };
  return {
    $queryRaw: template(rows),
    $executeRaw: template(count),
    $queryRawUnsafe: plain(rows),
    $executeRawUnsafe: plain(count),
  };
}

/** Prisma's models inside the transaction, of which most use cases that matter for speed need none. */
class LazyModels {
  private readonly prisma: PrismaClient;
  private readonly transaction: WriteTransaction;
  private opened: Promise<Tx> | undefined;
  private over: Promise<void> = Promise.resolve();
  private finish: () => void = () => undefined;

  constructor(prisma: PrismaClient, transaction: WriteTransaction) {
    this.prisma = prisma;
    this.transaction = transaction;
  }

  /** A model whose every method opens Prisma's part first. */
  model(name: string): unknown {
    return new Proxy(Object.create(null), {
      get:
        (_, method) =>
        async (...args: unknown[]): Promise<unknown> => {
          const model: object = Reflect.get(await this.open(), name);
          return Reflect.apply(Reflect.get(model, method), model, args);
        },
    });
  }

  async end(): Promise<void> {
    this.finish();
    await this.over;
  }

  private open(): Promise<Tx> {
    this.opened ??= new Promise<Tx>((resolve, reject) => {
      const ended = new Promise<void>((finish) => (this.finish = finish));
      this.over = lendingTo(this.transaction, () =>
        this.prisma.$transaction((tx) => {
          resolve(tx);
          return ended;
        }),
      ).catch(reject);
    });
    return this.opened;
  }
}
