import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import { refusalOf } from '#shared/clinic-values/check-value.ts';
import type { clinicValuesApi, ValueAct } from '#shared/clinic-values/contract.ts';
import * as audit from '#server/audit/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { invalidField } from '#server/platform/http/invalid-field.ts';
import { loadLastAct, loadValueToKeep } from './keep-value.ts';
import { enqueueRecheck, insertAct, saveOverride } from './repository.ts';

/**
 * Sets a value of a clinic from now on, or puts it back to the default. What was judged or signed before keeps the values it was
 * made with; open episodes are judged again where the value may matter to them.
 */
export async function setValue(
  ctx: Context,
  { params, body }: Input<typeof clinicValuesApi.set>,
): Promise<ValueAct> {
  return inTransaction(ctx, async (tx) => {
    const { about, section, present, version } = await loadValueToKeep(tx, ctx, params, body.expectedVersion);
    const value = body.value ?? about.default;
    const refusal = refusalOf(about, value);
    if (refusal !== undefined) throw invalidField('value', refusal);
    if (value === present) throw new Problem('conflict', 'The value is this already. Confirm it as it is.');
    const isDefault = value === about.default;
    const act = isDefault ? 'restored' : 'changed';
    await saveOverride(tx, ctx, params, isDefault ? undefined : value);
    await insertAct(tx, ctx, params, {
      version: version + 1,
      act,
      oldValue: present,
      newValue: value,
      reason: body.reason,
    });
    const detail = { clinicId: params.clinicId, key: params.key, from: present, to: value };
    await audit.record(tx, ctx, { did: `clinic-value.${act}`, detail });
    if (section.judgesAgain) await enqueueRecheck(tx, ctx, params.clinicId);
    return loadLastAct(tx, ctx, params);
  });
}
