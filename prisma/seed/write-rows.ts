import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Column, SeedChange, SeedRow } from './moment.ts';

/** Ids that exist only once the organization has been written. */
export interface Known {
  organizationId: string;
  staff: ReadonlyMap<string, string>;
  clinics: ReadonlyMap<string, string>;
  /** `prescription/code` -> permitted intervention, as rows go by. */
  permitted: Map<string, string>;
}

type Plain = string | number | boolean | null | object;

/** Puts real ids in the place of the names that moments use. */
function resolve(known: Known, value: Column): Plain {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const named = value as Record<string, unknown>;
  if (typeof named['staff'] === 'string') return found(known.staff, named['staff']);
  if (typeof named['clinic'] === 'string') return found(known.clinics, named['clinic']);
  if (Array.isArray(named['concat'])) {
    return named['concat'].map((part: Column) => String(resolve(known, part))).join('');
  }
  if (typeof named['permitted'] === 'string') {
    return known.permitted.get(`${named['permitted']}/${String(named['code'])}`) ?? null;
  }
  return value;
}

function found(map: ReadonlyMap<string, string>, key: string): string {
  const id = map.get(key);
  if (id === undefined) throw new Error(`nobody and nothing is called ${key}`);
  return id;
}

const resolved = (known: Known, columns: Record<string, Column>): Record<string, Plain> =>
  Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, resolve(known, value)]));

/**
 * Inserts rows of several tables in one statement; references between them are checked at its end. Patients come first, in a
 * statement of their own: every other row of theirs is counted as a change of their chart while it is written.
 */
export async function insertRows(tx: Tx, known: Known, rows: readonly SeedRow[]): Promise<void> {
  await insertTogether(
    tx,
    known,
    rows.filter(({ table }) => table === 'patient'),
  );
  await insertTogether(
    tx,
    known,
    rows.filter(({ table }) => table !== 'patient'),
  );
}

async function insertTogether(tx: Tx, known: Known, rows: readonly SeedRow[]): Promise<void> {
  const groups = new Map<string, { table: string; columns: string[]; rows: object[] }>();
  for (const { table, columns } of rows) {
    if (table === 'permitted_intervention') {
      known.permitted.set(
        `${String(columns['prescription_id'])}/${String(columns['code'])}`,
        String(columns['id']),
      );
    }
    const whole = { organization_id: known.organizationId, ...resolved(known, columns) };
    const names = Object.keys(whole);
    const key = `${table}:${names.join()}`;
    const group = groups.get(key) ?? { table, columns: names, rows: [] };
    group.rows.push(whole);
    groups.set(key, group);
  }
  if (groups.size === 0) return;
  const parts = [...groups.values()];
  const inserts = parts.map(({ table, columns }, index) => {
    const names = columns.join(', ');
    return `i${index} as (insert into ${table} (${names}) select ${names}
      from json_populate_recordset(null::${table}, $${index + 1}::json))`;
  });
  await tx.$executeRawUnsafe(
    `with ${inserts.join(', ')} select 1`,
    ...parts.map((group) => JSON.stringify(group.rows)),
  );
}

/** Applies changes of rows that are there, one statement each. */
export async function applyChanges(tx: Tx, known: Known, changes: readonly SeedChange[]): Promise<void> {
  for (const { table, where, set } of changes) {
    const names = Object.keys(set);
    const conditions = Object.entries(where).map(([name, value]) =>
      typeof value === 'boolean'
        ? `t.${name} = ${String(value)}`
        : `t.${name} = '${value.replaceAll("'", "''")}'`,
    );
    await tx.$executeRawUnsafe(
      `update ${table} t set ${names.map((name) => `${name} = r.${name}`).join(', ')}
         from json_populate_record(null::${table}, $1::json) r
        where t.organization_id = $2::uuid and ${conditions.join(' and ')}`,
      JSON.stringify(resolved(known, set)),
      known.organizationId,
    );
  }
}
