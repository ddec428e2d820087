import autocannon from 'autocannon';
import type { Contender, Work } from './workload.ts';

/** What one stretch of load showed. */
export type Stretch = { perSecond: number; meanMilliseconds: number };

/** Loads one server with one kind of work. An answer other than success ends the benchmark: its numbers would lie. */
export async function drive(
  contender: Contender,
  work: Work,
  load: { connections: number; seconds: number },
): Promise<Stretch> {
  const refusals = new Map<string, number>();
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
  const [refusal] = refusals;
  if (refusal) throw new Error(`${contender.name}, ${work}: ${refusal[1]} answers were ${refusal[0]}`);
  if (result.errors > 0) throw new Error(`${contender.name}, ${work}: ${result.errors} connection errors`);
  const perSecond = result['2xx'] / result.duration;
  return { perSecond, meanMilliseconds: (1000 * load.connections) / perSecond };
}

/** Middle value. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
