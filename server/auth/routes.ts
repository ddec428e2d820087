import { toNodeHandler } from 'better-auth/node';
import type { Express } from 'express';
import { authApi } from '#shared/auth/contract.ts';
import { dateInZone } from '#shared/platform/time.ts';
import { bind, bindPublic, type Binding } from '#server/platform/http/bind-endpoint.ts';
import { nameClientAddress } from '#server/platform/http/client-address.ts';
import { describeInstallation } from './describe-installation.ts';
import { findStaff } from './queries.ts';
import type { SignIn } from './sign-in.ts';

/** Sign-in itself is better-auth's; it reads the request body, so it is mounted before the JSON parser. */
export const mountSignIn = (app: Express, signIn: SignIn): void => {
  const answer = toNodeHandler(signIn.auth);
  app.all('/api/auth/{*any}', (request, response) => {
    nameClientAddress(request);
    return answer(request, response);
  });
};

export function authRoutes(binding: Binding): void {
  bind(binding, authApi.session, async ({ actor, now }) => ({
    staffMemberId: actor.staffMemberId,
    organizationId: actor.organizationId,
    organizationName: actor.organizationName,
    role: actor.role,
    name: actor.name,
    clinicId: actor.clinicId,
    clinicName: actor.clinicName,
    timeZone: actor.timeZone,
    today: dateInZone(now(), actor.timeZone),
  }));
  bindPublic(binding, authApi.about, ({ db }) => describeInstallation(db));
  bind(binding, authApi.staff, (ctx) => findStaff(ctx));
}
