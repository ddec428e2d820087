import type { ValueAct } from '#shared/clinic-values/contract.ts';
import type { ClinicValue, ValueSection } from '#shared/clinic-values/model.ts';
import { canKeepValue } from '#shared/clinic-values/policy.ts';
import { getClinicValue } from '#shared/clinic-values/registry.ts';
import { valueInForce } from '#shared/clinic-values/value-words.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { loadValue, lockClinic, type ValuePlace } from './repository.ts';

export interface ValueToKeep {
  about: ClinicValue;
  section: ValueSection;
  present: number | string;
  version: number;
}

/** The value as somebody may set or confirm it now: theirs to keep, and not touched since they looked. */
export async function loadValueToKeep(
  tx: Tx,
  ctx: Context,
  place: ValuePlace,
  expectedVersion: number,
): Promise<ValueToKeep> {
  await lockClinic(tx, ctx, place.clinicId);
  const { overrides, last } = await loadValue(tx, ctx, place);
  const known = getClinicValue(place.key);
  if (!known) throw new Problem('not-found', 'There is no such clinical value.');
  assertAllowed(canKeepValue(ctx.actor, known.section));
  const version = last?.version ?? 0;
  if (version !== expectedVersion)
    throw new Problem('stale-version', 'Somebody else has set or confirmed this value in the meantime.', {
      current: last,
    });
  return { ...known, present: valueInForce(known.about, overrides), version };
}

/** The act that was just written, as the lists show it. */
export async function loadLastAct(tx: Tx, ctx: Context, place: ValuePlace): Promise<ValueAct> {
  const { last } = await loadValue(tx, ctx, place);
  if (!last) throw new Problem('unexpected');
  return last;
}
