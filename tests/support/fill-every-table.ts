import { randomUUID } from 'node:crypto';
import type pg from 'pg';

type Column = { table: string; column: string; type: string; isNeeded: boolean };

/** Columns whose value follows from another one. */
const FIXED: Record<string, string> = {
  'session.ends_at': `now() + interval '1 hour'`,
  'therapy_amount.year': '2026',
  'on_call_duty.ends_at': `now() + interval '1 hour'`,
};

/** Every table that belongs to an organization, or those of them that name something more in `column`. */
export async function findTenantTables(owner: pg.Pool, column = 'organization_id'): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and c.column_name = $1 and t.table_type = 'BASE TABLE'
      order by 1`,
    [column],
  );
  return rows.map((row) => row.name);
}

/**
 * Puts a row into every tenant table that `ids` has none in yet, as the owner and without foreign keys: `ids` fills the
 * columns of those names, the rest is whatever the type and the check constraints take.
 */
export async function fillEveryTable(owner: pg.Pool, ids: Record<string, string>): Promise<void> {
  const columns = await findColumns(owner);
  const firstAllowed = await findFirstAllowed(owner);
  const client = await owner.connect();
  try {
    await client.query(`begin; set local session_replication_role = replica`);
    for (const table of await findTenantTables(owner)) {
      const needed = columns.filter((one) => one.table === table && (one.isNeeded || one.column in ids));
      const values = needed.map((one) => {
        const key = `${one.table}.${one.column}`;
        return FIXED[key] ?? literal(ids[one.column] ?? firstAllowed.get(key) ?? valueOf(one));
      });
      const names = needed.map((one) => client.escapeIdentifier(one.column)).join(', ');
      await client.query(
        `insert into ${client.escapeIdentifier(table)} (${names}) values (${values.join(', ')}) on conflict do nothing`,
      );
    }
    await client.query('commit');
  } finally {
    client.release();
  }
}

async function findColumns(owner: pg.Pool): Promise<Column[]> {
  const { rows } = await owner.query<Column>(
    `select table_name as "table", column_name as "column", data_type as type,
            is_nullable = 'NO' and column_default is null as "isNeeded"
       from information_schema.columns where table_schema = 'public' order by table_name, ordinal_position`,
  );
  return rows;
}

/** The first value that a check constraint lists for a column: "kind in ('member', 'cover')" gives "member". */
async function findFirstAllowed(owner: pg.Pool): Promise<Map<string, string>> {
  const { rows } = await owner.query<{ table: string; definition: string }>(
    `select conrelid::regclass::text as "table", pg_get_constraintdef(oid) as definition from pg_constraint where contype = 'c'`,
  );
  const found = new Map<string, string>();
  for (const { table, definition } of rows) {
    for (const [, column, value] of definition.matchAll(/\((\w+) = (?:ANY \(ARRAY\[)?'([^']+)'/g)) {
      const key = `${table}.${column}`;
      if (value !== undefined && !found.has(key)) found.set(key, value);
    }
  }
  return found;
}

function valueOf({ type }: Column): string {
  if (type === 'uuid') return randomUUID();
  if (type === 'date' || type.startsWith('timestamp')) return '2026-01-15';
  if (type === 'jsonb' || type === 'json' || type === 'ARRAY') return '{}';
  if (type === 'boolean') return 'true';
  return /int|double|numeric/.test(type) ? '1' : `text-${randomUUID().slice(0, 8)}`;
}

const literal = (value: string): string => `'${value.replaceAll("'", "''")}'`;
