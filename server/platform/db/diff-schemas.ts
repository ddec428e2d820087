import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlResultSet,
} from '@prisma/driver-adapter-utils';
import { freeSchemaEngine, startSchemaEngine } from './schema-engine.ts';

/** A Prisma schema as files, or no schema at all. */
export type SchemaState = 'empty' | { files: { path: string; content: string }[] };

/** The SQL that leads from one schema to the other; an empty string when they agree. Needs no database. */
export async function diffSchemas(from: SchemaState, to: SchemaState): Promise<string> {
  const engine = await startSchemaEngine(noDatabase);
  try {
    const result = await engine.diff({
      from: diffTarget(from),
      to: diffTarget(to),
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    const sql = result.stdout ?? '';
    return sql.includes('This is an empty migration') ? '' : sql;
  } finally {
    freeSchemaEngine(engine);
  }
}

function diffTarget(state: SchemaState) {
  return state === 'empty'
    ? ({ tag: 'empty' } as const)
    : ({ tag: 'schemaDatamodel', files: state.files } as const);
}

/** The one thing the engine asks before it compares two schemas: is there a `public`, which PostgreSQL is it. */
const serverVersion: SqlResultSet = {
  columnNames: ['exists', 'version', 'numeric_version'],
  columnTypes: [5, 7, 0],
  rows: [[true, 'PostgreSQL 18.0', 180000]],
};

const identity = { provider: 'postgres', adapterName: 'no-database' } as const;

const emptyAdapter: SqlDriverAdapter = {
  ...identity,
  queryRaw: (query) =>
    query.sql.includes('numeric_version') ? Promise.resolve(serverVersion) : refuse(query.sql),
  executeRaw: (query) => refuse(query.sql),
  executeScript: (script) => refuse(script),
  startTransaction: () => refuse('begin'),
  dispose: () => Promise.resolve(),
};

const noDatabase: SqlMigrationAwareDriverAdapterFactory = {
  ...identity,
  connect: () => Promise.resolve(emptyAdapter),
  connectToShadowDb: () => Promise.resolve(emptyAdapter),
};

function refuse(sql: string): Promise<never> {
  return Promise.reject(new Error(`Comparing schemas must not need a database, but it asked: ${sql}`));
}
