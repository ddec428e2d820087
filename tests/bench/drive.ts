import autocannon from 'autocannon';
import { readCpu } from './cpu.ts';
import type { Contender, Work } from './workload.ts';

/** What one stretch of load showed; processor time is per operation, and says the same on a busy machine as on a quiet one. */
export type Stretch = {
  perSecond: number;
  meanMilliseconds: number;
  cpu: { serverMilliseconds: number; databaseMilliseconds: number };
};

/** Loads one server with one kind of work. An answer other than success ends the benchmark: its numbers would lie. */
export async function drive(
  contender: Contender,
  work: Work,
  load: { connections: number; seconds: number; postmaster: number },
): Promise<Stretch> {
  const refusals = new Map<string, number>();
  const before = readCpu(contender.pid, load.postmaster);
  const result = await autocannon({
    url: contender.url,
    connections: load.connections,
    duration: load.seconds,
    requests: [
      {
        setupRequest: (request) => {
          const { method, path, headers, body } = contender.next(work);
          return { ...request, method, path, headers: { ...request.headers, ...headers }, body };
        },
        onResponse: (status, body) => {
          if (status < 200 || status > 299) {
            const what = `${status} ${body.slice(0, 300)}`;
            refusals.set(what, (refusals.get(what) ?? 0) + 1);
          }
        },
      },
    ],
  });
  const after = readCpu(contender.pid, load.postmaster);
  const [refusal] = refusals;
  if (refusal) throw new Error(`${contender.name}, ${work}: ${refusal[1]} answers were ${refusal[0]}`);
  if (result.errors > 0) throw new Error(`${contender.name}, ${work}: ${result.errors} connection errors`);
  const perSecond = result['2xx'] / result.duration;
  const each = (seconds: number) => (1000 * seconds) / result['2xx'];
  return {
    perSecond,
    meanMilliseconds: (1000 * load.connections) / perSecond,
    cpu: {
      serverMilliseconds: each(after.server - before.server),
      databaseMilliseconds: each(after.database - before.database),
    },
  };
}

/** Middle value. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
