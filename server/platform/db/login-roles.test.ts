import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { cloneDatabaseForOneTest, emptyDatabaseForOneTest } from '#tests/support/database.ts';
import { testSecret } from '#tests/support/test-cluster.ts';
import { ensureLoginRoles } from './login-roles.ts';
import { migrate } from './migrate.ts';

test('the roles of the server own no table and bypass no policy', async () => {
  const owner = await connect((await cloneDatabaseForOneTest()).owner);

  const { rows } = await owner.query(
    `select rolname, rolsuper or rolbypassrls as privileged,
            (select count(*)::int from pg_tables where tableowner = rolname and schemaname = 'public') as tables
       from pg_roles where rolname in ('tandem_app', 'tandem_auth', 'tandem_jobs') order by 1`,
  );

  expect(rows).toEqual([
    { rolname: 'tandem_app', privileged: false, tables: 0 },
    { rolname: 'tandem_auth', privileged: false, tables: 0 },
    { rolname: 'tandem_jobs', privileged: false, tables: 0 },
  ]);
});

test('a job joins the transaction that asks for it', async () => {
  const database = await cloneDatabaseForOneTest();
  const app = await connect(database.app);
  const jobs = await connect(database.jobs);
  const count = async () => (await jobs.query('select count(*)::int as jobs from graphile_worker.jobs')).rows;

  await app.query(`begin; select public.tandem_enqueue('check', '{"a":1}'); rollback`);
  expect(await count()).toEqual([{ jobs: 0 }]);

  await app.query(`begin; select public.tandem_enqueue('check', '{"a":1}', now(), 'once'); commit`);
  await app.query(`select public.tandem_enqueue('check', '{"a":2}', now(), 'once')`);
  expect(await count()).toEqual([{ jobs: 1 }]);
});

test('the role that serves requests cannot read the queue or the sign-in tables', async () => {
  const app = await connect((await cloneDatabaseForOneTest()).app);

  await expect(app.query('select * from graphile_worker.jobs')).rejects.toThrow('permission denied');
  await expect(app.query('select * from auth_user')).rejects.toThrow('permission denied');
});

test('preparing several databases of one cluster at once works', async () => {
  const urls = await Promise.all([
    emptyDatabaseForOneTest(),
    emptyDatabaseForOneTest(),
    emptyDatabaseForOneTest(),
  ]);

  await Promise.all(
    urls.map(async (url) => {
      await migrate(url);
      const roles = await ensureLoginRoles(url, testSecret);
      const app = await connect(roles.app);
      await app.query(`select public.tandem_enqueue('check', '{}')`);
    }),
  );
});

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}
