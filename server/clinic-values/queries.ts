import type { Input, Output } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { clinicValuesApi } from '#shared/clinic-values/contract.ts';
import { getClinicValue } from '#shared/clinic-values/registry.ts';
import { readAs } from '#server/platform/db/read-as.ts';
import type { Context } from '#server/platform/http/context.ts';
import { ACT_FROM, ACT_JSON } from './act-sql.ts';

type Listed = Output<typeof clinicValuesApi.list>;
type History = Output<typeof clinicValuesApi.history>;

/** $1 the clinic. */
const VALUES_SQL = `
  select c.name as "clinicName", c.clinical_values as overrides, coalesce((
    select json_agg(${ACT_JSON} order by a.key) from ${ACT_FROM}
     where a.organization_id = c.organization_id and a.clinic_id = c.id
       and a.version = (select max(l.version) from clinic_value_act l
                         where l.organization_id = a.organization_id and l.clinic_id = a.clinic_id and l.key = a.key)), '[]') as acts
    from clinic c where c.organization_id = (select tandem.organization()) and c.id = $1::uuid`;

/** What a clinic has set or confirmed; every other value is the registry's default. */
export async function listValues(
  ctx: Context,
  { params: { clinicId } }: Input<typeof clinicValuesApi.list>,
): Promise<Listed> {
  const [row] = await readAs<Listed>(ctx, { name: 'clinic-values', text: VALUES_SQL, values: [clinicId] });
  if (!row) throw new Problem('not-found');
  return row;
}

/** $1 the clinic, $2 the key. */
const HISTORY_SQL = `
  select coalesce((
    select json_agg(${ACT_JSON} order by a.version desc) from ${ACT_FROM}
     where a.organization_id = c.organization_id and a.clinic_id = c.id and a.key = $2), '[]') as acts
    from clinic c where c.organization_id = (select tandem.organization()) and c.id = $1::uuid`;

/** Everything that was done to one value; nobody changes a value a hundred times. */
export async function readHistory(
  ctx: Context,
  { params: { clinicId, key } }: Input<typeof clinicValuesApi.history>,
): Promise<History> {
  const [row] = await readAs<History>(ctx, {
    name: 'clinic-value-history',
    text: HISTORY_SQL,
    values: [clinicId, key],
  });
  if (!row || !getClinicValue(key)) throw new Problem('not-found');
  return row;
}
