import type { ordersApi } from '#shared/orders/contract.ts';
import { canOrder, canPerform, canRefer } from '#shared/orders/policy.ts';
import type { Permission } from '#shared/platform/actor.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import { refreshEpisode } from '#server/oversight/index.ts';
import { loadEpisode } from '#server/patients/index.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { performProcedure, placeOrder, sendReferral } from './place.ts';
import type { OrderPlace } from './repository.ts';

/** Orders a test outside a decision: at the consult, or when a report is missing. */
export const orderTest = (ctx: Context, { params, body }: Input<typeof ordersApi.place>) =>
  onOpenEpisode(ctx, params.episodeId, canOrder(ctx.actor), (tx, place) =>
    placeOrder(tx, ctx, { ...place, ...body }),
  );

/** Records a procedure. It opens a new phase: what follows is judged from there. */
export const recordProcedure = (ctx: Context, { params, body }: Input<typeof ordersApi.perform>) =>
  onOpenEpisode(ctx, params.episodeId, canPerform(ctx.actor), (tx, place) =>
    performProcedure(tx, ctx, { ...place, ...body }),
  );

/** Refers to another specialty. */
export const refer = (ctx: Context, { params, body }: Input<typeof ordersApi.refer>) =>
  onOpenEpisode(ctx, params.episodeId, canRefer(ctx.actor), (tx, place) =>
    sendReferral(tx, ctx, { ...place, ...body }),
  );

function onOpenEpisode<T>(
  ctx: Context,
  episodeId: string,
  permission: Permission,
  place: (tx: Tx, place: OrderPlace) => Promise<T>,
): Promise<T> {
  return inTransaction(
    ctx,
    async (tx) => {
      const { patientId, status } = await loadEpisode(tx, ctx, episodeId);
      assertAllowed(permission);
      if (status === 'closed') {
        throw new Problem('episode-closed', 'The episode of care is closed. Nothing is added to it.');
      }
      const answer = await place(tx, { patientId, episodeId });
      await refreshEpisode(tx, ctx, episodeId);
      await announce(tx, ctx, { topics: ['episode', 'board', 'patient', 'today'], patientId, episodeId });
      return answer;
    },
    { episodeId },
  );
}
