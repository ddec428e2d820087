import type { Connection, QueryConfig, QueryResultRow, Submittable } from 'pg';
import { screenTypes } from './column-types.ts';

/** What a statement answered: its rows, and how many it touched. */
export interface Answered {
  rows: QueryResultRow[];
  rowCount: number;
}

/** A statement on its way; `text` with a `name` is planned once per connection. */
export interface Sent {
  query: QueryConfig;
  resolve: (answer: Answered) => void;
  reject: (error: Error) => void;
}

/** What each connection has planned already, by name. */
const planned = new WeakMap<Connection, Set<string>>();

/** A statement behind one that failed: PostgreSQL has passed over it. */
export class NotRun extends Error {}

/**
 * Statements that are sent together with one Sync and answered together: one packet each way, where a Sync for each would cost
 * a wake-up of both sides. They run one after the other, each seeing what those before it did; after a failure the rest is
 * passed over.
 */
export class StatementBatch implements Submittable {
  /** Settles when the connection is free again: whether every statement was run, and its plans are known. */
  readonly done: Promise<{ isWhole: boolean; arePlansKnown: boolean }>;
  private readonly statements: readonly Sent[];
  private readonly finish: (how: { isWhole: boolean; arePlansKnown: boolean }) => void;
  private readonly firstPlannedHere = new Set<number>();
  private fields: { name: string; parse: (value: string) => unknown }[] = [];
  private rows: QueryResultRow[] = [];
  private at = 0;
  private failure: Error | undefined;

  constructor(statements: readonly Sent[]) {
    this.statements = statements;
    let finish: typeof this.finish | undefined;
    this.done = new Promise((resolve) => (finish = resolve));
    if (!finish) throw new Error('a promise starts at once');
    this.finish = finish;
  }

  get isEmpty(): boolean {
    return this.statements.length === 0;
  }

  /** Called by the client when the connection is free. */
  submit(connection: Connection): void {
    connection.stream.cork();
    try {
      this.statements.forEach(({ query }, at) => {
        this.prepare(connection, query, at);
        connection.bind({ statement: query.name ?? '', values: query.values?.map(toText) ?? [] }, true);
        connection.describe({ type: 'P', name: '' }, true);
        connection.execute({}, true);
      });
      connection.sync();
    } finally {
      connection.stream.uncork();
    }
  }

  handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }): void {
    this.fields = fields.map(({ name, dataTypeID }) => ({
      name,
      parse: screenTypes.getTypeParser(dataTypeID, 'text'),
    }));
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const row: QueryResultRow = {};
    this.fields.forEach(({ name, parse }, at) => {
      const value = fields[at] ?? null;
      row[name] = value === null ? null : parse(value);
    });
    this.rows.push(row);
  }

  handleCommandComplete({ text }: { text: string }): void {
    const { rows } = this;
    this.rows = [];
    this.statements[this.at]?.resolve({ rows, rowCount: Number(/\d+$/.exec(text)?.[0] ?? 0) });
    this.at += 1;
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' });
  }

  handlePortalSuspended(): void {
    this.failure ??= new Error('a statement is read whole');
  }

  /** The client hears nothing more of this batch; what is sent next waits for its Sync all the same. */
  handleError(error: Error): void {
    this.failure = error;
    const [failed, ...passedOver] = this.statements.slice(this.at);
    failed?.reject(error);
    for (const { reject } of passedOver)
      reject(new NotRun('A statement before this one failed.', { cause: error }));
    const arePlansKnown = ![...this.firstPlannedHere].some((at) => at >= this.at);
    this.finish({ isWhole: false, arePlansKnown });
  }

  handleReadyForQuery(): void {
    this.finish({ isWhole: this.failure === undefined, arePlansKnown: true });
  }

  private prepare(connection: Connection, { name = '', text }: QueryConfig, at: number): void {
    const names = planned.get(connection) ?? new Set();
    planned.set(connection, names);
    if (name !== '' && names.has(name)) return;
    connection.parse({ name, text, types: [] }, true);
    if (name === '') return;
    names.add(name);
    this.firstPlannedHere.add(at);
  }
}

/** A statement with the promise of its answer. */
export function send(query: QueryConfig): { sent: Sent; answer: Promise<Answered> } {
  let sent: Sent | undefined;
  const answer = new Promise<Answered>((resolve, reject) => (sent = { query, resolve, reject }));
  if (!sent) throw new Error('a promise starts at once');
  return { sent, answer };
}

/** A parameter in PostgreSQL's own writing. */
function toText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `{${value.map(toElement).join(',')}}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function toElement(value: unknown): string {
  const text = toText(value);
  return text === null ? 'NULL' : `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}
