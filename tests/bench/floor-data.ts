import pg from 'pg';
import type { Workload } from './workload.ts';

/** The same rehab work in bare tables: what the machine could do without sign-in, access rules, audit or verdicts. */
const tables = `
  create table patient (
    id uuid primary key, physiatrist int not null, name text not null, mrn text not null, birth_date date not null);
  create table prescription (
    id uuid primary key, patient_id uuid not null references patient, version int not null, content jsonb not null);
  create table goal (
    id uuid primary key, prescription_id uuid not null references prescription, text text not null, target real not null);
  create table session (
    id uuid primary key, patient_id uuid not null references patient, at timestamptz not null, note text not null);
  create table intervention (
    id uuid primary key, session_id uuid not null references session, code text not null, minutes int not null);
  create table score (
    id uuid primary key, patient_id uuid not null references patient, session_id uuid references session,
    measure text not null, at timestamptz not null, value real not null);`;

const indexes = `
  create index on patient (physiatrist, id);
  create index on prescription (patient_id);
  create index on goal (prescription_id);
  create index on session (patient_id, at);
  create index on intervention (session_id);
  create index on score (patient_id, measure, at);`;

/** Every id is made from its parts, so the same seed makes the same rows. */
const rows = `
  insert into patient
    select md5('p' || n)::uuid, case when n <= $2 then 1 else 2 end, 'Patient ' || n, 'MRN' || n, date '1950-01-01' + n % 20000
      from generate_series(1, $1::int) n;
  insert into prescription
    select md5('x' || n)::uuid, md5('p' || n)::uuid, 1, '{"frequency":2,"weeks":8,"diagnosis":"M54.5"}'
      from generate_series(1, $1::int) n;
  insert into goal
    select md5('g' || n || '.' || g)::uuid, md5('x' || n)::uuid, 'Goal ' || g, 20 + g
      from generate_series(1, $1::int) n, generate_series(1, 4) g;
  insert into session
    select md5('s' || n || '.' || s)::uuid, md5('p' || n)::uuid, now() - (13 - s) * interval '3.5 days', repeat('note ', 38)
      from generate_series(1, $1::int) n, generate_series(1, $3::int) s;
  insert into intervention
    select md5('i' || n || '.' || s || '.' || i)::uuid, md5('s' || n || '.' || s)::uuid, 'therapeutic-exercise', 20
      from generate_series(1, $1::int) n, generate_series(1, $3::int) s, generate_series(1, 2) i;
  insert into score
    select md5('v' || n || '.' || s || m)::uuid, md5('p' || n)::uuid, md5('s' || n || '.' || s)::uuid, m,
           now() - (13 - s) * interval '3.5 days', 50 + (hashtext(n || m) % 20) + s * (hashtext('slope' || n || m) % 3)
      from generate_series(1, $1::int) n, generate_series(1, $3::int) s, unnest(array['odi', 'lefs']) m;`;

/** Fills an empty database with the workload's patients, sessions and scores in bare tables. */
export async function seedFloor(ownerUrl: string, workload: Workload): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(tables);
    const filled = rows
      .replaceAll('$1', String(workload.patients))
      .replaceAll('$2', String(workload.caseload))
      .replaceAll('$3', String(workload.sessionsPerPatient));
    await client.query(filled);
    await client.query(indexes);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}
