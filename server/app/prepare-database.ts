import { lockDataFolder } from '#server/platform/db/data-folder-lock.ts';
import { startEmbeddedPostgres } from '#server/platform/db/embedded-postgres.ts';
import { ensureLoginRoles } from '#server/platform/db/login-roles.ts';
import { migrate } from '#server/platform/db/migrate.ts';
import { loadSecret } from '#server/platform/db/secret.ts';
import { OperatorError } from '#server/platform/operator-error.ts';
import type { Config } from './config.ts';

/** Says one finished step to the person who waits, e.g. "Database ready (1.4 s)". */
export type Report = (sentence: string) => void;

/** A migrated database and one address per role; `stop` comes last, after the server has let go of it. */
export type PreparedDatabase = {
  ownerUrl: string;
  appUrl: string;
  authUrl: string;
  jobsUrl: string;
  secret: string;
  stop: () => Promise<void>;
};

/** Starts Tandem's own PostgreSQL or uses the given one, migrates it and lets the server's roles sign in. */
export async function prepareDatabase(config: Config, report: Report): Promise<PreparedDatabase> {
  const source =
    config.databaseUrl === undefined ? await startOwn(config, report) : external(config.databaseUrl);
  try {
    const startedAt = performance.now();
    const applied = await migrate(source.ownerUrl);
    const secret = loadSecret(config.dataFolder, config.secret);
    const urls = await ensureLoginRoles(source.ownerUrl, secret, config.roleUrls);
    const outcome = applied.length === 0 ? 'up to date' : `${applied.length} migrations applied`;
    report(`Schema ${outcome} (${secondsSince(startedAt)})`);
    return {
      ownerUrl: source.ownerUrl,
      appUrl: urls.app,
      authUrl: urls.auth,
      jobsUrl: urls.jobs,
      secret,
      stop: source.stop,
    };
  } catch (error) {
    await source.stop();
    throw describeRefusal(source.ownerUrl, error);
  }
}

type Source = { ownerUrl: string; stop: () => Promise<void> };

function external(ownerUrl: string): Source {
  return { ownerUrl, stop: () => Promise.resolve() };
}

async function startOwn(config: Config, report: Report): Promise<Source> {
  const startedAt = performance.now();
  const lock = lockDataFolder(config.dataFolder, config.port);
  try {
    const postgres = await startEmbeddedPostgres(config.dataFolder, { report, onUnexpectedExit: giveUp });
    report(`PostgreSQL runs on ${config.dataFolder} (${secondsSince(startedAt)})`);
    return {
      ownerUrl: postgres.ownerUrl,
      stop: async () => {
        await postgres.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** What a wrong address or a stopped server looks like to the person who set DATABASE_URL. */
function describeRefusal(ownerUrl: string, error: unknown): unknown {
  const { host, pathname, username } = new URL(ownerUrl);
  const sentences: Record<string, string> = {
    ECONNREFUSED: `No PostgreSQL answers at ${host}. Start it, or correct DATABASE_URL.`,
    ENOTFOUND: `There is no host ${host}. Correct DATABASE_URL.`,
    ETIMEDOUT: `PostgreSQL at ${host} did not answer in time. Check the network, or correct DATABASE_URL.`,
    '28P01': `PostgreSQL at ${host} refused the password of ${username}. Correct DATABASE_URL.`,
    '3D000': `PostgreSQL at ${host} has no database ${pathname.slice(1)}. Create it: createdb ${pathname.slice(1)}`,
    '42501': `${username} may not do what Tandem needs: own the database and have CREATEROLE.`,
  };
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const sentence = sentences[code];
  return sentence === undefined ? error : new OperatorError(sentence, { cause: error });
}

/** Without its database the server can only fail; ending lets whoever supervises it start it again. */
function giveUp(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function secondsSince(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
