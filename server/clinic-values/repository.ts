import type { ValueAct } from '#shared/clinic-values/contract.ts';
import { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { Problem } from '#shared/platform/problem.ts';
import { toJsonColumn } from '#server/platform/db/columns.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { ACT_FROM, ACT_JSON } from './act-sql.ts';

export interface ValuePlace {
  clinicId: string;
  key: string;
}

export interface KeptValue {
  overrides: ClinicOverrides;
  /** The last act on the key; nothing while there is none. */
  last: ValueAct | undefined;
}

const KEPT = (lock: string) => `
  select c.clinical_values as overrides, (
    select ${ACT_JSON} from ${ACT_FROM}
     where a.organization_id = c.organization_id and a.clinic_id = c.id and a.key = $3
     order by a.version desc limit 1) as last
    from clinic c where c.organization_id = $1::uuid and c.id = $2::uuid ${lock}`;

/** The clinic's values and the last act on one of them. An unknown clinic is not found. */
export async function loadValue(tx: Tx, ctx: Context, { clinicId, key }: ValuePlace): Promise<KeptValue> {
  const [row] = await tx.$queryRawUnsafe<{ overrides: unknown; last: ValueAct | null }[]>(
    KEPT(''),
    ctx.actor.organizationId,
    clinicId,
    key,
  );
  if (!row) throw new Problem('not-found');
  return { overrides: ClinicOverrides.parse(row.overrides), last: row.last ?? undefined };
}

/** Holds the clinic's row for the rest of the transaction: two people who set values at once follow each other. */
export async function lockClinic(tx: Tx, ctx: Context, clinicId: string): Promise<void> {
  await tx.$queryRaw`
    select 1 from clinic where organization_id = ${ctx.actor.organizationId}::uuid and id = ${clinicId}::uuid for update`;
}

/** Writes what was done to a value; the same version twice is impossible. */
export async function insertAct(
  tx: Tx,
  ctx: Context,
  { clinicId, key }: ValuePlace,
  act: Pick<ValueAct, 'version' | 'act' | 'oldValue' | 'newValue' | 'reason'>,
): Promise<void> {
  const { organizationId, staffMemberId } = ctx.actor;
  await tx.clinicValueAct.createMany({
    data: [
      {
        ...act,
        oldValue: toJsonColumn(act.oldValue),
        newValue: toJsonColumn(act.newValue),
        organizationId,
        clinicId,
        key,
        byId: staffMemberId,
        at: ctx.now(),
      },
    ],
  });
}

/** Stores the clinic's own value, or forgets it, so that the default holds. */
export async function saveOverride(
  tx: Tx,
  ctx: Context,
  { clinicId, key }: ValuePlace,
  value: number | string | undefined,
): Promise<void> {
  const { organizationId } = ctx.actor;
  const own = JSON.stringify(value === undefined ? {} : { [key]: value });
  await tx.$executeRaw`
    update clinic set clinical_values = (clinical_values - ${key}::text) || ${own}::jsonb
     where organization_id = ${organizationId}::uuid and id = ${clinicId}::uuid`;
}

/** Has the open episodes of the clinic judged again, once, when this transaction commits. */
export async function enqueueRecheck(tx: Tx, ctx: Context, clinicId: string): Promise<void> {
  const payload = JSON.stringify({ organizationId: ctx.actor.organizationId, clinicId });
  await tx.$executeRaw`
    select public.tandem_enqueue('recheck-clinic', ${payload}::json, now(), ${`recheck-clinic:${clinicId}`})`;
}
