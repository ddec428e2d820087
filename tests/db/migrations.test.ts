import pg from 'pg';
import { expect, test } from 'vitest';
import { diffSchemas } from '#server/platform/db/diff-schemas.ts';
import { migrate, pendingMigrations } from '#server/platform/db/migrate.ts';
import { findMigrationFiles, findSchemaFiles } from '#server/platform/db/migration-files.ts';
import { cloneDatabase, emptyDatabaseForOneTest } from '#tests/support/database.ts';
import { describeCatalog } from '#tests/support/describe-catalog.ts';

/** Indexes that the Prisma schema cannot express (partial, or with an operator class); migrations alone make them. */
const indexesBesideTheSchema = [
  'care_team_member_caseload',
  'prescription_one_in_force',
  'evaluation_one_draft',
  'task_one_open',
  'safety_hold_one_open',
  'task_open_by_role',
  'patient_search',
  'session_unsigned',
  'session_inr',
  'inr_reading_latest',
  'inr_reading_of_report',
  'outcome_score_taken_once',
  'change_request_open',
  'safety_hold_open',
  'safety_hold_unanswered',
  'hold_escalation_once',
  'board_entry_due',
  'diagnostic_order_waiting',
  'surgical_evaluation_one_draft',
];

test('the migrations and the Prisma schema lead to the same tables, keys and indexes', async () => {
  const fromSchema = await emptyDatabaseForOneTest();
  await runSql(fromSchema, await diffSchemas('empty', { files: findSchemaFiles() }));

  const expected = await describeCatalog(fromSchema);
  const migrated = await describeCatalog((await cloneDatabase()).owner);

  expect(expected.columns.length).toBeGreaterThan(100);
  expect(migrated.columns).toEqual(expected.columns);
  expect(migrated.keys).toEqual(expected.keys);
  expect(migrated.indexes.filter((sentence) => !isBesideTheSchema(sentence))).toEqual(expected.indexes);
});

test('every index that is allowed beside the schema exists', async () => {
  const { indexes } = await describeCatalog((await cloneDatabase()).owner);

  const missing = indexesBesideTheSchema.filter((name) => !indexes.some((one) => one.includes(` ${name} `)));

  expect(missing).toEqual([]);
});

test('two servers that start at once migrate an empty database once', async () => {
  const url = await emptyDatabaseForOneTest();

  const [first, second] = await Promise.all([migrate(url), migrate(url)]);

  const names = findMigrationFiles().map((file) => file.name);
  expect([first, second]).toContainEqual(names);
  expect([first, second]).toContainEqual([]);
});

test('the migrations table reads as the one of a stock `prisma migrate deploy`', async () => {
  const url = (await cloneDatabase()).owner;

  const rows = await runSql(
    url,
    'select migration_name, checksum, applied_steps_count, finished_at from _prisma_migrations order by 1',
  );

  expect(rows).toEqual(
    findMigrationFiles().map((file) => ({
      migration_name: file.name,
      checksum: file.checksum,
      applied_steps_count: 1,
      finished_at: expect.any(Date),
    })),
  );
});

test('a migrated database has nothing pending, also for the role that serves requests', async () => {
  const client = new pg.Client({ connectionString: (await cloneDatabase()).app });
  await client.connect();

  const pending = await pendingMigrations(client).finally(() => client.end());

  expect(pending).toEqual([]);
});

function isBesideTheSchema(sentence: string): boolean {
  return indexesBesideTheSchema.some((name) => sentence.includes(` ${name} `));
}

async function runSql(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
