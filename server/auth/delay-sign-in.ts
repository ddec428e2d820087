import { APIError, createAuthMiddleware } from 'better-auth/api';
import { z } from 'zod';
import { CLIENT_ADDRESS_HEADER, placeOf } from '#server/platform/http/client-address.ts';
import type { Attempt, SignInAttempts } from './sign-in-attempts.ts';

const SIGN_IN = '/sign-in/email';
const Typed = z.object({ email: z.string() });

/** Steps around better-auth's own sign-in: who has failed too often waits, longer each time; who is right is forgiven. */
export const delaySignIn = (attempts: SignInAttempts) => ({
  before: createAuthMiddleware(async (ctx) => {
    if (ctx.path !== SIGN_IN) return;
    const attempt = attemptOf(ctx);
    const wait = attempt && (await attempts.begin(attempt));
    if (wait === undefined) return;
    throw new APIError(
      'TOO_MANY_REQUESTS',
      { code: 'TOO_MANY_ATTEMPTS', message: 'Too many attempts. Wait and try again.' },
      { 'Retry-After': String(wait) },
    );
  }),
  after: createAuthMiddleware(async (ctx) => {
    if (ctx.path !== SIGN_IN) return;
    const attempt = attemptOf(ctx);
    if (attempt && ctx.context.newSession) await attempts.succeed(attempt);
    else await attempts.forget();
  }),
});

function attemptOf({
  body,
  headers,
}: {
  body?: unknown;
  headers?: Headers | undefined;
}): Attempt | undefined {
  const typed = Typed.safeParse(body);
  return typed.success
    ? { email: typed.data.email, place: placeOf(headers?.get(CLIENT_ADDRESS_HEADER) ?? '') }
    : undefined;
}
