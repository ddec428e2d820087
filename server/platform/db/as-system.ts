import type { Actor, SystemActor } from '#shared/platform/actor.ts';
import { PatientId } from '#shared/platform/ids.ts';
import type { Context } from '#server/platform/http/context.ts';
import { enterStatement } from './as-actor.ts';
import type { Tx } from './in-transaction.ts';

/**
 * Runs a step of a use case as background work about one patient, inside the same transaction: what follows by itself from an
 * administrator's act (a board entry, a clinician's task) but is not theirs to see. Returns to the actor afterwards.
 */
export async function asSystemFor<T>(
  tx: Tx,
  ctx: Context<Actor>,
  patientId: string,
  work: (system: Context<SystemActor>) => Promise<T>,
): Promise<T> {
  const actor: SystemActor = {
    kind: 'system',
    organizationId: ctx.actor.organizationId,
    patientId: PatientId.parse(patientId),
  };
  await tx.$executeRawUnsafe(enterStatement(actor));
  const answer = await work({ db: ctx.db, actor, requestId: ctx.requestId, now: ctx.now });
  await tx.$executeRawUnsafe(enterStatement(ctx.actor, { patientId }));
  return answer;
}
