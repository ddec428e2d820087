import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import { dateInZone } from '#shared/platform/time.ts';
import type { sessionsApi } from '#shared/sessions/contract.ts';
import { canReopen, canSchedule } from '#shared/sessions/policy.ts';
import type { SessionHead } from '#shared/sessions/sheet.ts';
import type { Context } from '#server/platform/http/context.ts';
import { changeSession } from './change-session.ts';
import type { LoadedSession } from './repository.ts';

function assertOpen({ head }: LoadedSession): void {
  if (head.status !== 'planned' && head.status !== 'arrived') {
    throw new Problem('conflict', `This session is ${head.status} already. Re-open it first.`);
  }
}

/** The patient did not come. Known on the day at the earliest. */
export const missSession = (
  ctx: Context,
  { params, body }: Input<typeof sessionsApi.miss>,
): Promise<SessionHead> =>
  changeSession(ctx, {
    place: params,
    expectedVersion: body.expectedVersion,
    did: 'session.missed',
    mayThey: ({ head }) => canSchedule(ctx.actor, head),
    decide: (_tx, loaded) => {
      assertOpen(loaded);
      if (loaded.head.sessionDate > dateInZone(ctx.now(), loaded.timeZone)) {
        throw new Problem('conflict', 'The session is on a later day. Cancel it instead.');
      }
      return { status: 'missed', missReason: body.reason };
    },
  });

/** Called off, by the patient (counts as due) or by the clinic (does not). */
export const cancelSession = (
  ctx: Context,
  { params, body }: Input<typeof sessionsApi.cancel>,
): Promise<SessionHead> =>
  changeSession(ctx, {
    place: params,
    expectedVersion: body.expectedVersion,
    did: 'session.cancelled',
    mayThey: ({ head }) => canSchedule(ctx.actor, head),
    decide: (_tx, loaded) => {
      assertOpen(loaded);
      return { status: 'cancelled', cancelledBy: body.by, missReason: body.reason };
    },
  });

/** Takes back an arrival, an absence or a cancellation. */
export const reopenSession = (
  ctx: Context,
  { params, body }: Input<typeof sessionsApi.reopen>,
): Promise<SessionHead> =>
  changeSession(ctx, {
    place: params,
    expectedVersion: body.expectedVersion,
    did: 'session.reopened',
    mayThey: ({ head }) => canReopen(ctx.actor, head),
    decide: (_tx, { episodeStatus }) => {
      if (episodeStatus === 'closed') {
        throw new Problem('episode-closed', 'The episode is closed: its visits stay as they are.');
      }
      return { status: 'planned', arrivedAt: null, missReason: null, cancelledBy: null };
    },
  });
