import pg from 'pg';

/** Exists while the demo is being written: a load that was interrupted is told from one that is complete. */
export const UNFINISHED = 'tandem.demo_load_unfinished';

/** What a database holds, as far as loading a demo is concerned. */
export type Holding = 'nothing' | 'unfinished-demo' | 'demo' | 'real-data';

async function asOwner<T>(ownerUrl: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

export function holdingOf(ownerUrl: string): Promise<Holding> {
  return asOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ unfinished: boolean; demos: number; others: number }>(
      `select to_regclass($1) is not null as unfinished, count(*) filter (where is_demo)::int as demos,
              count(*) filter (where not is_demo)::int as others from organization`,
      [UNFINISHED],
    );
    const { unfinished, demos, others } = rows[0] ?? { unfinished: false, demos: 0, others: 0 };
    if (others > 0) return 'real-data';
    if (unfinished) return 'unfinished-demo';
    return demos > 0 ? 'demo' : 'nothing';
  });
}

export const markFinished = (ownerUrl: string): Promise<void> =>
  asOwner(ownerUrl, async (owner) => {
    await owner.query(`drop table if exists ${UNFINISHED}`);
  });

/** Empties every table. Only for a database that holds nothing but a demo: what is signed cannot be deleted row by row. */
export const removeDemo = (ownerUrl: string): Promise<void> =>
  asOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ others: number }>(
      'select count(*)::int as others from organization where not is_demo',
    );
    if (rows[0]?.others !== 0) throw new Error('The database holds an organization that is not a demo.');
    const tables = await owner.query<{ name: string }>(
      `select quote_ident(tablename) as name from pg_tables
        where schemaname = 'public' and tablename <> '_prisma_migrations'`,
    );
    await owner.query(
      `begin; truncate ${tables.rows.map(({ name }) => name).join(', ')}; drop table if exists ${UNFINISHED}; commit`,
    );
  });
