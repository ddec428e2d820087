import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { DataFolderInUse, lockDataFolder } from '#server/platform/db/data-folder-lock.ts';
import { startEmbeddedPostgres } from '#server/platform/db/embedded-postgres.ts';
import { ensureLoginRoles, type RoleUrls } from '#server/platform/db/login-roles.ts';
import { migrate } from '#server/platform/db/migrate.ts';
import { findMigrationFiles } from '#server/platform/db/migration-files.ts';
import { stopOrphan } from '#server/platform/db/postgres-process.ts';

/** Where the tests' databases live, and the migrated one they are copied from. */
export type TestCluster = { ownerUrl: string; template: string; run: string };

/** Signs nothing outside the tests. */
export const testSecret = 'tests-only-secret-that-protects-nothing';

const folderPrefix = 'tandem-test-';

/** Starts a PostgreSQL for the tests, or uses the one that TANDEM_TEST_CLUSTER_URL names, and makes the template. */
export async function startTestCluster(): Promise<{ cluster: TestCluster; stop: () => Promise<void> }> {
  const given = process.env['TANDEM_TEST_CLUSTER_URL'];
  const source =
    given === undefined ? await startOwnCluster() : { ownerUrl: given, stop: async () => undefined };
  const run = `tandem_test_${process.pid}_${Date.now().toString(36)}`;
  const template = await ensureTemplate(source.ownerUrl);
  const cluster = { ownerUrl: source.ownerUrl, template, run };
  return {
    cluster,
    stop: async () => {
      if (given !== undefined) await dropDatabases(cluster);
      await source.stop();
    },
  };
}

/** The database is there already, or another worker makes it at this moment. */
const DUPLICATE = new Set(['42P04', '23505']);

/** Copies the template (about 0.1 s) and answers the addresses of the copy. */
export async function createClone(cluster: TestCluster, name: string): Promise<RoleUrls & { owner: string }> {
  await asOwner(cluster.ownerUrl, async (owner) => {
    try {
      await owner.query(`create database ${name} template ${cluster.template} strategy file_copy`);
    } catch (error) {
      // Workers of two projects may carry the same number; they share the copy.
      if (!(error instanceof pg.DatabaseError && DUPLICATE.has(error.code ?? ''))) throw error;
    }
  });
  const owner = databaseUrl(cluster.ownerUrl, name);
  return { owner, ...(await ensureLoginRoles(owner, testSecret)) };
}

/** An empty database, for tests of the migrations themselves. */
export async function createEmptyDatabase(cluster: TestCluster, name: string): Promise<string> {
  await asOwner(cluster.ownerUrl, (owner) => owner.query(`create database ${name}`));
  return databaseUrl(cluster.ownerUrl, name);
}

/** Removes a database and whoever is still connected to it. */
export async function dropDatabase(cluster: TestCluster, name: string): Promise<void> {
  await asOwner(cluster.ownerUrl, (owner) => owner.query(`drop database if exists ${name} with (force)`));
}

async function startOwnCluster(): Promise<{ ownerUrl: string; stop: () => Promise<void> }> {
  await sweepAbandoned();
  const folder = mkdtempSync(path.join(tmpdir(), folderPrefix));
  chmodSync(folder, 0o755);
  const lock = lockDataFolder(folder, 0);
  const postgres = await startEmbeddedPostgres(folder, { isDurable: false });
  return {
    ownerUrl: postgres.ownerUrl,
    stop: async () => {
      await postgres.stop();
      removeFolder(folder);
      lock.release();
    },
  };
}

/** Two runs may sweep the same folder at once; whoever comes second finds it gone or going. */
function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOTEMPTY')) throw error;
  }
}

/** Clusters whose test run was killed would run on for ever. */
async function sweepAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(folderPrefix))) {
    const folder = path.join(tmpdir(), name);
    try {
      lockDataFolder(folder, 0);
    } catch (error) {
      if (error instanceof DataFolderInUse) continue;
      throw error;
    }
    await stopOrphan(path.join(folder, 'postgres'));
    removeFolder(folder);
  }
}

/** Named after the migrations' content, so that a kept cluster never serves an old schema. */
async function ensureTemplate(ownerUrl: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of findMigrationFiles()) hash.update(file.name).update(file.checksum);
  const template = `tandem_template_${hash.digest('hex').slice(0, 12)}`;
  await asOwner(ownerUrl, async (owner) => {
    await owner.query('select pg_advisory_lock(7226338)');
    const found = await owner.query<{ datistemplate: boolean }>(
      'select datistemplate from pg_database where datname = $1',
      [template],
    );
    if (found.rows[0]?.datistemplate) return;
    await owner.query(`drop database if exists ${template} with (force)`);
    await owner.query(`create database ${template}`);
    const url = databaseUrl(ownerUrl, template);
    await migrate(url);
    await ensureLoginRoles(url, testSecret);
    await owner.query(`alter database ${template} with is_template true`);
  });
  return template;
}

async function dropDatabases(cluster: TestCluster): Promise<void> {
  const names = await asOwner(cluster.ownerUrl, (owner) =>
    owner.query<{ name: string }>('select datname as name from pg_database where datname like $1', [
      `${cluster.run}%`,
    ]),
  );
  for (const { name } of names.rows) await dropDatabase(cluster, name);
}

async function asOwner<T>(ownerUrl: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: databaseUrl(ownerUrl, 'postgres') });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

function databaseUrl(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
