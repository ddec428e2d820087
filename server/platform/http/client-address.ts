import { isIP } from 'node:net';
import type { Request } from 'express';

/**
 * What counts as one connection: an IPv4 address, or the /64 that an IPv6 customer has to themselves. `address` is what
 * Express found on the socket or, behind a proxy that is trusted (TANDEM_TRUST_PROXY), in what that proxy says.
 */
export function placeOf(address: string): string {
  const [plain = ''] = address.toLowerCase().split('%');
  if (isIP(plain) !== 6) return plain;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1];
  return mapped ?? networkOf(plain);
}

/** The first four groups, with what `::` leaves out written in. */
function networkOf(address: string): string {
  const [before = '', after] = address.split('::');
  const left = before === '' ? [] : before.split(':');
  const right = after === undefined || after === '' ? [] : after.split(':');
  const missing = after === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array.from({ length: missing }, () => '0'), ...right];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

/** Carries the address from Express to better-auth, which sees headers only; whatever a client sends under this name is overwritten. */
export const CLIENT_ADDRESS_HEADER = 'x-tandem-client-address';

export function nameClientAddress(request: Request): void {
  request.headers[CLIENT_ADDRESS_HEADER] = request.ip ?? '';
}
