import { beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_WEEK, weekdayOf, WEEKDAYS } from '#shared/on-call/clinic-hours.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { tasksApi } from '#shared/tasks/contract.ts';
import { aClinic, type PersonName, type TestClinic } from '#tests/support/a-clinic.ts';
import { aTreatedEpisode } from '#tests/support/sessions-factory.ts';
import { passOnAlerts } from './pass-on-alerts.ts';

let clinic: TestClinic;
beforeEach(async () => {
  clinic = await aClinic();
  await open(DEFAULT_OPEN);
});

const ALL_DAY = { opens: '00:00', closes: '23:59' };
const DEFAULT_OPEN = Object.fromEntries(WEEKDAYS.map((day) => [day, ALL_DAY]));
const minutesAgo = (minutes: number) => new Date(clinic.clock.now().getTime() - minutes * 60_000);

const open = (week: object) =>
  clinic.rows(
    `insert into clinic_hours (organization_id, clinic_id, week, set_by_id, set_at) values ($1, $2, $3, $4, now())
     on conflict (organization_id, clinic_id) do update set week = excluded.week`,
    [clinic.organizationId, clinic.clinicId, JSON.stringify(week), clinic.staff.administrator.id],
  );

const putOnCall = (person: PersonName) =>
  clinic.rows(
    `insert into on_call_duty (organization_id, id, clinic_id, staff_member_id, starts_at, ends_at, set_by_id)
     values ($1, gen_random_uuid(), $2, $3, now() - interval '3 hours', now() + interval '3 days', $3)`,
    [clinic.organizationId, clinic.clinicId, clinic.staff[person].id],
  );

/** An alert that was raised so many minutes ago and that nobody has read. */
async function anAlert(ageMinutes: number, level: 'urgent' | 'emergency' = 'urgent') {
  const episode = await aTreatedEpisode(clinic);
  const { body } = await clinic.as('therapist').call(sessionsApi.raiseRedFlag, {
    params: { episodeId: episode.episodeId },
    body: { code: 'RF-NEURO', level, note: 'New foot drop since Friday' },
  });
  const safetyHoldId = body.safetyHoldId ?? '';
  await clinic.rows('update safety_hold set opened_at = $2 where id = $1', [
    safetyHoldId,
    minutesAgo(ageMinutes),
  ]);
  return { ...episode, safetyHoldId: safetyHoldId as never };
}

type Alert = Awaited<ReturnType<typeof anAlert>>;

const look = () => passOnAlerts(clinic.db, clinic.clock.now);
const passedOnTo = async ({ safetyHoldId }: Alert) =>
  clinic.rows<{ who: string | null; basis: string }>(
    `select s.family_name as who, x.basis from hold_escalation x
       left join staff_member s on s.organization_id = x.organization_id and s.id = x.staff_member_id
      where x.safety_hold_id = $1 order by 1`,
    [safetyHoldId],
  );
const coversOf = ({ patientId }: Alert) =>
  clinic.rows<{ who: string; reason: string; endReason: string | null; live: boolean; hours: number }>(
    `select s.family_name as who, m.reason, m.end_reason as "endReason", m.valid_to > now() as live,
            round(extract(epoch from m.valid_to - m.valid_from) / 3600)::int as hours
       from care_team_member m join staff_member s on s.organization_id = m.organization_id and s.id = m.staff_member_id
      where m.patient_id = $1 and m.kind = 'cover' order by 1`,
    [patientId],
  );
const alertsOf = async (person: PersonName, { safetyHoldId }: Alert) =>
  (await clinic.as(person).call(sessionsApi.openHolds, {})).body.holds.filter(
    (hold) => hold.safetyHoldId === safetyHoldId,
  );
const answer = (person: PersonName, { episodeId, safetyHoldId }: Alert) =>
  clinic.as(person).call(sessionsApi.acknowledgeHold, {
    params: { episodeId, safetyHoldId },
    body: { expectedVersion: 1 },
  });

