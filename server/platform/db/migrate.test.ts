import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { emptyDatabaseForOneTest } from '#tests/support/database.ts';
import { migrate } from './migrate.ts';

test('a migration that fails names its line, keeps nothing, and is tried again at the next start', async () => {
  const url = await emptyDatabaseForOneTest();
  const folder = aFolder({ '20260101000000_first': 'create table a (id int);' });
  addMigration(folder, '20260102000000_second', 'create table b (id int);\n\nselect * from nowhere;');

  await expect(migrate(url, folder)).rejects.toThrow(
    'Migration 20260102000000_second failed, line 3: relation "nowhere" does not exist. Nothing of it was kept.',
  );
  expect(await tablesOf(url)).toEqual(['a']);

  addMigration(folder, '20260102000000_second', 'create table b (id int);');
  expect(await migrate(url, folder)).toEqual(['20260102000000_second']);
  expect(await tablesOf(url)).toEqual(['a', 'b']);
});

test('a function body with semicolons arrives whole', async () => {
  const url = await emptyDatabaseForOneTest();
  const sql = `create function one() returns int language plpgsql as $$ begin perform 2; return 1; end $$;
    create table a as select one() as id;`;

  expect(await migrate(url, aFolder({ '20260101000000_first': sql }))).toHaveLength(1);
});

test('a migration that was changed after it had been applied is refused', async () => {
  const url = await emptyDatabaseForOneTest();
  const folder = aFolder({ '20260101000000_first': 'create table a (id int);' });
  await migrate(url, folder);

  addMigration(folder, '20260101000000_first', 'create table a (id bigint);');

  await expect(migrate(url, folder)).rejects.toThrow('was changed after it had been applied');
});

test('a database from a newer version is refused instead of served', async () => {
  const url = await emptyDatabaseForOneTest();
  await migrate(url, aFolder({ '20260101000000_first': 'select 1;', '20260102000000_newer': 'select 2;' }));

  await expect(migrate(url, aFolder({ '20260101000000_first': 'select 1;' }))).rejects.toThrow(
    'The database knows migration 20260102000000_newer, this version of Tandem does not.',
  );
});

function aFolder(migrations: Record<string, string>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tandem-migrations-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(path.join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n');
  for (const [name, sql] of Object.entries(migrations)) addMigration(folder, name, sql);
  return folder;
}

function addMigration(folder: string, name: string, sql: string): void {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, 'migration.sql'), sql);
}

async function tablesOf(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const found = await client.query<{ tablename: string }>(
    `select tablename from pg_tables where schemaname = 'public' and tablename not like '\\_prisma%' order by 1`,
  );
  await client.end();
  return found.rows.map((row) => row.tablename);
}
