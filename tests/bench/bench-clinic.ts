import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import type pg from 'pg';

/** The organization of the benchmark. `busy` is the measured physiatrist, `other` the one of all further patients. */
export type BenchClinic = {
  organizationId: string;
  clinicId: string;
  timeZone: string;
  staff: Record<StaffName, { id: string; email: string }>;
};

type StaffName = 'busy' | 'other' | 'therapist' | 'occupational' | 'speech';

const roles: Record<StaffName, string> = {
  busy: 'physiatrist',
  other: 'physiatrist',
  therapist: 'physical-therapist',
  occupational: 'occupational-therapist',
  speech: 'speech-therapist',
};

export const benchPassword = 'only-for-the-benchmark';

/** Opens the clinic in an empty database, with an account for each member of staff. */
export async function openBenchClinic(owner: pg.Client): Promise<BenchClinic> {
  const organizationId = randomUUID();
  const clinicId = randomUUID();
  const timeZone = 'America/New_York';
  await owner.query('insert into organization (id, name) values ($1, $2)', [organizationId, 'Bench']);
  await owner.query(
    'insert into clinic (organization_id, id, name, slug, time_zone) values ($1, $2, $3, $4, $5)',
    [organizationId, clinicId, 'Bench clinic', 'bench', timeZone],
  );
  const password = await hashPassword(benchPassword);
  const hire = async (name: StaffName) => {
    const id = randomUUID();
    const email = `${name}@bench.example`;
    await owner.query('insert into auth_user (id, name, email, email_verified) values ($1, $2, $3, true)', [
      id,
      name,
      email,
    ]);
    await owner.query(
      `insert into auth_account (id, account_id, provider_id, user_id, password) values ($1, $1, 'credential', $1, $2)`,
      [id, password],
    );
    await owner.query(
      `insert into staff_member (organization_id, id, clinic_id, auth_user_id, role, given_name, family_name, email)
       values ($1, $2, $3, $7, $4, 'Bench', $5, $6)`,
      [organizationId, id, clinicId, roles[name], name, email, id],
    );
    return { id, email };
  };
  const staff = {
    busy: await hire('busy'),
    other: await hire('other'),
    therapist: await hire('therapist'),
    occupational: await hire('occupational'),
    speech: await hire('speech'),
  };
  return { organizationId, clinicId, timeZone, staff };
}

/** Signs in over HTTP; answers the cookie. */
export async function signInAt(url: string, email: string): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password: benchPassword }),
  });
  if (!response.ok) throw new Error(`Signing in was refused: ${response.status} ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
