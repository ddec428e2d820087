import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';
import {
  aFilledSheet,
  aPlannedSession,
  aSignedSession,
  aTreatedEpisode,
  signing,
} from '#tests/support/sessions-factory.ts';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await aClinic();
});

const therapist = () => clinic.as('therapist');
const at = (session: { sessionId: string; version: number }, episode: { episodeId: string }) => ({
  params: { episodeId: episode.episodeId, sessionId: session.sessionId } as never,
  expectedVersion: session.version,
});

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

describe('attendance', () => {
  test('a missed visit needs a reason, can be taken back, and counts as a visit not kept', async () => {
    const episode = await aTreatedEpisode(clinic);
    const session = await aPlannedSession(clinic, episode);
    const { params, expectedVersion } = at(session, episode);

    const bare = await therapist().call(sessionsApi.miss, { params, body: { reason: ' ', expectedVersion } });
    expect(bare).toBeProblem('invalid-input');
    const missed = await therapist().call(sessionsApi.miss, {
      params,
      body: { reason: 'No call', expectedVersion },
    });
    expect(missed.body).toMatchObject({ status: 'missed', missReason: 'No call' });

    const list = await therapist().call(sessionsApi.list, { params: { episodeId: episode.episodeId } });
    expect(list.body.attendance).toEqual({ attended: 0, booked: 1 });
    const reopened = await therapist().call(sessionsApi.reopen, {
      params,
      body: { expectedVersion: missed.body.version },
    });
    expect(reopened.body).toMatchObject({ status: 'planned', missReason: null });
  });

  test('a visit cancelled by the clinic does not count against the patient, one cancelled by the patient does', async () => {
    const episode = await aTreatedEpisode(clinic);
    const cancel = async (by: 'clinic' | 'patient', daysAhead: number) => {
      const session = await aPlannedSession(clinic, episode, { date: clinic.day(daysAhead) });
      const { params, expectedVersion } = at(session, episode);
      return therapist().call(sessionsApi.cancel, { params, body: { by, reason: 'Ill', expectedVersion } });
    };
    await cancel('clinic', 1);
    await cancel('patient', 2);

    const list = await therapist().call(sessionsApi.list, { params: { episodeId: episode.episodeId } });

    expect(list.body.attendance).toEqual({ attended: 0, booked: 1 });
  });

  test('a stale change is refused with the session as it is; a signed one no longer changes', async () => {
    const episode = await aTreatedEpisode(clinic);
    const session = await aPlannedSession(clinic, episode);
    const { params } = at(session, episode);
    const stale = await therapist().call(sessionsApi.cancel, {
      params,
      body: { by: 'patient', reason: 'Ill', expectedVersion: 7 },
    });
    expect(stale).toBeProblem('stale-version');
    expect(stale.problem?.current).toMatchObject({ version: 1, status: 'planned' });

    await signing(clinic, episode, session);
    const late = await therapist().call(sessionsApi.reopen, { params, body: { expectedVersion: 2 } });
    expect(late).toBeProblem('already-signed');
  });

  test('moving a planned visit keeps it one visit', async () => {
    const episode = await aTreatedEpisode(clinic);
    const session = await aPlannedSession(clinic, episode);
    const { params, expectedVersion } = at(session, episode);
    const moved = await therapist().call(sessionsApi.move, {
      params,
      body: {
        date: clinic.day(4),
        time: '16:00',
        durationMinutes: 30,
        therapistId: clinic.staff.therapist.id,
        expectedVersion,
      },
    });

    expect(moved.body).toMatchObject({
      sessionId: session.sessionId,
      sessionDate: clinic.day(4),
      version: 2,
    });
  });

  test('an administrator may not, and outsiders find nothing', async () => {
    const episode = await aTreatedEpisode(clinic);
    const session = await aPlannedSession(clinic, episode);
    const { params, expectedVersion } = at(session, episode);
    const input = { params, body: { by: 'clinic' as const, reason: 'Ill', expectedVersion } };

    expect(await clinic.as('administrator').call(sessionsApi.cancel, input)).toBeProblem('forbidden');
    expect(await clinic.as('outsider').call(sessionsApi.cancel, input)).toBeProblem('not-found');
    expect(await clinic.as('second-therapist').call(sessionsApi.cancel, input)).toBeProblem('not-found');
  });
});

