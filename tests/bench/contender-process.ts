import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server under test: a process of its own, as it would run, with its output thrown away. */
export type ServerProcess = { pid: number; url: string; secondsToReady: number; stop: () => Promise<void> };

/** Starts a Node program and waits until the path answers. */
export async function startServer(
  args: string[],
  options: { port: number; readyPath: string; env?: Record<string, string> },
): Promise<ServerProcess> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', ...options.env },
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${args.join(' ')} could not be started.`);
  const url = `http://127.0.0.1:${options.port}`;
  await waitUntilReady(child, `${url}${options.readyPath}`);
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
  };
  return { pid, url, secondsToReady: (performance.now() - startedAt) / 1000, stop };
}

async function waitUntilReady(child: ChildProcess, address: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`${address}: the server ended with code ${child.exitCode}.`);
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(50);
  }
  child.kill('SIGKILL');
  throw new Error(`${address} did not become ready within 30 s.`);
}

/** Memory in megabytes: what the process holds now, and the most it ever held. Linux only. */
export function memoryOf(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const read = (field: string) =>
    Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN) / 1024;
  return { now: read('VmRSS'), peak: read('VmHWM') };
}
