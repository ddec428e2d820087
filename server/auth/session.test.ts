import { expect, test } from 'vitest';
import { authApi } from '#shared/auth/contract.ts';
import { aClinic } from '#tests/support/a-clinic.ts';
import { TEST_PASSWORD } from '#tests/support/a-server.ts';

test('the session says who is signed in, where, and what day it is on that wall', async () => {
  const clinic = await aClinic({ timeZone: 'America/Los_Angeles' });
  clinic.clock.set('2026-11-21T05:30:00Z');

  const answer = await clinic.as('physiatrist').call(authApi.session);

  expect(answer.body).toMatchObject({
    role: 'physiatrist',
    clinicName: clinic.clinicName,
    organizationId: clinic.organizationId,
    today: '2026-11-20',
  });
});

test('without a session there is nothing to see', async () => {
  const clinic = await aClinic();

  expect(await clinic.as('anonymous').call(authApi.session)).toBeProblem('not-signed-in');
});

test('the right password opens a session, a wrong one and an unknown address are refused alike', async () => {
  const clinic = await aClinic();
  const attempt = (email: string, password: string) =>
    clinic.as('anonymous').send('/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });

  const right = await attempt(clinic.staff.therapist.email, TEST_PASSWORD);
  const wrong = await attempt(clinic.staff.therapist.email, 'not-the-password-at-all');
  const unknown = await attempt('nobody@tandem.example', 'not-the-password-at-all');

  expect(right.status).toBe(200);
  const cookie = right.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const session = await clinic.as('anonymous').send('/api/session', { headers: { cookie } });
  expect(await session.json()).toMatchObject({ staffMemberId: clinic.staff.therapist.id });
  expect(wrong.status).toBe(401);
  expect(unknown.status).toBe(401);
  expect(await unknown.text()).toBe(await wrong.text());
});

test('signing out ends the session for the next request', async () => {
  const clinic = await aClinic();
  const physiatrist = clinic.as('physiatrist');
  expect((await physiatrist.call(authApi.session)).status).toBe(200);

  const out = await physiatrist.send('/api/auth/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: clinic.address },
    body: '{}',
  });

  expect(out.status).toBe(200);
  await expect.poll(async () => (await physiatrist.call(authApi.session)).status).toBe(401);
});

test('staff see the people of their own organization only', async () => {
  const clinic = await aClinic();

  const { body } = await clinic.as('administrator').call(authApi.staff);

  expect(body.staff.map((one) => one.staffMemberId)).toContain(clinic.staff.therapist.id);
  expect(body.staff.map((one) => one.staffMemberId)).not.toContain(clinic.staff.outsider.id);
  expect(body.clinics).toEqual([
    { clinicId: clinic.clinicId, name: clinic.clinicName, timeZone: clinic.timeZone },
  ]);
});
