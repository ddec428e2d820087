import type { Connection, QueryConfig, QueryResultRow, Submittable } from 'pg';
import { screenTypes } from './column-types.ts';

/** What enters the transaction, and what is asked in it; the rows of the latter are the answer. */
export interface ScreenStatements {
  before: QueryConfig;
  asked: QueryConfig;
}

const ASKED = 1;

/** What each connection has planned already, by name. A connection on which something failed is thrown away. */
const planned = new WeakMap<Connection, Set<string>>();

/**
 * Sends the statements of a screen as one batch of the extended protocol with a single Sync. PostgreSQL runs such a batch as
 * one transaction and answers once, so that neither BEGIN and COMMIT nor their wake-ups are paid for.
 */
export class ScreenRead<Row extends QueryResultRow> implements Submittable {
  readonly rows: Promise<Row[]>;
  private readonly statements: QueryConfig[];
  private readonly found: Row[] = [];
  private readonly settle: { resolve: (rows: Row[]) => void; reject: (error: Error) => void };
  private fields: { name: string; parse: (value: string) => unknown }[] = [];
  private completed = 0;
  private failure: Error | undefined;

  constructor({ before, asked }: ScreenStatements) {
    this.statements = [before, asked];
    let settle: typeof this.settle | undefined;
    this.rows = new Promise((resolve, reject) => (settle = { resolve, reject }));
    if (!settle) throw new Error('a promise starts at once');
    this.settle = settle;
  }

  /** Called by the client when the connection is free. */
  submit(connection: Connection): void {
    connection.stream.cork();
    try {
      this.statements.forEach((statement, at) => {
        prepare(connection, statement);
        const values = statement.values?.map(toText) ?? [];
        connection.bind({ statement: statement.name, values }, true);
        if (at === ASKED) connection.describe({ type: 'P', name: '' }, true);
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
    if (this.completed !== ASKED) return;
    const entries = this.fields.map(({ name, parse }, at) => {
      const value = fields[at] ?? null;
      return [name, value === null ? null : parse(value)];
    });
    this.found.push(Object.fromEntries(entries));
  }

  handleCommandComplete(): void {
    this.completed += 1;
  }

  handleEmptyQuery(): void {
    this.completed += 1;
  }

  handlePortalSuspended(): void {
    this.failure = new Error('a screen is read whole');
  }

  handleError(error: Error): void {
    this.failure = error;
    this.settle.reject(error);
  }

  handleReadyForQuery(): void {
    if (this.failure) this.settle.reject(this.failure);
    else this.settle.resolve(this.found);
  }
}

function prepare(connection: Connection, { name = '', text }: QueryConfig): void {
  const names = planned.get(connection) ?? new Set();
  planned.set(connection, names);
  if (name !== '' && names.has(name)) return;
  connection.parse({ name, text, types: [] }, true);
  names.add(name);
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