describe('the sheet', () => {
  test('opens pre-filled from the last session, with the last three dates, and says what is due', async () => {
    const episode = await aTreatedEpisode(clinic);
    for (const daysAgo of [11, 9, 7, 4]) await aSignedSession(clinic, episode, daysAgo);
    const session = await aPlannedSession(clinic, episode);

    const { body } = await therapist().call(sessionsApi.sheet, { params: { sessionId: session.sessionId } });

    expect(body.visitNumber).toBe(5);
    expect(body.history.map(({ sessionDate }) => sessionDate)).toEqual(
      [-4, -7, -9].map((day) => clinic.day(day)),
    );
    expect(body.content?.interventions).toMatchObject([
      { code: 'bridge', dose: { sets: 3, repetitions: 10 }, carried: true },
      { code: 'walking-treadmill', minutes: 22, carried: true },
    ]);
    expect(body.content).toMatchObject({
      painBefore: null,
      homeDaysPrescribed: null,
      plan: { text: 'Same again.', carried: true },
    });
    expect(body.lastDoses).toMatchObject({ 'walking-treadmill': { minutes: 22 } });
    expect(body.due.map(({ measureCode, isDue }) => [measureCode, isDue])).toEqual([
      ['odi', true],
      ['nprs', true],
    ]);
    expect(body.saved).toBe(false);
    expect(body.gate).toMatchObject({ consultSigned: true, therapistOnTeam: true, visitsUsed: 4 });
  });

  test('keeps a draft on top of the version seen; two writers both see both', async () => {
    const episode = await aTreatedEpisode(clinic);
    const session = await aPlannedSession(clinic, episode);
    const { params, expectedVersion } = at(session, episode);
    const mine = aFilledSheet({ painBefore: 7 });
    const theirs = aFilledSheet({ painBefore: 2 });

    const saved = await therapist().call(sessionsApi.saveDraft, {
      params,
      body: { content: mine, expectedVersion },
    });
    expect(saved.body.version).toBe(2);
    const stale = await therapist().call(sessionsApi.saveDraft, {
      params,
      body: { content: theirs, expectedVersion },
    });

    expect(stale).toBeProblem('stale-version');
    expect(stale.problem?.current).toMatchObject({ session: { version: 2 }, content: { painBefore: 7 } });
    const sheet = await therapist().call(sessionsApi.sheet, { params: { sessionId: session.sessionId } });
    expect(sheet.body).toMatchObject({ saved: true, content: { painBefore: 7 } });
  });

  test('is readable by the physiatrist and invisible outside the team', async () => {
    const episode = await aTreatedEpisode(clinic);
    const session = await aPlannedSession(clinic, episode);
    const input = { params: { sessionId: session.sessionId } };

    expect((await clinic.as('physiatrist').call(sessionsApi.sheet, input)).status).toBe(200);
    expect(await clinic.as('second-therapist').call(sessionsApi.sheet, input)).toBeProblem('not-found');
    expect(await clinic.as('outside-therapist').call(sessionsApi.sheet, input)).toBeProblem('not-found');
    expect(await clinic.as('administrator').call(sessionsApi.sheet, input)).toBeProblem('forbidden');
  });
});

describe('today', () => {
  test('a signed visit keeps its version and number when the course of care is closed on the same day', async () => {
    const own = await aClinic();
    const episode = await aTreatedEpisode(own);
    const sessionId = await aSignedSession(own, episode, 0);
    await own.rows(`update prescription set in_force = false, ended_on = $2 where episode_id = $1`, [
      episode.episodeId,
      own.today(),
    ]);
    await own.rows(
      `update episode set status = 'closed', closed_on = $2, close_reason = 'Goals met' where id = $1`,
      [episode.episodeId, own.today()],
    );

    const { body } = await own.as('therapist').call(sessionsApi.today);

    expect(body.sessions.find((one) => one.sessionId === sessionId)).toMatchObject({
      visitNumber: 1,
      prescription: { versionNumber: 1 },
      episodeStatus: 'closed',
    });
  });

  test('lists my visits in order with what is due, and what earlier days left open', async () => {
    const own = await aClinic();
    const episode = await aTreatedEpisode(own);
    for (const daysAgo of [12, 11, 10, 9, 8, 7, 6, 5, 4]) await aSignedSession(own, episode, daysAgo);
    const forgotten = await aPlannedSession(own, episode, { date: own.day(-2) });
    const late = await aPlannedSession(own, episode, { time: '15:00' });
    const early = await aPlannedSession(own, episode, { time: '08:00' });
    await aPlannedSession(own, episode, { date: own.day(1) });

    const { body } = await own.as('therapist').call(sessionsApi.today);

    expect(body.date).toBe(own.today());
    expect(body.sessions.map(({ sessionId }) => sessionId)).toEqual([early.sessionId, late.sessionId]);
    expect(body.leftOver.map(({ sessionId, leftOver }) => [sessionId, leftOver])).toEqual([
      [forgotten.sessionId, 'no-outcome'],
    ]);
    expect(body.sessions[0]).toMatchObject({
      visitNumber: 10,
      progressReport: { treatmentDaysSinceReport: 9, status: 'DUE_SOON' },
      prescription: { versionNumber: 1, visitsPrescribed: 18, acknowledged: false },
    });
    const other = await own.as('physiatrist').call(sessionsApi.today);
    expect(other.body.sessions).toEqual([]);
    const team = await own.as('physiatrist').call(sessionsApi.today, { query: { whose: 'team' } });
    expect(team.body.sessions).toHaveLength(2);
    const plannable = await own.as('therapist').call(sessionsApi.plannable);
    expect(plannable.body.episodes).toMatchObject([
      {
        visitsUsed: 9,
        visitsPrescribed: 18,
        nextOn: own.today(),
        therapists: [{ staffMemberId: own.staff.therapist.id }],
      },
    ]);
  });
});
