import { DataFolderInUse } from '#server/platform/db/data-folder-lock.ts';
import { findRunningPostgres } from '#server/platform/db/embedded-postgres.ts';
import { ensureLoginRoles } from '#server/platform/db/login-roles.ts';
import { loadSecret } from '#server/platform/db/secret.ts';
import type { Config } from './config.ts';
import { prepareDatabase, type PreparedDatabase, type Report } from './prepare-database.ts';

/**
 * The database for a command that runs beside or instead of the server: DATABASE_URL, the PostgreSQL of a Tandem that
 * runs on the data folder, or one started here for as long as the command takes.
 */
export async function openForCommand(config: Config, report: Report): Promise<PreparedDatabase> {
  try {
    return await prepareDatabase(config, report);
  } catch (error) {
    if (!(error instanceof DataFolderInUse)) throw error;
    const ownerUrl = findRunningPostgres(config.dataFolder);
    if (ownerUrl === undefined) throw error;
    report(`Tandem runs on ${config.dataFolder}; using its database`);
    return besideServer(ownerUrl, config);
  }
}

/** The running server has migrated; stopping leaves its database alone. */
async function besideServer(ownerUrl: string, config: Config): Promise<PreparedDatabase> {
  const secret = loadSecret(config.dataFolder, config.secret);
  const urls = await ensureLoginRoles(ownerUrl, secret, config.roleUrls);
  return {
    ownerUrl,
    appUrl: urls.app,
    authUrl: urls.auth,
    jobsUrl: urls.jobs,
    secret,
    stop: () => Promise.resolve(),
  };
}
