import type { TestProject } from 'vitest/node';
import { startTestCluster, type TestCluster } from './test-cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    cluster: TestCluster;
  }
}

/** One cluster per vitest process, also when several projects that need it run together: each loads this file anew. */
interface SharedCluster {
  started: ReturnType<typeof startTestCluster> | undefined;
  users: number;
}

const SHARED = Symbol.for('tandem.test-cluster');

function sharedCluster(): SharedCluster {
  const whole = globalThis as { [SHARED]?: SharedCluster };
  whole[SHARED] ??= { started: undefined, users: 0 };
  return whole[SHARED];
}

/** Vitest calls this once per project, before its workers start. */
export async function setup(project: TestProject): Promise<void> {
  const shared = sharedCluster();
  shared.users += 1;
  shared.started ??= startTestCluster();
  project.provide('cluster', (await shared.started).cluster);
}

/** Vitest calls this once per project, at the end. */
export async function teardown(): Promise<void> {
  const shared = sharedCluster();
  shared.users -= 1;
  if (shared.users > 0 || shared.started === undefined) return;
  const { stop } = await shared.started;
  shared.started = undefined;
  await stop();
}
