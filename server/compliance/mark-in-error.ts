import { canMarkInError, type EnteredInError } from '#shared/corrections/entered-in-error.ts';
import type { complianceApi } from '#shared/compliance/contract.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import * as audit from '#server/audit/index.ts';
import { assertMayMark } from '#server/corrections/index.ts';
import { refreshEpisode } from '#server/oversight/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { getAmount, getSending, markAmount, markSending } from './repository.ts';

/** Evidence that is none: what the payer asks is counted without it at once. */
export async function markSendingError(
  ctx: Context,
  { params: { episodeId, planSendingId }, body }: Input<typeof complianceApi.markSendingError>,
): Promise<EnteredInError> {
  return inTransaction(
    ctx,
    async (tx) => {
      const sending = await getSending(tx, ctx, { episodeId, planSendingId });
      if (sending === null) throw new Problem('not-found');
      assertMayMark(canMarkInError(ctx.actor, sending));
      if (!(await markSending(tx, ctx, planSendingId, body.reason))) throw markedMeanwhile();
      const { patientId } = sending;
      const subject = { type: 'plan-sending', id: planSendingId };
      await audit.record(tx, ctx, { did: 'plan-sending.marked-in-error', patientId, episodeId, subject });
      await refreshEpisode(tx, ctx, episodeId);
      await announce(tx, ctx, { topics: ['episode', 'patient', 'today', 'board'], patientId, episodeId });
      return mark(ctx, body.reason);
    },
    { episodeId },
  );
}

/** An amount that was never allowed: the newest one that is left counts against the threshold. */
export async function markAmountError(
  ctx: Context,
  { params: { patientId, therapyAmountId }, body }: Input<typeof complianceApi.markAmountError>,
): Promise<EnteredInError> {
  return inTransaction(
    ctx,
    async (tx) => {
      const amount = await getAmount(tx, ctx, { patientId, therapyAmountId });
      if (amount === null) throw new Problem('not-found');
      assertMayMark(canMarkInError(ctx.actor, amount, 'administrator'));
      if (!(await markAmount(tx, ctx, therapyAmountId, body.reason))) throw markedMeanwhile();
      const subject = { type: 'therapy-amount', id: therapyAmountId };
      await audit.record(tx, ctx, { did: 'therapy-amount.marked-in-error', patientId, subject });
      await announce(tx, ctx, { topics: ['episode', 'patient'], patientId });
      return mark(ctx, body.reason);
    },
    { patientId },
  );
}

const mark = (ctx: Context, reason: string): EnteredInError => ({
  at: ctx.now().toISOString(),
  by: ctx.actor.name,
  reason,
});

const markedMeanwhile = (): Problem =>
  new Problem('conflict', 'Somebody else has marked this as entered in error in the meantime.');
