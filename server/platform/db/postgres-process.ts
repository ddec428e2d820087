import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { OperatorError } from '#server/platform/operator-error.ts';
import type { PostgresAccount } from './postgres-account.ts';
import { commandLine, hasEndedWithin, isAlive } from './process-identity.ts';

/** A PostgreSQL server that answers. */
export type RunningPostgres = { port: number; stop: () => Promise<void> };

type Launch = {
  program: string;
  cluster: string;
  account: PostgresAccount;
  logFile: string;
  settings: Record<string, string>;
  login: { user: string; password: string; database: string };
  onUnexpectedExit?: (sentence: string) => void;
};

/** Starts the server on a free port and answers when it accepts connections and its database exists. */
export async function runPostgres(launch: Launch): Promise<RunningPostgres> {
  trimLog(launch.logFile);
  // A killed predecessor's children may hold its memory for a moment, and a free port may be taken meanwhile.
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort();
    const child = spawnPostgres(launch, port);
    try {
      await waitUntilReady(launch, child, port);
      return { port, stop: superviseUntilStop(launch, child) };
    } catch (error) {
      stopNow(child, 'SIGQUIT');
      if (attempt === 5) throw error;
      await sleep(attempt * 500);
    }
  }
}

/**
 * Stops a PostgreSQL that still runs on the folder and clears a lock file that names no such process; answers whether
 * there was one. Only for the holder of the data folder's lock.
 */
export async function stopOrphan(cluster: string): Promise<boolean> {
  const pidFile = path.join(cluster, 'postmaster.pid');
  const pid = readPid(pidFile);
  if (pid === undefined) return false;
  if (isAlive(pid)) {
    const command = commandLine(pid);
    // Unknown: PostgreSQL decides for itself whether the file is stale.
    if (command === undefined) return false;
    if (!command.includes('postgres') || !command.includes(cluster)) {
      rmSync(pidFile, { force: true });
      return false;
    }
    for (const [signal, patience] of stopSignals) {
      process.kill(pid, signal);
      if (await hasEndedWithin(pid, patience)) break;
    }
    rmSync(pidFile, { force: true });
    return true;
  }
  rmSync(pidFile, { force: true });
  return false;
}

/** Fast shutdown first; then at once, with recovery at the next start; then by force. */
const stopSignals = [
  ['SIGINT', 20_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
] as const;

function spawnPostgres(launch: Launch, port: number): ChildProcess {
  const settings = Object.entries(launch.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { file, args, options } = launch.account.command(launch.program, [
    ...['-D', launch.cluster, '-p', String(port)],
    ...settings,
  ]);
  const log = openSync(launch.logFile, 'a');
  // Its own process group: Ctrl-C in the terminal reaches Tandem, which stops PostgreSQL last.
  const child = spawn(file, args, {
    ...options,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
  });
  closeSync(log);
  child.on('error', () => undefined);
  child.unref();
  return child;
}

async function waitUntilReady(launch: Launch, child: ChildProcess, port: number): Promise<void> {
  const { user, password, database } = launch.login;
  const connection = { host: '127.0.0.1', port, user, password, database: 'postgres' };
  for (;;) {
    if (hasExited(child)) {
      throw new OperatorError(
        `PostgreSQL did not start. The end of ${launch.logFile}:\n${lastLines(launch.logFile)}`,
      );
    }
    const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
    } catch (error) {
      // A client that never connected is left alone: waiting for its end may never return.
      if (!isStartingUp(error)) throw error;
      await sleep(50);
      continue;
    }
    await ensureDatabase(client, database);
    await client.end();
    return;
  }
}

async function ensureDatabase(client: pg.Client, name: string): Promise<void> {
  const found = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
}

/** No listener yet, or one that still recovers from a crash, which may take a while and is worth waiting for. */
function isStartingUp(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const isTimeout = error instanceof Error && /timeout|terminated/i.test(error.message);
  return isTimeout || code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === '57P03';
}

function superviseUntilStop(launch: Launch, child: ChildProcess): () => Promise<void> {
  let isStopping = false;
  const onProcessExit = () => stopNow(child, 'SIGINT');
  process.on('exit', onProcessExit);
  child.once('exit', () => {
    process.off('exit', onProcessExit);
    if (!isStopping) launch.onUnexpectedExit?.(`PostgreSQL ended by itself. ${lastLines(launch.logFile)}`);
  });
  return async () => {
    isStopping = true;
    const pid = child.pid;
    if (pid === undefined || hasExited(child)) return;
    for (const [signal, patience] of stopSignals) {
      stopNow(child, signal);
      if (await hasEndedWithin(pid, patience)) return;
    }
  };
}

function stopNow(child: ChildProcess, signal: NodeJS.Signals): void {
  if (!hasExited(child)) child.kill(signal);
}

function hasExited(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

function readPid(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function trimLog(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 10_000_000) rmSync(file);
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
