import type { NewAddendum } from '#shared/corrections/addendum.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';

interface OfNote {
  patientId: string;
  sessionId: string;
}

/** The actor's co-signature on an assistant's note, now. */
export async function insertCosignature(
  tx: Tx,
  ctx: Context,
  { note, ...of }: OfNote & { note: string | null },
): Promise<void> {
  const { organizationId, staffMemberId } = ctx.actor;
  await tx.sessionCosignature.create({
    data: { ...of, organizationId, cosignedById: staffMemberId, cosignedAt: ctx.now(), note },
    select: { id: true },
  });
}

/** What the actor adds to a signed note, now; answers its id. */
export async function insertSessionAddendum(
  tx: Tx,
  ctx: Context,
  added: OfNote & NewAddendum,
): Promise<string> {
  const { organizationId, staffMemberId: authorId } = ctx.actor;
  const { id } = await tx.sessionAddendum.create({
    data: { ...added, organizationId, authorId, createdAt: ctx.now() },
    select: { id: true },
  });
  return id;
}