describe('an urgent alert that nobody acknowledges for an hour of clinic hours', () => {
  test('goes to the physiatrist on call, once, who sees it at once and may read the record', async () => {
    await putOnCall('second-physiatrist');
    const alert = await anAlert(62);
    expect(await alertsOf('second-physiatrist', alert)).toEqual([]);

    await look();
    await look();

    expect(await passedOnTo(alert)).toEqual([{ who: 'Staff-second-physiatrist', basis: 'on-call' }]);
    expect(await coversOf(alert)).toMatchObject([
      {
        who: 'Staff-second-physiatrist',
        reason: 'An urgent alert was not acknowledged and was passed on',
        live: true,
        hours: 72,
      },
    ]);
    expect(await alertsOf('second-physiatrist', alert)).toMatchObject([
      { code: 'RF-NEURO', acknowledged: false, passedOnToMe: true },
    ]);
    expect(await alertsOf('physiatrist', alert)).toMatchObject([{ passedOnToMe: false }]);
    const screen = await clinic
      .as('second-physiatrist')
      .call(sessionsApi.holds, { params: { episodeId: alert.episodeId } });
    expect(screen.body).toMatchObject({
      holds: [{ passedOn: [{ to: 'Ben Staff-second-physiatrist', basis: 'on-call' }] }],
      rules: { escalationMinutes: 60, onCall: { name: 'Ben Staff-second-physiatrist', phone: null } },
    });
    const tasks = await clinic.rows(
      `select owner_id from task where subject_id = $1 and kind = 'safety-hold' and status = 'open' and owner_id = $2`,
      [alert.safetyHoldId, clinic.staff['second-physiatrist'].id],
    );
    expect(tasks).toHaveLength(1);
    expect((await answer('second-physiatrist', alert)).status).toBe(200);
    expect(await alertsOf('second-physiatrist', alert)).toMatchObject([{ acknowledged: true }]);
  });

  test('goes to every other physiatrist of the clinic when nobody is on call', async () => {
    const alert = await anAlert(62);

    await look();

    expect(await passedOnTo(alert)).toEqual([{ who: 'Staff-second-physiatrist', basis: 'nobody-on-call' }]);
    expect(await coversOf(alert)).toMatchObject([{ hours: 24, live: true }]);
  });

  test('goes past the one on call who has not answered it', async () => {
    await putOnCall('physiatrist');
    const alert = await anAlert(62);

    await look();

    expect(await passedOnTo(alert)).toEqual([{ who: 'Staff-second-physiatrist', basis: 'same-person' }]);
  });

  test('is an administrator’s telephone call when there is nobody else, without a word of the record', async () => {
    await clinic.rows(`update staff_member set active = false where id = $1`, [
      clinic.staff['second-physiatrist'].id,
    ]);
    const alert = await anAlert(62);

    await look();
    await look();

    expect(await passedOnTo(alert)).toEqual([{ who: null, basis: 'nobody-else' }]);
    const tasks = await clinic.rows<{ words: string }>(
      `select title || ' ' || detail as words from task where patient_id = $1 and owner_role = 'administrator'`,
      [alert.patientId],
    );
    expect(tasks).toHaveLength(1);
    expect(tasks[0]?.words).not.toMatch(/foot|RF-|drop/);
  });

  test('unread there too, becomes an administrator’s telephone call, once, with whom to call', async () => {
    await putOnCall('second-physiatrist');
    const alert = await anAlert(62);
    const later = (minutes: number) => new Date(clinic.clock.now().getTime() + minutes * 60_000);
    await look();
    await passOnAlerts(clinic.db, () => later(29));
    expect(await passedOnTo(alert)).toHaveLength(1);

    await passOnAlerts(clinic.db, () => later(31));
    await passOnAlerts(clinic.db, () => later(300));

    expect((await passedOnTo(alert)).map(({ basis }) => basis)).toEqual(['on-call', 'still-unread']);
    expect(await alertsOf('physiatrist', alert)).toMatchObject([{ stillUnread: true }]);
    const open = async () =>
      (await clinic.as('administrator').call(tasksApi.list, { query: { kind: 'telephone' } })).body.tasks;
    const [call, ...more] = await open();
    expect(more).toEqual([]);
    expect(call?.detail).toContain('passed on to Ben Staff-second-physiatrist and has not been read');
    expect(call?.detail).toContain('On call: Ben Staff-second-physiatrist');
    expect(`${call?.title} ${call?.detail}`).not.toMatch(/foot|RF-|drop/);

    expect((await answer('second-physiatrist', alert)).status).toBe(200);
    expect(await open()).toEqual([]);
  });

  test('an emergency is told to the administrator who leads the house, at once, without a word of the record', async () => {
    await anAlert(0, 'emergency');
    const { tasks } = (await clinic.as('administrator').call(tasksApi.list, { query: { kind: 'telephone' } }))
      .body;
    expect(tasks).toHaveLength(1);
    expect(tasks[0]?.title).toBe('Emergency with this patient: go there, or call');
    expect(`${tasks[0]?.detail}`).not.toMatch(/foot|RF-|drop/);
  });

  test('gives no second membership to somebody who is on the team already', async () => {
    await putOnCall('second-physiatrist');
    const alert = await anAlert(62);
    await clinic.rows(
      `insert into care_team_member (organization_id, id, patient_id, staff_member_id, role, valid_from)
       values ($1, gen_random_uuid(), $2, $3, 'physiatrist', now() - interval '1 day')`,
      [clinic.organizationId, alert.patientId, clinic.staff['second-physiatrist'].id],
    );

    await look();

    expect(await coversOf(alert)).toEqual([]);
    expect(await passedOnTo(alert)).toHaveLength(1);
  });

  test('gives a membership that ends where a planned one begins', async () => {
    await putOnCall('second-physiatrist');
    const alert = await anAlert(62);
    await clinic.rows(
      `insert into care_team_member (organization_id, id, patient_id, staff_member_id, role, valid_from)
       values ($1, gen_random_uuid(), $2, $3, 'physiatrist', now() + interval '5 hours')`,
      [clinic.organizationId, alert.patientId, clinic.staff['second-physiatrist'].id],
    );

    await look();

    expect(await coversOf(alert)).toMatchObject([{ hours: 5 }]);
  });
});

