import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#shared/platform/actor.ts';
import { enterStatement } from '#server/platform/db/as-actor.ts';
import { aClinic, type PersonName, type TestClinic } from '#tests/support/a-clinic.ts';
import { aServer } from '#tests/support/a-server.ts';
import { cloneDatabase } from '#tests/support/database.ts';
import { fillEveryTable, findTenantTables } from '#tests/support/fill-every-table.ts';

/** Tables about a patient that more than the care team, or less, may read, and why. Every other one is the team's alone. */
const NOT_OF_THE_TEAM_ALONE: Record<string, string> = {
  patient_identifier: 'who somebody is: the office finds people by their numbers',
  episode: 'that there is a course of care, and its payer: the office schedules and bills',
  care_team_member: 'who treats whom is the office’s work',
  care_request: 'the office reads and answers requests',
  therapy_amount: 'amounts come from the payer’s portal: the office enters them',
  task: 'whoever owns it reads it, by name or by role; its words say nothing clinical to the office',
  audit_event: 'the administrator examines it; the team does not',
  imported_resource: 'where an imported row came from: the import and the administrator',
};

/** What nobody changes or removes, not even the role that owns the tables. */
const APPEND_ONLY = [
  'medication_event',
  ...['evaluation_addendum', 'permitted_intervention', 'goal', 'precaution', 'prescribed_measure'],
  ...['prescription_acknowledgement', 'performed_intervention', 'progress_report', 'verdict', 'audit_event'],
  ...['discharge_note', 'home_programme', 'session_cosignature', 'session_addendum'],
  ...['hold_escalation', 'clinic_value_act', 'plan_certification', 'prescription_template_version'],
  ...['progress_report_addendum', 'discharge_note_addendum'],
];
const NEVER_DELETED = [
  ...['prescription', 'outcome_score', 'decision', 'session', 'safety_hold', 'change_request'],
  ...['procedure', 'plan_sending', 'therapy_amount', 'inr_reading'],
];

let clinic: TestClinic;
let owner: pg.Pool;
let app: pg.Client;
let tables: string[];
/** What the care team alone may read: taken from the schema, so that a new table is never forgotten. */
let clinical: string[];
let patientId: string;
let episodeId: string;

beforeAll(async () => {
  clinic = await aClinic();
  owner = (await aServer()).owner;
  ({ patientId, episodeId } = await clinic.anEpisode());
  tables = await findTenantTables(owner);
  const ofPatients = await findTenantTables(owner, 'patient_id');
  clinical = ofPatients.filter((name) => !(name in NOT_OF_THE_TEAM_ALONE));
  await fillEveryTable(owner, {
    organization_id: clinic.organizationId,
    clinic_id: clinic.clinicId,
    patient_id: patientId,
    episode_id: episodeId,
    staff_member_id: clinic.staff.physiatrist.id,
  });
  app = new pg.Client({ connectionString: (await cloneDatabase()).app });
  await app.connect();
});

afterAll(() => app.end());

/** How many rows of the clinic each table shows inside a transaction that starts with `enter`. */
async function visible(enter: string, names = tables): Promise<Record<string, number>> {
  await app.query(`begin; ${enter}`);
  const counts: Record<string, number> = {};
  for (const name of names) {
    const { rows } = await app.query<{ count: number }>(`select count(*)::int as count from ${name}`);
    counts[name] = rows[0]?.count ?? -1;
  }
  await app.query('rollback');
  return counts;
}

const enter = (person: PersonName): string => enterStatement(clinic.contextOf(person).actor);
const allZero = (names: string[]): Record<string, number> =>
  Object.fromEntries(names.map((name) => [name, 0]));
const withRows = (counts: Record<string, number>): string[] =>
  Object.keys(counts).filter((name) => (counts[name] ?? 0) > 0);

test('the clinic of this test has a row in every table', async () => {
  for (const name of tables) {
    const rows = await clinic.rows(`select 1 from ${name} where organization_id = $1 limit 1`, [
      clinic.organizationId,
    ]);
    expect({ name, rows: rows.length }).toEqual({ name, rows: 1 });
  }
  expect(tables).toEqual(expect.arrayContaining([...APPEND_ONLY, ...NEVER_DELETED]));
  expect(clinical.length).toBeGreaterThan(35);
  expect(await findTenantTables(owner, 'patient_id')).toEqual(
    expect.arrayContaining(Object.keys(NOT_OF_THE_TEAM_ALONE)),
  );
});

test('without an actor the server sees no row of any table', async () => {
  expect(await visible('select 1')).toEqual(allZero(tables));
});

test('an actor that is nobody sees no row of any table', async () => {
  const nobody = { ...clinic.contextOf('physiatrist').actor, staffMemberId: randomUUID() } as Actor;

  const shown = withRows(await visible(enterStatement(nobody)));

  // Which clinics and people an organization has is not about a patient.
  expect(shown.filter((name) => !['clinic', 'staff_member', 'threshold_choice'].includes(name))).toEqual([]);
});

