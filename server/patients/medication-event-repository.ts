import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';

interface MedicationEventEntry {
  patientId: string;
  medicationOrderId: string;
  kind: 'started' | 'changed' | 'stopped' | 'resumed' | 'entered-in-error';
  why?: string | null;
  before?: string | null;
  after?: string | null;
}

/** Writes a line of a medication's history, in the caller's transaction: by the actor, now. */
export async function recordMedicationEvent(
  tx: Tx,
  ctx: Context,
  event: MedicationEventEntry,
): Promise<void> {
  await tx.medicationEvent.createMany({
    data: [
      {
        ...event,
        organizationId: ctx.actor.organizationId,
        at: ctx.now(),
        byId: ctx.actor.staffMemberId,
      },
    ],
  });
}
