import type { patientsApi } from '#shared/patients/contract.ts';
import { birthDateProblem } from '#shared/patients/identity.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import { dateInZone } from '#shared/platform/time.ts';
import * as audit from '#server/audit/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { invalidField } from '#server/platform/http/invalid-field.ts';
import { announce } from '#server/platform/live/announce.ts';
import { loadIdentity, updateIdentity } from './repository.ts';

/** Corrects who somebody is or how they are reached. The care team and administrators may. */
export async function changeIdentity(
  ctx: Context,
  { params: { patientId }, body }: Input<typeof patientsApi.changeIdentity>,
) {
  return inTransaction(
    ctx,
    async (tx) => {
      const before = await loadIdentity(tx, ctx, patientId);
      const { expectedVersion, ...identity } = body;
      const wrong = birthDateProblem(identity.birthDate, dateInZone(ctx.now(), ctx.actor.timeZone));
      if (wrong !== undefined) throw invalidField('birthDate', wrong);
      const stored = await updateIdentity(
        tx,
        ctx,
        patientId,
        { ...identity, mrn: before.mrn },
        expectedVersion,
      );
      if (!stored) {
        throw new Problem(
          'stale-version',
          'Somebody else has changed these details since you opened them. Look at both and choose.',
          { current: await loadIdentity(tx, ctx, patientId) },
        );
      }
      const changed = fieldsThatDiffer(before, identity);
      await audit.record(tx, ctx, {
        did: 'patient.identity-changed',
        patientId,
        detail: { fields: changed },
      });
      await announce(tx, ctx, { topics: ['patient', 'board'], patientId, roles: ['administrator'] });
      return loadIdentity(tx, ctx, patientId);
    },
    { patientId },
  );
}

/** Names of the fields only: the audit keeps no values. */
const fieldsThatDiffer = (before: object, after: object): string[] => {
  const old = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after).flatMap(([field, value]) => (old.get(field) === value ? [] : [field]));
};