describe('an alert stays where it is', () => {
  test('when it was acknowledged in time', async () => {
    const alert = await anAlert(50);
    await look();
    expect(await passedOnTo(alert)).toEqual([]);
    expect((await answer('physiatrist', alert)).status).toBe(200);
    await clinic.rows('update safety_hold set opened_at = $2 where id = $1', [
      alert.safetyHoldId,
      minutesAgo(300),
    ]);

    await look();

    expect(await passedOnTo(alert)).toEqual([]);
    expect(await coversOf(alert)).toEqual([]);
  });

  test('until the minutes have gone by that the clinic has set', async () => {
    const alert = await anAlert(62);
    const setMinutes = (minutes: number) =>
      clinic.rows('update clinic set clinical_values = $2 where id = $1', [
        clinic.clinicId,
        { 'safety.urgentEscalationMinutes': minutes },
      ]);
    await setMinutes(90);
    await look();
    expect(await passedOnTo(alert)).toEqual([]);

    await setMinutes(30);
    await look();
    expect(await passedOnTo(alert)).toHaveLength(1);
  });

  test('while the clinic is closed, and goes on when it has been open long enough', async () => {
    const today = clinic.today();
    const never = Object.fromEntries(WEEKDAYS.map((day) => [day, null]));
    // Open only on the day before this one of the week: it opens again in six days.
    const yesterday = WEEKDAYS[(WEEKDAYS.indexOf(weekdayOf(today)) + 6) % 7] ?? 'monday';
    await open({ ...DEFAULT_WEEK, ...never, [yesterday]: { opens: '00:00', closes: '00:01' } });
    const alert = await anAlert(62);

    await look();
    expect(await passedOnTo(alert)).toEqual([]);

    await open(DEFAULT_OPEN);
    await look();
    expect(await passedOnTo(alert)).toHaveLength(1);
  });

  test('unless it is an emergency: that goes on at any hour', async () => {
    const never = Object.fromEntries(WEEKDAYS.map((day) => [day, null]));
    const soon = WEEKDAYS[(WEEKDAYS.indexOf(weekdayOf(clinic.today())) + 3) % 7] ?? 'monday';
    await open({ ...never, [soon]: ALL_DAY });
    const urgent = await anAlert(62);
    const emergency = await anAlert(61, 'emergency');

    await look();

    expect(await passedOnTo(urgent)).toEqual([]);
    expect(await passedOnTo(emergency)).toHaveLength(1);
  });
});

test('when somebody answers, the others whom it was passed on to lose the access again', async () => {
  const alert = await anAlert(62);
  await look();
  expect(await alertsOf('second-physiatrist', alert)).toHaveLength(1);

  expect((await answer('physiatrist', alert)).status).toBe(200);

  expect(await coversOf(alert)).toMatchObject([
    { endReason: 'The alert was answered by a colleague', live: false },
  ]);
  expect(await alertsOf('second-physiatrist', alert)).toEqual([]);
  const left = await clinic.rows(
    `select 1 from task where subject_id = $1 and status = 'open' and owner_id = $2`,
    [alert.safetyHoldId, clinic.staff['second-physiatrist'].id],
  );
  expect(left).toEqual([]);
});
