import type { RequestHandler } from 'express';
import { Problem } from '#shared/platform/problem.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses changes that another site's page sends with our cookie, and bodies that are not JSON. */
export const sameSiteOnly: RequestHandler = (request, _response, next) => {
  if (SAFE.has(request.method)) {
    next();
    return;
  }
  const site = request.get('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Problem('cross-site');
  const origin = request.get('origin');
  if (origin !== undefined && hostOf(origin) !== request.get('host')) throw new Problem('cross-site');
  const hasBody =
    Number(request.get('content-length') ?? 0) > 0 || request.get('transfer-encoding') !== undefined;
  if (hasBody && !request.is('application/json')) {
    throw new Problem('wrong-media-type', 'Send the body as application/json.');
  }
  next();
};

const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : '');
