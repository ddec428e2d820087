import type { NewInr } from '#shared/medications/inr-reading.ts';
import { InrReadingId } from '#shared/platform/ids.ts';
import { markOf } from '#server/corrections/index.ts';
import { toDateColumn } from '#server/platform/db/columns.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';

interface InrPlace {
  patientId: string;
  /** The test whose report says it. */
  diagnosticOrderId?: string;
}

export async function insertInr(
  tx: Tx,
  ctx: Context,
  { patientId, diagnosticOrderId }: InrPlace,
  { value, testedOn }: NewInr,
): Promise<InrReadingId> {
  const { id } = await tx.inrReading.create({
    data: {
      organizationId: ctx.actor.organizationId,
      patientId,
      diagnosticOrderId: diagnosticOrderId ?? null,
      value,
      testedOn: toDateColumn(testedOn),
      recordedById: ctx.actor.staffMemberId,
      recordedAt: ctx.now(),
    },
    select: { id: true },
  });
  return InrReadingId.parse(id);
}

/** A report that is replaced or struck out no longer says an INR. */
export async function dropInrOfOrder(
  tx: Tx,
  ctx: Context,
  diagnosticOrderId: string,
  reason: string,
): Promise<void> {
  await tx.inrReading.updateMany({
    where: { organizationId: ctx.actor.organizationId, diagnosticOrderId, enteredInErrorAt: null },
    data: markOf(ctx, reason),
  });
}

/** As far as taking it back asks; nothing when this patient has none by that name. */
export async function getInr(tx: Tx, ctx: Context, on: { patientId: string; inrReadingId: string }) {
  const row = await tx.inrReading.findFirst({
    where: { organizationId: ctx.actor.organizationId, id: on.inrReadingId, patientId: on.patientId },
    select: { recordedById: true, enteredInErrorAt: true },
  });
  return row === null
    ? undefined
    : { recordedById: row.recordedById, isMarked: row.enteredInErrorAt !== null };
}

/** False when somebody else was first. */
export async function markInr(tx: Tx, ctx: Context, inrReadingId: string, reason: string): Promise<boolean> {
  const { count } = await tx.inrReading.updateMany({
    where: { organizationId: ctx.actor.organizationId, id: inrReadingId, enteredInErrorAt: null },
    data: markOf(ctx, reason),
  });
  return count === 1;
}
