import type { Input } from '#shared/platform/endpoint.ts';
import type { clinicValuesApi, ValueAct } from '#shared/clinic-values/contract.ts';
import * as audit from '#server/audit/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { loadLastAct, loadValueToKeep } from './keep-value.ts';
import { insertAct } from './repository.ts';

/** Records that somebody who answers for a value has looked at it and leaves it as it is. */
export async function confirmValue(
  ctx: Context,
  { params, body }: Input<typeof clinicValuesApi.confirm>,
): Promise<ValueAct> {
  return inTransaction(ctx, async (tx) => {
    const { present, version } = await loadValueToKeep(tx, ctx, params, body.expectedVersion);
    await insertAct(tx, ctx, params, {
      version: version + 1,
      act: 'confirmed',
      oldValue: present,
      newValue: present,
      reason: body.note ?? '',
    });
    const detail = { clinicId: params.clinicId, key: params.key, value: present };
    await audit.record(tx, ctx, { did: 'clinic-value.confirmed', detail });
    return loadLastAct(tx, ctx, params);
  });
}
