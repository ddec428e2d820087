import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';
import { aPlannedSession, aTreatedEpisode } from '#tests/support/sessions-factory.ts';

let clinic: TestClinic;

beforeAll(async () => {
  clinic = await aClinic();
});

const therapist = () => clinic.as('therapist');

describe('planning', () => {
  test('a visit is planned at the clinic’s wall-clock time', async () => {
    const episode = await aTreatedEpisode(clinic);
    const session = await aPlannedSession(clinic, episode, { date: clinic.day(3), time: '14:30' });

    expect(session).toMatchObject({ status: 'planned', sessionDate: clinic.day(3), version: 1 });
    const wall = new Intl.DateTimeFormat('en-GB', {
      timeZone: clinic.timeZone,
      hour: '2-digit',
      minute: '2-digit',
    });
    expect(wall.format(new Date(session.scheduledAt))).toBe('14:30');
  });

  test('two visits of one patient cannot overlap; ending as the other begins is fine', async () => {
    const episode = await aTreatedEpisode(clinic);
    const date = clinic.day(2);
    await aPlannedSession(clinic, episode, { date, time: '10:00' });
    const plan = (time: string) =>
      therapist().call(sessionsApi.plan, {
        params: { episodeId: episode.episodeId },
        body: { date, time, durationMinutes: 45, therapistId: clinic.staff.therapist.id },
      });

    expect(await plan('10:30')).toBeProblem('time-taken');
    expect((await plan('10:45')).status).toBe(200);
  });

  test('a therapist who joins the team later treats from then on', async () => {
    const episode = await aTreatedEpisode(clinic);
    const therapistId = clinic.staff['second-therapist'].id;
    await clinic.rows(
      `insert into care_team_member (organization_id, id, patient_id, staff_member_id, role, valid_from)
       values ($1, gen_random_uuid(), $2, $3, 'physical-therapist', $4::timestamptz)`,
      [clinic.organizationId, episode.patientId, therapistId, `${clinic.day(5)}T00:00:00Z`],
    );
    const plan = (date: string) =>
      therapist().call(sessionsApi.plan, {
        params: { episodeId: episode.episodeId },
        body: { date, time: '10:00', durationMinutes: 45, therapistId },
      });

    expect(await plan(clinic.day(3))).toBeProblem('invalid-input');
    expect((await plan(clinic.day(7))).status).toBe(200);
  });

  test('a therapist is not booked twice, also not by two who plan at once; a group is said to be one', async () => {
    const own = await aClinic();
    const [first, second] = [await aTreatedEpisode(own), await aTreatedEpisode(own)];
    const plan = (episode: { episodeId: typeof first.episodeId }, time: string, asGroup = false) =>
      own.as('therapist').call(sessionsApi.plan, {
        params: { episodeId: episode.episodeId },
        body: { date: own.day(2), time, durationMinutes: 45, therapistId: own.staff.therapist.id, asGroup },
      });

    const answers = await Promise.all([plan(first, '08:45'), plan(second, '09:00')]);
    const refused = answers.filter(({ status }) => status !== 200);

    expect(refused).toHaveLength(1);
    expect(refused[0]).toBeProblem('time-taken');
    expect((await plan(second, '11:00')).status).toBe(200);
    expect((await plan(first, '11:00', true)).status).toBe(200);
  });

  test('the refusal names the taken time and the next free one', async () => {
    const own = await aClinic();
    const [first, second] = [await aTreatedEpisode(own), await aTreatedEpisode(own)];
    const date = own.day(2);
    await aPlannedSession(own, first, { date, time: '08:45' });

    const answer = await own.as('therapist').call(sessionsApi.plan, {
      params: { episodeId: second.episodeId },
      body: { date, time: '09:00', durationMinutes: 45, therapistId: own.staff.therapist.id },
    });

    expect(answer).toBeProblem('time-taken');
    expect(answer.problem?.detail).toContain('from 08:45 to 09:30 already. Next free: 09:30.');
  });

  test('a double click plans one visit', async () => {
    const episode = await aTreatedEpisode(clinic);
    const key = randomUUID();
    const body = {
      date: clinic.day(1),
      time: '08:00',
      durationMinutes: 30,
      therapistId: clinic.staff.therapist.id,
    };
    const plan = () =>
      therapist().call(sessionsApi.plan, { params: { episodeId: episode.episodeId }, body }, { key });

    const [first, second] = await Promise.all([plan(), plan()]);

    expect(first.body.sessionId).toBe(second.body.sessionId);
  });

  test('only a therapist of the team can be planned, in the episode’s time, on an open episode', async () => {
    const episode = await aTreatedEpisode(clinic);
    const plan = (changes: object) =>
      therapist().call(sessionsApi.plan, {
        params: { episodeId: episode.episodeId },
        body: {
          date: clinic.day(1),
          time: '08:00',
          durationMinutes: 30,
          therapistId: clinic.staff.therapist.id,
          ...changes,
        },
      });

    expect(
      (await plan({ therapistId: clinic.staff['second-therapist'].id })).problem?.issues?.[0]?.path,
    ).toBe('therapistId');
    expect((await plan({ date: clinic.day(-60) })).problem?.issues?.[0]?.path).toBe('date');
    expect((await plan({ date: clinic.day(500) })).problem?.issues?.[0]?.path).toBe('date');
    await clinic.rows(`update episode set status = 'closed', closed_on = $2 where id = $1`, [
      episode.episodeId,
      clinic.today(),
    ]);
    expect(await plan({})).toBeProblem('episode-closed');
  });
});
