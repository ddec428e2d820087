import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { sessionsApi } from '#shared/sessions/contract.ts';
import { canSchedule } from '#shared/sessions/policy.ts';
import type { SessionHead } from '#shared/sessions/sheet.ts';
import { loadEpisode } from '#server/patients/index.ts';
import type { Context } from '#server/platform/http/context.ts';
import { changeSession } from './change-session.ts';
import { slotOf } from './plan-session.ts';

/** Moves a visit that has not begun to another time or therapist. */
export async function moveSession(
  ctx: Context,
  { params, body }: Input<typeof sessionsApi.move>,
): Promise<SessionHead> {
  const { expectedVersion, ...wanted } = body;
  return changeSession(ctx, {
    place: params,
    expectedVersion,
    did: 'session.moved',
    mayThey: ({ head }) => canSchedule(ctx.actor, head),
    decide: async (tx, { head }) => {
      if (head.status !== 'planned') {
        throw new Problem('conflict', `This session is ${head.status}. Re-open it before moving it.`);
      }
      return slotOf(tx, ctx, await loadEpisode(tx, ctx, params.episodeId), wanted, params.sessionId);
    },
  });
}
