import { ensureBuilt } from '../../../scripts/bootstrap/build.mjs';

/** Vitest calls this once, before the first browser opens: what is driven is what `npm start` would serve. */
export async function setup(): Promise<void> {
  await ensureBuilt('client');
}
