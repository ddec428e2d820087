import { randomBytes } from 'node:crypto';
import { afterAll, inject, onTestFinished } from 'vitest';
import type { RoleUrls } from '#server/platform/db/login-roles.ts';
import { createClone, createEmptyDatabase, dropDatabase } from './test-cluster.ts';

/** The addresses of one migrated database: as its owner, and as each role the server works as. */
export type TestDatabase = RoleUrls & { owner: string };

let cloned: Promise<TestDatabase> | undefined;

/**
 * The test worker's own migrated database, copied from the template on first use. Tests share it: each builds its own
 * clinic, and row-level security keeps them apart.
 */
export function cloneDatabase(): Promise<TestDatabase> {
  const cluster = inject('cluster');
  cloned ??= createClone(cluster, `${cluster.run}_worker_${process.env['VITEST_POOL_ID'] ?? '0'}`);
  return cloned;
}

/** A migrated database for this test alone, dropped when it ends: for what counts or empties whole tables. */
export async function cloneDatabaseForOneTest(): Promise<TestDatabase> {
  const cluster = inject('cluster');
  const name = uniqueName(cluster.run);
  onTestFinished(() => dropDatabase(cluster, name));
  return createClone(cluster, name);
}

/** A migrated database for the tests of one file together, dropped after the last of them. */
export async function cloneDatabaseForSuite(label: string): Promise<TestDatabase> {
  const cluster = inject('cluster');
  const name = `${uniqueName(cluster.run)}_${label}`;
  afterAll(() => dropDatabase(cluster, name));
  return createClone(cluster, name);
}

/** A database without a schema for this test alone; answers its owner's address. */
export async function emptyDatabaseForOneTest(): Promise<string> {
  const cluster = inject('cluster');
  const name = uniqueName(cluster.run);
  onTestFinished(() => dropDatabase(cluster, name));
  return createEmptyDatabase(cluster, name);
}

function uniqueName(run: string): string {
  return `${run}_${randomBytes(4).toString('hex')}`;
}