test('an outsider sees their own organization and nothing of this one', async () => {
  const neighbours = await visible(enter('outsider'));

  expect(withRows(neighbours)).toEqual(['clinic', 'staff_member']);
});

test('a member of the care team sees the whole clinical record', async () => {
  expect(withRows(await visible(enter('physiatrist'), clinical))).toEqual(clinical);
});

test('a clinician outside the care team sees nothing of the patient', async () => {
  const names = ['patient', ...clinical, ...Object.keys(NOT_OF_THE_TEAM_ALONE)];

  expect(await visible(enter('second-physiatrist'), names)).toEqual(allZero(names));
});

test('an administrator sees who the patients are and no clinical text', async () => {
  expect(await visible(enter('administrator'), clinical)).toEqual(allZero(clinical));
  expect(withRows(await visible(enter('administrator'), ['patient', 'episode', 'care_team_member']))).toEqual(
    ['patient', 'episode', 'care_team_member'],
  );
});

test('a membership that ended is no access in the next transaction', async () => {
  const { patientId: other } = await clinic.anEpisode({ team: ['second-therapist'] });
  const mine = enter('second-therapist');
  expect(await visible(mine, ['patient', 'episode'])).toEqual({ patient: 1, episode: 1 });

  await clinic.rows('update care_team_member set valid_to = now() where patient_id = $1', [other]);

  expect(await visible(mine, ['patient', 'episode'])).toEqual({ patient: 0, episode: 0 });
});

test('somebody who no longer works here sees nothing, whatever their memberships say', async () => {
  const { organizationId, staff } = clinic;
  await clinic.anEpisode({ team: ['occupational-therapist'] });
  await clinic.rows('update staff_member set active = false where organization_id = $1 and id = $2', [
    organizationId,
    staff['occupational-therapist'].id,
  ]);

  const shown = await visible(enter('occupational-therapist'), [...clinical, 'patient', 'episode']);

  expect(withRows(shown)).toEqual([]);
});

async function refusal(run: () => Promise<unknown>): Promise<string> {
  try {
    await run();
    return 'nothing';
  } catch (error) {
    return error instanceof pg.DatabaseError ? String(error.code) : String(error);
  } finally {
    await app.query('rollback');
  }
}

const NO_GRANT = '42501';
const TRIGGER = '23001';

test('what the schema never lets change is in the list, so that it is tried', async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select distinct c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc f on f.oid = t.tgfoid
      where f.proname = 'refuse_change' and c.relnamespace = 'public'::regnamespace
        and (t.tgtype & 8) > 0 and (t.tgtype & 16) > 0 order by 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual([...APPEND_ONLY].sort());
});

test.each(APPEND_ONLY)('%s is never updated or deleted, by the server or by the owner', async (name) => {
  const update = `update ${name} set organization_id = organization_id where organization_id = '${clinic.organizationId}'`;
  const remove = `delete from ${name} where organization_id = '${clinic.organizationId}'`;
  for (const statement of [update, remove]) {
    const asServer = await refusal(async () => {
      await app.query(`begin; ${enter('physiatrist')}`);
      await app.query(statement);
    });
    expect([NO_GRANT, TRIGGER]).toContain(asServer);
    expect(await refusal(() => owner.query(statement))).toBe(TRIGGER);
  }
});

test.each(NEVER_DELETED)('%s is never deleted, by the server or by the owner', async (name) => {
  const remove = `delete from ${name} where organization_id = '${clinic.organizationId}'`;
  const asServer = await refusal(async () => {
    await app.query(`begin; ${enter('physiatrist')}`);
    await app.query(remove);
  });
  expect(asServer).toBe(NO_GRANT);
  expect(await refusal(() => owner.query(remove))).toBe(TRIGGER);
});

test("the server's role cannot read sign-in tables, and sign-in's role cannot read the record", async () => {
  for (const name of ['auth_user', 'auth_session', 'auth_account']) {
    expect(await refusal(() => app.query(`select 1 from ${name}`))).toBe(NO_GRANT);
  }
  const auth = new pg.Client({ connectionString: (await cloneDatabase()).auth });
  await auth.connect();
  try {
    for (const name of tables) {
      await expect(auth.query(`select 1 from ${name}`)).rejects.toThrow(/permission denied/);
    }
  } finally {
    await auth.end();
  }
});

test("the server's role owns nothing and bypasses nothing", async () => {
  const roles = await clinic.rows<{ rolname: string }>(
    `select rolname from pg_roles where rolname like 'tandem\\_%' and rolname <> current_user
        and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole)`,
  );
  const owned = await clinic.rows(
    `select relname from pg_class where relowner = 'tandem_app'::regrole or relowner = 'tandem_auth'::regrole`,
  );
  const open = await clinic.rows(
    `select relname from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'organization_id'
      where relkind = 'r' and relnamespace = 'public'::regnamespace and not (relrowsecurity and relforcerowsecurity)`,
  );
  expect({ roles, owned, open }).toEqual({ roles: [], owned: [], open: [] });
});
