import { createHmac, randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { installJobQueue } from './install-job-queue.ts';

/** The roles the server works as. None of them owns a table, so row-level security binds all of them. */
export const loginRoles = { app: 'tandem_app', auth: 'tandem_auth', jobs: 'tandem_jobs' } as const;

/** One address per role. */
export type RoleUrls = Record<keyof typeof loginRoles, string>;

/**
 * Lets the roles that the migrations created sign in, each with a password derived from the secret, and sets up the
 * job queue. Roles belong to the whole cluster: preparing several databases at once is safe.
 */
export async function ensureLoginRoles(
  ownerUrl: string,
  secret: string,
  overrides: Partial<RoleUrls> = {},
): Promise<RoleUrls> {
  const urls = {
    app: overrides.app ?? roleUrl(ownerUrl, loginRoles.app, secret),
    auth: overrides.auth ?? roleUrl(ownerUrl, loginRoles.auth, secret),
    jobs: overrides.jobs ?? roleUrl(ownerUrl, loginRoles.jobs, secret),
  };
  const derived = (['app', 'auth', 'jobs'] as const).filter((name) => overrides[name] === undefined);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    for (const name of derived) {
      if (await canConnect(urls[name])) continue;
      await allowLogin(owner, loginRoles[name], rolePassword(secret, loginRoles[name]));
    }
    await owner.query(`grant select on public._prisma_migrations to ${loginRoles.app}`);
    await installJobQueue(owner, urls.jobs);
  } finally {
    await owner.end();
  }
  return urls;
}

function roleUrl(ownerUrl: string, role: string, secret: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = rolePassword(secret, role);
  return url.href;
}

function rolePassword(secret: string, role: string): string {
  return createHmac('sha256', secret).update(role).digest('hex');
}

async function canConnect(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** PostgreSQL answers "tuple concurrently updated" (XX000) when two databases' preparations meet on one role. */
async function allowLogin(owner: pg.Client, role: string, password: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await owner.query(`alter role ${role} login password '${password}'`);
      return;
    } catch (error) {
      const isRace = error instanceof pg.DatabaseError && error.code === 'XX000';
      if (!isRace || attempt === 20) throw error;
      await sleep(randomInt(10, 60));
    }
  }
}
