import type { NewAddendum } from '#shared/corrections/addendum.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';

/** Something signed that words are added to. */
export interface Signed {
  id: string;
  patientId: string;
}

const SIGNED = { id: true, patientId: true } as const;

/** By the actor, now. */
const row = (ctx: Context, { patientId }: Signed, body: NewAddendum) => ({
  ...body,
  organizationId: ctx.actor.organizationId,
  authorId: ctx.actor.staffMemberId,
  createdAt: ctx.now(),
  patientId,
});

export const getReport = (tx: Tx, ctx: Context, episodeId: string, id: string): Promise<Signed | null> =>
  tx.progressReport.findFirst({
    where: { organizationId: ctx.actor.organizationId, episodeId, id },
    select: SIGNED,
  });

export const getDischargeNote = (tx: Tx, ctx: Context, episodeId: string): Promise<Signed | null> =>
  tx.dischargeNote.findFirst({
    where: { organizationId: ctx.actor.organizationId, episodeId },
    select: SIGNED,
  });

export const insertReportAddendum = (
  tx: Tx,
  ctx: Context,
  signed: Signed,
  body: NewAddendum,
): Promise<{ id: string }> =>
  tx.progressReportAddendum.create({
    data: { ...row(ctx, signed, body), progressReportId: signed.id },
    select: { id: true },
  });

export const insertDischargeNoteAddendum = (
  tx: Tx,
  ctx: Context,
  signed: Signed,
  body: NewAddendum,
): Promise<{ id: string }> =>
  tx.dischargeNoteAddendum.create({
    data: { ...row(ctx, signed, body), dischargeNoteId: signed.id },
    select: { id: true },
  });
