import type { ordersApi } from '#shared/orders/contract.ts';
import { canRecommend } from '#shared/orders/policy.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import { addDays, dateInZone } from '#shared/platform/time.ts';
import * as audit from '#server/audit/index.ts';
import { loadEpisode } from '#server/patients/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { openTask } from '#server/tasks/index.ts';

/** Product policy: as for a change request, a physiatrist looks at it soon. */
const LOOKED_AT_WITHIN_DAYS = 2;

/** A therapist recommends a test or a referral. It is work for the physiatrists of the team; nothing is ordered by it. */
export async function recommend(
  ctx: Context,
  { params: { episodeId }, body }: Input<typeof ordersApi.recommend>,
) {
  assertAllowed(canRecommend(ctx.actor));
  return inTransaction(
    ctx,
    async (tx) => {
      const { patientId, status, timeZone } = await loadEpisode(tx, ctx, episodeId);
      if (status === 'closed') {
        throw new Problem('episode-closed', 'The episode of care is closed. Nothing is recommended in it.');
      }
      await openTask(tx, ctx, {
        kind: 'recommendation',
        title: `${ctx.actor.name} recommends a test or a referral`,
        detail: body.recommendation,
        ownerRole: 'physiatrist',
        patientId,
        episodeId,
        subjectId: ctx.actor.staffMemberId,
        dueOn: addDays(dateInZone(ctx.now(), timeZone), LOOKED_AT_WITHIN_DAYS),
      });
      await audit.record(tx, ctx, { did: 'order.recommended', patientId, episodeId });
      await announce(tx, ctx, { topics: ['episode'], patientId, episodeId });
      return { recommendedAt: ctx.now().toISOString() };
    },
    { episodeId },
  );
}
