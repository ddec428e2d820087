import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether a process with this number exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * A text that tells this process apart from a later one with the same number, which after a restart of the machine or
 * a container is the rule. Absent where the system does not say.
 */
export function startedAt(pid: number): string | undefined {
  if (process.platform === 'linux') {
    const boot = readText('/proc/sys/kernel/random/boot_id');
    const ticks = statFields(pid)[19];
    return ticks === undefined ? undefined : `${boot ?? ''} ${ticks}`.trim();
  }
  return askPs(pid, 'lstart=');
}

/** The command line of a process; absent when it is gone or hidden. */
export function commandLine(pid: number): string | undefined {
  if (process.platform === 'linux') return readText(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ');
  return askPs(pid, 'command=');
}

/** Waits until the process has ended; false when it has not after the given time. */
export async function hasEndedWithin(pid: number, milliseconds: number): Promise<boolean> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await sleep(50)) {
    if (!isAlive(pid)) return true;
  }
  return !isAlive(pid);
}

/** In a container without an init process the dead stay listed; they hold nothing any more. */
function isZombie(pid: number): boolean {
  return process.platform === 'linux' && statFields(pid)[0] === 'Z';
}

/** Fields of /proc/PID/stat from the state on; the command name before them may contain spaces and brackets. */
function statFields(pid: number): string[] {
  const text = readText(`/proc/${pid}/stat`) ?? '';
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

function askPs(pid: number, field: string): string | undefined {
  if (process.platform === 'win32') return undefined;
  try {
    return execFileSync('ps', ['-o', field, '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}
