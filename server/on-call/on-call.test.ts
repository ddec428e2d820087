import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_WEEK } from '#shared/on-call/clinic-hours.ts';
import { onCallApi } from '#shared/on-call/contract.ts';
import { aClinic, type PersonName, type TestClinic } from '#tests/support/a-clinic.ts';

let clinic: TestClinic;
beforeEach(async () => {
  clinic = await aClinic();
});

const duty = (part: { from?: number; to?: number; fromTime?: string; staffMemberId?: string } = {}) => ({
  staffMemberId: (part.staffMemberId ?? clinic.staff['second-physiatrist'].id) as never,
  from: clinic.day(part.from ?? 1),
  fromTime: part.fromTime ?? '08:00',
  to: clinic.day(part.to ?? 2),
  toTime: '08:00',
  phone: '555-0142',
});

const assign = (person: PersonName, body = duty(), key = randomUUID()) =>
  clinic.as(person).call(onCallApi.assign, { params: { clinicId: clinic.clinicId }, body }, { key });
const read = async (person: PersonName) => (await clinic.as(person).call(onCallApi.read, {})).body.clinics;

describe('who is on call', () => {
  test('is set by an administrator or a physiatrist, and read by everybody who works here', async () => {
    expect((await assign('administrator')).status).toBe(200);
    expect((await assign('physiatrist', duty({ from: 2, to: 3 }))).status).toBe(200);
    expect(await assign('therapist', duty({ from: 4, to: 5 }))).toBeProblem('forbidden');

    expect(await read('therapist')).toMatchObject([
      {
        clinicId: clinic.clinicId,
        hoursVersion: 0,
        week: DEFAULT_WEEK,
        duties: [{ name: 'Ben Staff-second-physiatrist', phone: '555-0142', version: 1 }, { version: 1 }],
      },
    ]);
    const [outside] = await read('outsider');
    expect(outside?.clinicId).not.toBe(clinic.clinicId);
    expect(outside?.duties).toEqual([]);
  });

  test('is one physiatrist of this clinic’s organization at a time', async () => {
    expect((await assign('administrator')).status).toBe(200);
    expect(await assign('administrator')).toBeProblem('time-taken');
    const therapist = duty({ from: 5, to: 6, staffMemberId: clinic.staff.therapist.id });
    expect(await assign('administrator', therapist)).toBeProblem('invalid-input');
    const stranger = duty({ from: 5, to: 6, staffMemberId: clinic.staff.outsider.id });
    expect(await assign('administrator', stranger)).toBeProblem('invalid-input');
    expect(await assign('administrator', duty({ from: -3, to: -2 }))).toBeProblem('invalid-input');
    expect(await assign('outside-administrator')).toBeProblem('not-found');
  });

  test('asked for twice by a double click is one duty', async () => {
    const key = randomUUID();
    const [a, b] = await Promise.all([
      assign('administrator', duty(), key),
      assign('administrator', duty(), key),
    ]);
    expect(a.body).toEqual(b.body);
    expect((await read('administrator'))[0]?.duties).toHaveLength(1);
  });

  test('ends now when it runs, and is taken back when it has not begun; the rows stay', async () => {
    const { onCallDutyId: running } = (await assign('physiatrist', duty({ from: 0, fromTime: '00:00' })))
      .body;
    const { onCallDutyId: later } = (await assign('physiatrist', duty({ from: 3, to: 4 }))).body;
    clinic.clock.advanceMinutes(5);
    const end = (onCallDutyId: string, expectedVersion: number, person: PersonName = 'administrator') =>
      clinic.as(person).call(onCallApi.end, {
        params: { clinicId: clinic.clinicId, onCallDutyId },
        body: { expectedVersion },
      });

    expect(await end(running, 2)).toBeProblem('stale-version');
    expect(await end(running, 1, 'therapist')).toBeProblem('forbidden');
    expect((await end(running, 1)).status).toBe(200);
    expect((await end(later, 1)).status).toBe(200);
    expect(await end(running, 2)).toBeProblem('conflict');
    expect(await end(later, 2)).toBeProblem('conflict');

    expect((await read('physiatrist'))[0]?.duties).toEqual([]);
    expect(
      await clinic.rows(
        'select taken_back_at is not null as back from on_call_duty where clinic_id = $1 order by starts_at',
        [clinic.clinicId],
      ),
    ).toEqual([{ back: false }, { back: true }]);
    expect((await assign('administrator', duty({ from: 3, to: 4 }))).status).toBe(200);
  });
});

describe('clinic hours', () => {
  const set = (
    person: PersonName,
    expectedVersion: number,
    monday: { opens: string; closes: string } | null,
  ) =>
    clinic.as(person).call(onCallApi.setHours, {
      params: { clinicId: clinic.clinicId },
      body: { week: { ...DEFAULT_WEEK, monday }, expectedVersion },
    });

  test('are the default until they are set, on top of the version that was seen', async () => {
    expect((await set('administrator', 0, { opens: '07:00', closes: '12:00' })).body).toEqual({
      hoursVersion: 1,
    });
    expect(await set('physiatrist', 0, null)).toBeProblem('stale-version');
    expect((await set('physiatrist', 1, null)).body).toEqual({ hoursVersion: 2 });
    expect(await set('therapist', 2, null)).toBeProblem('forbidden');
    expect(await set('administrator', 2, { opens: '12:00', closes: '12:00' })).toBeProblem('invalid-input');
    expect(await set('outside-administrator', 0, null)).toBeProblem('not-found');

    expect(await read('therapist')).toMatchObject([
      { hoursVersion: 2, week: { monday: null }, hoursSetBy: expect.stringContaining('Staff-') as string },
    ]);
  });
});
