import pg from 'pg';

/** What a database looks like, one sentence per thing, so that two databases compare as two lists. */
export type CatalogSentences = {
  columns: string[];
  keys: string[];
  indexes: string[];
};

/** Tables that Prisma or the job queue keep for themselves. */
const foreignTables = ['_prisma_migrations'];

/** Describes the tables of `public` from PostgreSQL's own catalog. */
export async function describeCatalog(ownerUrl: string): Promise<CatalogSentences> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const ask = async (sql: string) => {
      const answer = await client.query<{ sentence: string }>(sql, [foreignTables]);
      return answer.rows.map((row) => row.sentence);
    };
    return { columns: await ask(columns), keys: await ask(keys), indexes: await ask(indexes) };
  } finally {
    await client.end();
  }
}

const columns = `
  select format('%s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                case when a.attnotnull then ' not null' else '' end,
                coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) as sentence
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> all ($1)
   order by c.relname, a.attname`;

/** Primary, unique and foreign keys. */
const keys = `
  select format('%s: %s %s', c.relname, k.conname, pg_get_constraintdef(k.oid)) as sentence
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid
   where c.relnamespace = 'public'::regnamespace and k.contype in ('p', 'u', 'f') and c.relname <> all ($1)
   order by 1`;

/** Indexes that are not there for a constraint, including unique ones. */
const indexes = `
  select pg_get_indexdef(i.indexrelid) as sentence
    from pg_index i
    join pg_class c on c.oid = i.indrelid
   where c.relnamespace = 'public'::regnamespace and c.relname <> all ($1)
     and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
   order by 1`;
