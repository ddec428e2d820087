import pg from 'pg';
import { ensureLoginRoles } from '#server/platform/db/login-roles.ts';
import { migrate } from '#server/platform/db/migrate.ts';
import { type BenchClinic, openBenchClinic } from './bench-clinic.ts';
import { multiplyPatients } from './multiply-patients.ts';
import { writeTemplateCharts } from './template-charts.ts';
import type { Workload } from './workload.ts';

/** What was filled in, and how large the databases were then. */
export type SeededTandem = { clinic: BenchClinic; empty: number; filled: number; sessions: number };

const templates = 10;
const secret = 'only-for-the-benchmark-on-this-machine';

/** A database of its own on the benchmark's cluster. */
export async function createDatabase(
  ownerUrl: string,
  name: string,
  options: { template?: string } = {},
): Promise<string> {
  await asOwner(databaseUrl(ownerUrl, 'postgres'), (owner) =>
    owner.query(`create database ${name} ${options.template ? `template ${options.template}` : ''}`),
  );
  return databaseUrl(ownerUrl, name);
}

/** Ten charts for each of the two physiatrists through the use cases, the rest as copies of them. */
export async function seedTandem(ownerUrl: string, workload: Workload): Promise<SeededTandem> {
  await migrate(ownerUrl);
  const urls = await ensureLoginRoles(ownerUrl, secret);
  return asOwner(ownerUrl, async (owner) => {
    const clinic = await openBenchClinic(owner);
    const empty = await sizeOf(owner);
    const common = { charts: templates, sessions: workload.sessionsPerPatient };
    await writeTemplateCharts(owner, urls, clinic, { ...common, prefix: 'A', physiatrist: 'busy' });
    await writeTemplateCharts(owner, urls, clinic, { ...common, prefix: 'B', physiatrist: 'other' });
    await multiplyPatients(owner, { prefix: 'A', from: 2, to: workload.caseload / templates });
    await multiplyPatients(owner, {
      prefix: 'B',
      from: 2,
      to: (workload.patients - workload.caseload) / templates,
    });
    await owner.query('vacuum (full, analyze)');
    return {
      clinic,
      empty,
      filled: await sizeOf(owner),
      sessions: workload.patients * workload.sessionsPerPatient,
    };
  });
}

/** Adds patients of the other physiatrist until there are so many. */
export async function growTandem(ownerUrl: string, workload: Workload, patients: number): Promise<void> {
  await asOwner(ownerUrl, async (owner) => {
    const from = (workload.patients - workload.caseload) / templates + 1;
    await multiplyPatients(owner, { prefix: 'B', from, to: (patients - workload.caseload) / templates });
    await owner.query('vacuum analyze');
  });
}

let floorFilled: { size: number; sessions: number } | undefined;

/** Database growth by 1,000 sessions: as filled, and, on a second call, by the sessions signed since the first. */
export async function bytesPerThousandSessions(ownerUrl: string, floorUrl: string, seeded: SeededTandem) {
  const floor = await asOwner(floorUrl, async (owner) => ({
    size: await sizeOf(owner),
    sessions: await countOf(owner, 'session'),
  }));
  floorFilled ??= floor;
  return asOwner(ownerUrl, async (owner) => {
    const sessions = await countOf(owner, `session where status = 'completed'`);
    const size = await sizeOf(owner);
    const started = floorFilled ?? floor;
    return {
      floor: (1000 * started.size) / started.sessions,
      tandem: (1000 * (seeded.filled - seeded.empty)) / seeded.sessions,
      floorAdded: (1000 * (floor.size - started.size)) / (floor.sessions - started.sessions),
      tandemAdded: (1000 * (size - seeded.filled)) / (sessions - seeded.sessions),
      tables: await largestTables(owner),
    };
  });
}

async function largestTables(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query<{ name: string; megabytes: number }>(
    `select relname as name, pg_total_relation_size(oid) / 1e6 as megabytes from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace order by 2 desc limit 7`,
  );
  return rows.map((row) => `${row.name} ${Number(row.megabytes).toFixed(0)} MB`).join(', ');
}

async function sizeOf(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ size: string }>('select pg_database_size(current_database()) as size');
  return Number(rows[0]?.size);
}

async function countOf(owner: pg.Client, what: string): Promise<number> {
  const { rows } = await owner.query<{ count: string }>(`select count(*) as count from ${what}`);
  return Number(rows[0]?.count);
}

async function asOwner<T>(url: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

function databaseUrl(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
