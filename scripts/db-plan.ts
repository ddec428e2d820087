import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { diffSchemas, type SchemaState } from '#server/platform/db/diff-schemas.ts';
import { findSchemaFiles, migrationsFolder } from '#server/platform/db/migration-files.ts';

/**
 * `npm run db:plan -- NAME` writes the migration that leads from the schema as it was last planned to the schema
 * as it is. The last plan is kept beside the migrations, because the engine cannot read a live database back.
 * `--sql` writes an empty migration, for what the schema cannot say (policies, triggers, checks).
 */
const snapshotFile = path.join(migrationsFolder, 'schema.snapshot');

async function planMigration(name: string, options: { handWritten: boolean }): Promise<void> {
  const files = findSchemaFiles();
  if (files.length === 0) throw new Error('There is no schema in prisma/schema yet.');
  const before: SchemaState = existsSync(snapshotFile)
    ? { files: [{ path: 'schema.prisma', content: readFileSync(snapshotFile, 'utf8') }] }
    : 'empty';
  const sql = await diffSchemas(before, { files });
  if (sql === '' && !options.handWritten) {
    console.log('The schema has not changed since the last migration. Use --sql for a hand-written one.');
    return;
  }
  const folder = path.join(migrationsFolder, `${timestamp(new Date())}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'migration.sql'), sql || '-- Written by hand.\n');
  writeFileSync(path.join(migrationsFolder, 'migration_lock.toml'), 'provider = "postgresql"\n');
  writeFileSync(snapshotFile, files.map((file) => `// ${file.path}\n${file.content}`).join('\n'));
  console.log(`Wrote ${path.relative(process.cwd(), folder)}/migration.sql. Read it before you commit it.`);
}

function timestamp(now: Date): string {
  return now.toISOString().replaceAll(/\D/g, '').slice(0, 14);
}

const [name, ...flags] = process.argv.slice(2);
if (name === undefined || !/^[a-z][a-z0-9_-]*$/.test(name)) {
  console.error('Name the migration in small letters: npm run db:plan -- add_safety_hold');
  process.exit(1);
}
await planMigration(name.replaceAll('-', '_'), { handWritten: flags.includes('--sql') });
