import type { RequestHandler } from 'express';
import { Problem } from '#shared/platform/problem.ts';
import { placeOf } from './client-address.ts';

interface RateLimit {
  /** Accepted requests of one address within the window. */
  most: number;
  windowMilliseconds: number;
  now: () => Date;
}

const MOST_ADDRESSES = 10_000;

/**
 * Refuses an address that has had too many requests accepted in a while. A request that was refused for what it said gives its
 * place back, so that correcting a form is never punished. Kept in memory: a restart forgets it.
 */
export function limitRate({ most, windowMilliseconds, now }: RateLimit): RequestHandler {
  const seen = new Map<string, number[]>();
  return (request, response, next) => {
    const place = placeOf(request.ip ?? '');
    const at = now().getTime();
    const recent = (seen.get(place) ?? []).filter((time) => at - time < windowMilliseconds);
    const [oldest] = recent;
    if (oldest !== undefined && recent.length >= most) {
      response.set('Retry-After', String(Math.ceil((oldest + windowMilliseconds - at) / 1000)));
      throw new Problem(
        'too-many-requests',
        'Many requests came from this connection. Wait a few minutes, or telephone.',
      );
    }
    recent.push(at);
    seen.delete(place);
    seen.set(place, recent);
    forgetOldest(seen);
    response.on('finish', () => {
      if (response.statusCode >= 400) giveBack(seen, place, at);
    });
    next();
  };
}

function giveBack(seen: Map<string, number[]>, place: string, at: number): void {
  const times = seen.get(place);
  const index = times?.indexOf(at) ?? -1;
  if (index >= 0) times?.splice(index, 1);
}

/** The address heard from longest ago leaves first, so that memory stays bounded under a flood of addresses. */
function forgetOldest(seen: Map<string, number[]>): void {
  if (seen.size <= MOST_ADDRESSES) return;
  const [first] = seen.keys();
  if (first !== undefined) seen.delete(first);
}
