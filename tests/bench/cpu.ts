import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = 100;

/** Processor seconds a process has used so far; with its ended children's, when asked. Linux only. */
function secondsOf(pid: number, options: { withEnded: boolean }): number {
  const fields = statFields(pid);
  const [user, system, endedUser, endedSystem] = fields.slice(11, 15).map(Number);
  const own = (user ?? 0) + (system ?? 0);
  const ended = (endedUser ?? 0) + (endedSystem ?? 0);
  return (options.withEnded ? own + ended : own) / ticksPerSecond;
}

/** Processor seconds of a whole PostgreSQL: the postmaster, its living backends and those that have ended. */
function clusterSeconds(postmaster: number): number {
  const backends = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => Number(statFields(pid)[1]) === postmaster);
  const living = backends.reduce((sum, pid) => sum + secondsOf(pid, { withEnded: false }), 0);
  return secondsOf(postmaster, { withEnded: true }) + living;
}

/** What the server and its database have used; two readings apart say what the work between them cost. */
export function readCpu(server: number, postmaster: number): { server: number; database: number } {
  return { server: secondsOf(server, { withEnded: false }), database: clusterSeconds(postmaster) };
}

/** Fields of /proc/PID/stat from the state on; empty for a process that has just gone. */
function statFields(pid: number): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
