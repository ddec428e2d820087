import type { NewOrder, NewProcedure, NewReferral } from '#shared/orders/model.ts';
import { canOrder, canPerform, canRefer } from '#shared/orders/policy.ts';
import { dateInZone } from '#shared/platform/time.ts';
import * as audit from '#server/audit/index.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { invalidField } from '#server/platform/http/invalid-field.ts';
import { insertOrder, insertProcedure, insertReferral, type OrderPlace } from './repository.ts';

const today = (ctx: Context) => dateInZone(ctx.now(), ctx.actor.timeZone);

const placed = (tx: Tx, ctx: Context, { patientId, episodeId }: OrderPlace, type: string, id: string) =>
  audit.record(tx, ctx, { did: `${type}.placed`, patientId, episodeId, subject: { type, id } });

/** Orders a test in the caller's transaction; the caller refreshes the episode, once. */
export async function placeOrder(tx: Tx, ctx: Context, order: OrderPlace & NewOrder) {
  assertAllowed(canOrder(ctx.actor));
  const diagnosticOrderId = await insertOrder(tx, ctx, order, order, today(ctx));
  await placed(tx, ctx, order, 'diagnostic-order', diagnosticOrderId);
  return { diagnosticOrderId };
}

/** Records a performed injection or block in the caller's transaction; it opens a new phase, so the caller refreshes the episode. */
export async function performProcedure(
  tx: Tx,
  ctx: Context,
  procedure: OrderPlace & Omit<NewProcedure, 'expectedEffect'> & { expectedEffect?: string | null },
) {
  assertAllowed(canPerform(ctx.actor));
  if (procedure.performedOn > today(ctx)) {
    throw invalidField(
      'performedOn',
      'A procedure is recorded once it is performed: enter today or an earlier date.',
    );
  }
  const procedureId = await insertProcedure(tx, ctx, procedure, {
    ...procedure,
    expectedEffect: procedure.expectedEffect ?? null,
  });
  await placed(tx, ctx, procedure, 'procedure', procedureId);
  return { procedureId };
}

/** Sends a referral in the caller's transaction. */
export async function sendReferral(tx: Tx, ctx: Context, referral: OrderPlace & NewReferral) {
  assertAllowed(canRefer(ctx.actor));
  const referralId = await insertReferral(tx, ctx, referral, referral, today(ctx));
  await placed(tx, ctx, referral, 'referral', referralId);
  return { referralId };
}
