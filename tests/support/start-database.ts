import type { TestProject } from 'vitest/node';
import { startTestCluster, type TestCluster } from './test-cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    cluster: TestCluster;
  }
}

/** One cluster per vitest process, also when several projects that need it run together. */
let shared: ReturnType<typeof startTestCluster> | undefined;
let users = 0;

/** Vitest calls this once per project, before its workers start. */
export async function setup(project: TestProject): Promise<void> {
  users += 1;
  shared ??= startTestCluster();
  project.provide('cluster', (await shared).cluster);
}

/** Vitest calls this once per project, at the end. */
export async function teardown(): Promise<void> {
  users -= 1;
  if (users > 0 || shared === undefined) return;
  await (await shared).stop();
  shared = undefined;
}
