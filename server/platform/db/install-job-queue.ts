import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';

const jobsRole = 'tandem_jobs';
const appRole = 'tandem_app';
const signature = 'public.tandem_enqueue(text, json, timestamptz, text)';

/**
 * The way from a use case into the queue: it runs inside the caller's transaction, with the rights of the queue's
 * owner, so the application's role needs none on the queue itself.
 */
const enqueueFunction = `
create or replace function public.tandem_enqueue(
  task text, payload json, run_at timestamptz default now(), job_key text default null
) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
  select graphile_worker.add_job(
    identifier => task, payload => payload, run_at => run_at, job_key => job_key
  )
$$`;

/** Creates graphile-worker's schema, owned by the jobs role, and the one function that reaches into it. Idempotent. */
export async function installJobQueue(owner: pg.Client, jobsUrl: string): Promise<void> {
  if (await isInstalled(owner)) return;
  const database = owner.escapeIdentifier(owner.database ?? '');
  await owner.query('select pg_advisory_lock($1)', [installLock]);
  try {
    await owner.query(`grant create on database ${database} to ${jobsRole}`);
    await owner.query(`grant usage, create on schema public to ${jobsRole}`);
    await runMigrations({ connectionString: jobsUrl, logger: silentLogger, maxPoolSize: 1 });
    await createEnqueueFunction(jobsUrl);
    await owner.query(`revoke create on schema public from ${jobsRole}`);
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [installLock]);
  }
}

const installLock = 7_226_337;

const silentLogger = new Logger(() => () => undefined);

async function isInstalled(owner: pg.Client): Promise<boolean> {
  const answer = await owner.query<{ installed: boolean }>(
    'select to_regprocedure($1) is not null as installed',
    [signature],
  );
  return answer.rows[0]?.installed ?? false;
}

async function createEnqueueFunction(jobsUrl: string): Promise<void> {
  const jobs = new pg.Client({ connectionString: jobsUrl });
  await jobs.connect();
  try {
    await jobs.query(
      `begin; ${enqueueFunction};
       revoke execute on function ${signature} from public;
       grant execute on function ${signature} to ${appRole}; commit`,
    );
  } finally {
    await jobs.end();
  }
}
