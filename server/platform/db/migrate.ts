import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { OperatorError } from '#server/platform/operator-error.ts';
import { findMigrationFiles, type MigrationFile, migrationsFolder } from './migration-files.ts';
import { type ScriptFailure, withSchemaEngine } from './schema-engine.ts';

/** Anything that answers a query: a pool, a client. */
export type Queryable = { query: (sql: string) => Promise<{ rows: unknown[] }> };

type AppliedMigration = { name: string; checksum: string; isFinished: boolean };

/** One key for everyone who migrates; Prisma's own lock has another, so the two never wait for each other. */
const migrationLock = 7_226_336;

/** Names of the migrations on disk that this database has not finished; empty means ready. */
export async function pendingMigrations(db: Queryable): Promise<string[]> {
  const finished = new Set(
    (await findAppliedMigrations(db)).filter((one) => one.isFinished).map((one) => one.name),
  );
  return findMigrationFiles()
    .map((file) => file.name)
    .filter((name) => !finished.has(name));
}

/**
 * Brings the database to the newest migration with Prisma's own engine and answers the names it applied.
 * Safe when several processes start at once: they wait for each other.
 */
export async function migrate(databaseUrl: string, folder = migrationsFolder): Promise<string[]> {
  const files = findMigrationFiles(folder);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    const applied = await findAppliedMigrations(client);
    refuseEdited(files, applied);
    const finished = new Set(applied.filter((one) => one.isFinished).map((one) => one.name));
    if (files.every((file) => finished.has(file.name))) return [];
    const interrupted = applied.filter((one) => !one.isFinished).map((one) => one.name);
    return await applyMigrations(databaseUrl, folder, files, interrupted);
  } finally {
    await client.end();
  }
}

async function findAppliedMigrations(db: Queryable): Promise<AppliedMigration[]> {
  const table = await db.query(`select to_regclass('public._prisma_migrations') is not null as "exists"`);
  if (!(table.rows as { exists: boolean }[])[0]?.exists) return [];
  const answer = await db.query(
    `select migration_name as name, checksum, finished_at is not null as "isFinished"
       from public._prisma_migrations where rolled_back_at is null order by started_at`,
  );
  return answer.rows as AppliedMigration[];
}

function refuseEdited(files: MigrationFile[], applied: AppliedMigration[]): void {
  for (const one of applied.filter((candidate) => candidate.isFinished)) {
    const file = files.find((candidate) => candidate.name === one.name);
    if (!file) {
      throw new OperatorError(
        `The database knows migration ${one.name}, this version of Tandem does not. Start the newer version again.`,
      );
    }
    if (file.checksum !== one.checksum) {
      throw new OperatorError(
        `Migration ${one.name} was changed after it had been applied. Restore its file and write the change as a new migration.`,
      );
    }
  }
}

/**
 * Each script is one transaction (schema-engine.ts), so a failed or interrupted one has changed nothing and is
 * marked rolled back: the next start tries again instead of waiting for a person.
 */
async function applyMigrations(
  databaseUrl: string,
  folder: string,
  files: MigrationFile[],
  interrupted: string[],
): Promise<string[]> {
  return withSchemaEngine(databaseUrl, async (engine, lastFailure) => {
    for (const migrationName of interrupted) await engine.markMigrationRolledBack({ migrationName });
    try {
      const result = await engine.applyMigrations({
        migrationsList: {
          baseDir: folder,
          lockfile: { path: 'migration_lock.toml', content: readLockfile(folder) },
          shadowDbInitScript: '',
          migrationDirectories: files.map((file) => ({
            path: file.name,
            migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: file.sql } },
          })),
        },
        filters: { externalTables: [], externalEnums: [] },
      });
      return result.appliedMigrationNames;
    } catch (error) {
      const failure = lastFailure();
      const failed = files.find((file) => file.sql === failure?.script);
      if (!failure || !failed) throw error;
      await engine.markMigrationRolledBack({ migrationName: failed.name });
      throw new OperatorError(describeFailure(failed, failure), { cause: failure.error });
    }
  });
}

function readLockfile(folder: string): string {
  return readFileSync(path.join(folder, 'migration_lock.toml'), 'utf8');
}

function describeFailure(file: MigrationFile, failure: ScriptFailure): string {
  const message = failure.error instanceof Error ? failure.error.message : String(failure.error);
  const position = failure.error instanceof pg.DatabaseError ? Number(failure.error.position) : Number.NaN;
  const line = Number.isNaN(position) ? '' : `, line ${file.sql.slice(0, position).split('\n').length}`;
  return `Migration ${file.name} failed${line}: ${message}. Nothing of it was kept.`;
}
