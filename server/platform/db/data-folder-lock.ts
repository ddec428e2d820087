import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '#server/platform/operator-error.ts';
import { isAlive, startedAt } from './process-identity.ts';

/** Who uses a data folder. */
type Holder = { pid: number; port: number; startedAt?: string };

/** The folder is in use; the message says by whom and what to do. */
export class DataFolderInUse extends OperatorError {}

/** Takes a data folder for this process alone, or refuses by name. A lock whose process is gone is taken over. */
export function lockDataFolder(folder: string, port: number): { release: () => void } {
  mkdirSync(folder, { recursive: true });
  const lockFile = path.join(folder, 'tandem.lock');
  const mine: Holder = { pid: process.pid, port, startedAt: startedAt(process.pid) };
  const draft = `${lockFile}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(mine));
  try {
    takeLock(folder, lockFile, draft);
  } finally {
    rmSync(draft, { force: true });
  }
  return {
    release: () => {
      if (readHolder(lockFile)?.pid === process.pid) rmSync(lockFile, { force: true });
    },
  };
}

function takeLock(folder: string, lockFile: string, draft: string): void {
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    if (linkIfAbsent(draft, lockFile)) return;
    const holder = readHolder(lockFile);
    if (holder && isHeld(holder)) throw new DataFolderInUse(describeHolder(folder, holder));
    removeStale(lockFile, holder);
  }
  throw new DataFolderInUse(`The data folder ${folder} is being started by another Tandem. Try again.`);
}

/** Moves the stale lock aside, so that of several starters exactly one removes it and nobody removes a fresh one. */
function removeStale(lockFile: string, stale: Holder | undefined): void {
  const aside = `${lockFile}.stale.${process.pid}`;
  try {
    renameSync(lockFile, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (moved && moved.pid !== stale?.pid) linkIfAbsent(aside, lockFile);
  rmSync(aside, { force: true });
}

function isHeld(holder: Holder): boolean {
  if (!isAlive(holder.pid)) return false;
  const start = startedAt(holder.pid);
  return holder.startedAt === undefined || start === undefined || start === holder.startedAt;
}

function describeHolder(folder: string, holder: Holder): string {
  return (
    `Tandem already runs on the data folder ${folder} (process ${holder.pid}, http://localhost:${holder.port}). ` +
    'Use that one, stop it first, or set TANDEM_DATA_DIR to another folder.'
  );
}

function readHolder(file: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isHolder(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null && 'pid' in value && typeof value.pid === 'number';
}

function linkIfAbsent(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
