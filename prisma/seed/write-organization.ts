import pg from 'pg';
import { DEMO_PASSWORD } from '#shared/auth/demo-accounts.ts';
import type { SignIn } from '#server/auth/index.ts';
import { newId } from '#server/platform/db/new-id.ts';
import { CLINICS, DEMO_ORGANIZATION, STAFF } from './clinics.ts';
import { UNFINISHED } from './empty.ts';
import type { Known } from './write-rows.ts';

/** The organization with its clinics, staff and accounts, written as the owner of the tables; answers everybody's ids. */
export async function writeOrganization(ownerUrl: string, signIn: SignIn): Promise<Known> {
  const passwordHash = await (await signIn.auth.$context).password.hash(DEMO_PASSWORD);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(`begin; create table ${UNFINISHED} ()`);
    const known = await insertAll(owner, passwordHash);
    await owner.query('commit');
    return known;
  } finally {
    await owner.end();
  }
}

async function insertAll(owner: pg.Client, passwordHash: string): Promise<Known> {
  const organizationId = newId();
  await owner.query('insert into organization (id, name, is_demo) values ($1, $2, true)', [
    organizationId,
    DEMO_ORGANIZATION,
  ]);
  const clinics = new Map<string, string>();
  for (const [key, { name, slug, timeZone, phone, address }] of Object.entries(CLINICS)) {
    const id = newId();
    clinics.set(key, id);
    await owner.query(
      `insert into clinic (organization_id, id, name, slug, time_zone, phone, address) values ($1, $2, $3, $4, $5, $6, $7)`,
      [organizationId, id, name, slug, timeZone, phone, address],
    );
  }
  const staff = new Map<string, string>();
  for (const [key, one] of Object.entries(STAFF)) {
    const id = newId();
    staff.set(key, id);
    const userId = await insertAccount(owner, one, passwordHash);
    await owner.query(
      `insert into staff_member (organization_id, id, clinic_id, auth_user_id, role, given_name, family_name, credentials, email,
                                 capacity)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        organizationId,
        id,
        clinics.get(one.clinic),
        userId,
        one.role,
        one.givenName,
        one.familyName,
        one.credentials,
        one.email,
        one.capacity,
      ],
    );
  }
  return { organizationId, staff, clinics, permitted: new Map() };
}

/** One password for all of them: nobody's real account ever begins like this. */
async function insertAccount(
  owner: pg.Client,
  { givenName, familyName, email }: { givenName: string; familyName: string; email: string },
  passwordHash: string,
): Promise<string> {
  const id = newId();
  await owner.query('insert into auth_user (id, name, email, email_verified) values ($1, $2, $3, true)', [
    id,
    `${givenName} ${familyName}`,
    email,
  ]);
  await owner.query(
    `insert into auth_account (id, account_id, provider_id, user_id, password) values ($1, $1, 'credential', $1, $2)`,
    [id, passwordHash],
  );
  return id;
}
