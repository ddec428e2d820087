import type { ErrorRequestHandler, RequestHandler } from 'express';
import { Problem } from '#shared/platform/problem.ts';
import { sendProblemPage, wantsPage } from './problem-page.ts';

/** Any address under /api that nothing answers. */
export const noSuchEndpoint: RequestHandler = () => {
  throw new Problem('not-found', 'There is no such address.');
};

/** The one place that speaks HTTP about errors. The text of an unexpected error stays in the log. */
export const errorHandler: ErrorRequestHandler = (error: unknown, request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const problem = toProblem(error);
  if (problem.status >= 500) request.log.error({ err: error, code: problem.code }, 'request failed');
  if (problem.status === 503) response.set('Retry-After', '2');
  const document = problem.toDocument(String(request.id));
  response.vary('Accept');
  if (wantsPage(request)) sendProblemPage(request, response, document);
  else {
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(document));
  }
};

/** Names what a thrown thing means to the caller. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const code = codeOf(error);
  if (code === 'entity.parse.failed') return new Problem('malformed-json');
  if (code === 'entity.too.large') return new Problem('too-large');
  if (code.startsWith('encoding.') || code.startsWith('charset.')) return new Problem('wrong-media-type');
  if (code.startsWith('request.')) return new Problem('malformed-json');
  return databaseProblem(error, code) ?? new Problem('unexpected', undefined, { cause: error });
}

const UNAVAILABLE = new Set([
  'P2028',
  'P2024',
  'P1001',
  'P1008',
  'P1017',
  'ECONNREFUSED',
  'ECONNRESET',
  '57P01',
  '57P03',
  '53300',
]);

function databaseProblem(error: unknown, code: string): Problem | undefined {
  if (
    UNAVAILABLE.has(code) ||
    /timeout exceeded when trying to connect|Connection terminated/.test(String(error))
  ) {
    return new Problem('unavailable');
  }
  const text = String(error instanceof Error ? error.message : error);
  // A row that policy hides cannot be referred to or written: to this actor it does not exist.
  if (code === 'P2025' || code === '42501' || /row-level security/.test(text)) {
    return new Problem('not-found');
  }
  if (code === '23P01' || /exclusion constraint/.test(text)) {
    return text.includes('care_team_member') ? new Problem('already-on-team') : new Problem('time-taken');
  }
  if (/append-only|restrict_violation/.test(text)) return new Problem('already-signed');
  if (code === 'P2002' || code === '23505') return new Problem('conflict', 'This already exists.');
  return undefined;
}

/** The error's own code: HTTP parsers say `type`, Node and Prisma `code`, the database adapter hides it in `cause`. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('type' in error && typeof error.type === 'string') return error.type;
  if ('code' in error && typeof error.code === 'string') {
    // Prisma's own codes for what only PostgreSQL names: a raw query, and a write that a policy or a constraint refused.
    if (error.code !== 'P2010' && error.code !== 'P2039') return error.code;
    const meta = 'meta' in error ? JSON.stringify(error.meta) : '';
    return /"(?:originalCode|code)":"([0-9A-Z]{5})"/.exec(meta)?.[1] ?? error.code;
  }
  return '';
}
