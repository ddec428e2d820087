import { DataFolderInUse, lockDataFolder } from '#server/platform/db/data-folder-lock.ts';
import { startEmbeddedPostgres } from '#server/platform/db/embedded-postgres.ts';
import { ensureLoginRoles } from '#server/platform/db/login-roles.ts';
import { migrate } from '#server/platform/db/migrate.ts';
import { loadSecret } from '#server/platform/db/secret.ts';
import { type Config, ConfigError } from './config.ts';

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
    throw error;
  }
}

type Source = { ownerUrl: string; stop: () => Promise<void> };

function external(ownerUrl: string): Source {
  return { ownerUrl, stop: () => Promise.resolve() };
}

async function startOwn(config: Config, report: Report): Promise<Source> {
  const startedAt = performance.now();
  const lock = takeDataFolder(config);
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

function takeDataFolder(config: Config): { release: () => void } {
  try {
    return lockDataFolder(config.dataFolder, config.port);
  } catch (error) {
    throw error instanceof DataFolderInUse ? new ConfigError(error.message, { cause: error }) : error;
  }
}

/** Without its database the server can only fail; ending lets whoever supervises it start it again. */
function giveUp(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function secondsSince(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
