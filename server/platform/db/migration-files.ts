import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '#server/platform/project-root.ts';

/** One migration on disk, in Prisma's layout `<timestamp>_<name>/migration.sql`. */
export type MigrationFile = { name: string; sql: string; checksum: string };

/** Where the plain SQL lives. */
export const migrationsFolder = path.join(projectRoot, 'prisma', 'migrations');

/** Where the Prisma schema lives, one file per slice. */
export const schemaFolder = path.join(projectRoot, 'prisma', 'schema');

/** The migrations on disk, oldest first; the checksum is the one Prisma stores. */
export function findMigrationFiles(folder = migrationsFolder): MigrationFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, 'migration.sql')))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/** The schema's files, sorted, as the engine wants them. */
export function findSchemaFiles(folder = schemaFolder): { path: string; content: string }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.prisma'))
    .sort()
    .map((file) => ({ path: file, content: readFileSync(path.join(folder, file), 'utf8') }));
}
