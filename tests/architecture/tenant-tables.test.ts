import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { cloneDatabase } from '#tests/support/database.ts';

/** Tables that belong to no organization, and why. */
const tablesOfNoTenant: Record<string, string> = {
  _prisma_migrations: 'the migrations applied to the whole database',
  organization: 'the tenant itself; its own policy shows each organization only itself',
  auth_user: 'sign-in happens before the organization is known; only tandem_auth may read it',
  auth_session: 'as auth_user',
  auth_account: 'as auth_user',
  auth_verification: 'as auth_user',
  auth_rate_limit: 'as auth_user',
};

/** Unique across tenants on purpose: each is looked up before the organization is known. */
const keysAcrossTenants: Record<string, string> = {
  clinic_slug_key: 'the public page of a clinic is found by its address',
  staff_member_auth_user_id_key: 'a sign-in leads to one member of staff',
};

type Table = { name: string; isTenant: boolean; isForced: boolean; policies: number };
type Key = {
  table: string;
  name: string;
  kind: 'p' | 'u' | 'f';
  columns: string[];
  references: string | null;
};

let tables: Table[];
let keys: Key[];

beforeAll(async () => {
  const client = new pg.Client({ connectionString: (await cloneDatabase()).owner });
  await client.connect();
  tables = (await client.query<Table>(tablesSql)).rows;
  keys = (await client.query<Key>(keysSql)).rows;
  await client.end();
});

test('every table belongs to an organization or is listed with the reason why not', () => {
  const unlisted = tables.filter((table) => !table.isTenant && !(table.name in tablesOfNoTenant));

  expect(tables.length).toBeGreaterThan(30);
  expect(unlisted.map((table) => table.name)).toEqual([]);
});

test('row-level security is forced on every tenant table, and some policy speaks for it', () => {
  const open = tables.filter((table) => table.isTenant && !(table.isForced && table.policies > 0));

  expect(open.map((table) => table.name)).toEqual([]);
});

test('every primary and unique key of a tenant table includes the organization', () => {
  const wide = tenantKeys('p', 'u').filter(
    (key) => !key.columns.includes('organization_id') && !(key.name in keysAcrossTenants),
  );

  expect(wide.map((key) => `${key.table}: ${key.name}`)).toEqual([]);
});

test('every reference between tenant tables includes the organization, so it cannot cross tenants', () => {
  const tenants = new Set(tables.filter((table) => table.isTenant).map((table) => table.name));
  const crossing = tenantKeys('f').filter(
    (key) => tenants.has(key.references ?? '') && !key.columns.includes('organization_id'),
  );

  expect(tenantKeys('f').length).toBeGreaterThan(20);
  expect(crossing.map((key) => `${key.table}: ${key.name}`)).toEqual([]);
});

function tenantKeys(...kinds: Key['kind'][]): Key[] {
  const tenants = new Set(tables.filter((table) => table.isTenant).map((table) => table.name));
  return keys.filter((key) => tenants.has(key.table) && kinds.includes(key.kind));
}

const tablesSql = `
  select c.relname as name,
         exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id') as "isTenant",
         c.relrowsecurity and c.relforcerowsecurity as "isForced",
         (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
    from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
   order by 1`;

/** Unique indexes without a constraint count as unique keys: Prisma makes its unique keys so. */
const keysSql = `
  select c.relname as table, coalesce(k.conname, i.relname) as name, coalesce(k.contype::text, 'u') as kind,
         array(select a.attname::text from pg_attribute a
                where a.attrelid = c.oid and a.attnum = any (x.indkey)) as columns,
         null as references
    from pg_index x
    join pg_class c on c.oid = x.indrelid
    join pg_class i on i.oid = x.indexrelid
    left join pg_constraint k on k.conindid = x.indexrelid and k.contype in ('p', 'u')
   where c.relnamespace = 'public'::regnamespace and x.indisunique
  union all
  select c.relname, k.conname, 'f',
         array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum = any (k.conkey)),
         f.relname
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid
    join pg_class f on f.oid = k.confrelid
   where c.relnamespace = 'public'::regnamespace and k.contype = 'f'
   order by 1, 2`;
