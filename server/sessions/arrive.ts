import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import { dateInZone } from '#shared/platform/time.ts';
import type { sessionsApi } from '#shared/sessions/contract.ts';
import { withoutVitals } from '#shared/sessions/gate-facts.ts';
import { canWriteNote } from '#shared/sessions/policy.ts';
import type { SessionHead } from '#shared/sessions/sheet.ts';
import type { Context } from '#server/platform/http/context.ts';
import { assertGateOpen, gateOf } from './assert-gate-open.ts';
import { changeSession } from './change-session.ts';
import { loadSigningFacts } from './repository.ts';

/** The patient is here. The session starts only through the gate; vital signs are asked for on the sheet. */
export const arrive = (
  ctx: Context,
  { params, body }: Input<typeof sessionsApi.arrive>,
): Promise<SessionHead> =>
  changeSession(ctx, {
    place: params,
    expectedVersion: body.expectedVersion,
    did: 'session.arrived',
    mayThey: ({ head }) => canWriteNote(ctx.actor, head),
    decide: async (tx, { head, timeZone }) => {
      if (head.status !== 'planned') throw new Problem('conflict', 'The patient has arrived already.');
      if (head.sessionDate > dateInZone(ctx.now(), timeZone)) {
        throw new Problem('conflict', 'The session is on a later day. Move it to today first.');
      }
      const facts = await loadSigningFacts(tx, ctx, params);
      assertGateOpen(withoutVitals(gateOf(ctx, facts, { codes: [], vitals: {} })));
      return { status: 'arrived', arrivedAt: ctx.now() };
    },
  });
