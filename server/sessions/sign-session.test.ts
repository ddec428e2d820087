import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';
import {
  aFilledSheet,
  aNextVersion,
  aPlannedSession,
  aSignedSession,
  aTreatedEpisode,
  given,
  signing,
} from '#tests/support/sessions-factory.ts';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await aClinic();
});

const score = (value: number, confirmed?: boolean) => ({ measureCode: 'odi', side: null, value, confirmed });

async function aReadySession(details: Parameters<typeof aTreatedEpisode>[1] = {}) {
  const episode = await aTreatedEpisode(clinic, details);
  return { episode, session: await aPlannedSession(clinic, episode) };
}

const stored = (sessionId: string) =>
  clinic.rows<{ status: string; code: string | null; classification: string; minutes: number }>(
    `select s.status, i.code, i.classification, i.minutes from session s
       left join performed_intervention i on i.session_id = s.id where s.id = $1 order by i.position`,
    [sessionId],
  );

describe('signing a session', () => {
  test('stores the note, its interventions, units and scores, and judges the episode', async () => {
    const { episode, session } = await aReadySession();

    const answer = await signing(clinic, episode, session, {
      content: aFilledSheet({ scores: [score(46)] }),
    });

    expect(answer.body).toMatchObject({ totalTimedMinutes: 30, units: { '97110': 1, '97116': 1 } });
    expect(await stored(session.sessionId)).toMatchObject([
      { status: 'completed', code: 'bridge', classification: 'within', minutes: 8 },
      { code: 'walking-treadmill', minutes: 22 },
    ]);
    const [entry] = await clinic.rows(
      'select state, visits_used, last_score_on::text from board_entry where episode_id = $1',
      [episode.episodeId],
    );
    expect(entry).toMatchObject({ visits_used: 1, last_score_on: clinic.today() });
    const sheet = await clinic
      .as('therapist')
      .call(sessionsApi.sheet, { params: { sessionId: session.sessionId } });
    expect(sheet.body).toMatchObject({
      content: null,
      signed: { painBefore: 5, painAfter: 4, subjective: 'Slept better.', scores: [{ value: 46 }] },
    });
    const audited = await clinic.rows('select 1 from audit_event where action = $1 and subject_id = $2', [
      'session.signed',
      session.sessionId,
    ]);
    expect(audited).toHaveLength(1);
  });

  test('fifty parallel submits with one key make one session', async () => {
    const { episode, session } = await aReadySession();
    const key = randomUUID();

    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        signing(clinic, episode, session, { key, content: aFilledSheet({ scores: [score(40)] }) }),
      ),
    );

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body.signedAt)).size).toBe(1);
    expect(await stored(session.sessionId)).toHaveLength(2);
    const scores = await clinic.rows('select 1 from outcome_score where session_id = $1', [
      session.sessionId,
    ]);
    expect(scores).toHaveLength(1);
  });

  test('a lost answer and a retry with the same key make one session; another key finds it signed', async () => {
    const { episode, session } = await aReadySession();
    const key = randomUUID();

    const first = await signing(clinic, episode, session, { key });
    const again = await signing(clinic, episode, session, { key });
    const other = await signing(clinic, episode, session);

    expect(again.body).toEqual(first.body);
    expect(other).toBeProblem('already-signed');
    expect(await stored(session.sessionId)).toHaveLength(2);
  });

  test('a dose above the prescribed limit is refused and nothing is stored', async () => {
    const { episode, session } = await aReadySession();
    const tooLong = given('walking-treadmill', { minutes: 35 }, 35, '97116');

    const answer = await signing(clinic, episode, session, {
      content: aFilledSheet({ interventions: [tooLong] }),
    });

    expect(answer).toBeProblem('outside-bounds');
    expect(answer.problem?.issues?.[0]).toMatchObject({ path: 'content.interventions.0.dose' });
    expect(answer.problem?.detail).toBe(
      'Walking, treadmill: duration 35 min is above the prescribed limit of 30 min. Ask for a change.',
    );
    expect(await stored(session.sessionId)).toMatchObject([{ status: 'planned', code: null }]);
  });

  test('an increase that the prescription wants to be told of happens and becomes the physiatrist’s task', async () => {
    const episode = await aTreatedEpisode(clinic);
    await aSignedSession(clinic, episode, 3);
    const session = await aPlannedSession(clinic, episode);
    const longer = given('walking-treadmill', { minutes: 25 }, 25, '97116');

    await signing(clinic, episode, session, { content: aFilledSheet({ interventions: [longer] }) });

    const tasks = await clinic.rows(
      `select title, detail, owner_id from task where subject_id = $1 and kind = 'notify-digest'`,
      [session.sessionId],
    );
    expect(tasks).toEqual([
      {
        title: 'Dose raised within limits',
        detail: 'Walking, treadmill: 22 min -> 25 min',
        owner_id: clinic.staff.physiatrist.id,
      },
    ]);
  });

  test('an increase that must be asked for first is refused; giving less never is', async () => {
    const episode = await aTreatedEpisode(clinic);
    const traction = (kg: number) =>
      aFilledSheet({ interventions: [given('lumbar-traction', { tractionKg: kg }, 10, '97012')] });
    await aSignedSession(clinic, episode, 3, traction(8));
    const session = await aPlannedSession(clinic, episode);

    expect(await signing(clinic, episode, session, { content: traction(9) })).toBeProblem('outside-bounds');
    expect((await signing(clinic, episode, session, { content: traction(5) })).status).toBe(200);
  });

  test('carried values that nobody confirmed keep it from being signed', async () => {
    const episode = await aTreatedEpisode(clinic);
    await aSignedSession(clinic, episode, 3);
    const session = await aPlannedSession(clinic, episode);
    const sheet = await clinic
      .as('therapist')
      .call(sessionsApi.sheet, { params: { sessionId: session.sessionId } });
    const content = sheet.body.content;
    expect(content?.interventions.map(({ carried }) => carried)).toEqual([true, true]);

    const answer = await signing(clinic, episode, session, { content: content ?? aFilledSheet() });

    expect(answer).toBeProblem('incomplete-session');
    expect(answer.problem?.issues?.map(({ path }) => path)).toEqual([
      'content.interventions.0',
      'content.interventions.1',
      'content.subjective',
      'content.assessment',
      'content.plan',
    ]);
  });

  test('a score out of range is refused, an unusual one is asked about, with its place', async () => {
    const { episode, session } = await aReadySession();
    const withScore = (...scores: ReturnType<typeof score>[]) =>
      signing(clinic, episode, session, { content: aFilledSheet({ scores }) });

    const refused = await withScore(score(480));
    expect(refused).toBeProblem('score-refused');
    expect(refused.problem?.issues?.[0]).toMatchObject({ path: 'content.scores.0.value' });
    const asked = await withScore(score(95));
    expect(asked).toBeProblem('score-needs-confirmation');
    expect(asked.problem?.issues?.[0]).toMatchObject({ path: 'content.scores.0.confirmed' });
    expect((await withScore(score(95, true))).status).toBe(200);
  });

  test('a sheet filled in under an older prescription version shows the new one before it is signed', async () => {
    const { episode, session } = await aReadySession();
    await aNextVersion(clinic, episode);

    const old = await signing(clinic, episode, session);
    expect(old).toBeProblem('conflict');
    expect(old.problem?.current).toEqual({ prescriptionVersion: 2 });
    expect((await signing(clinic, episode, session, { prescriptionVersion: 2 })).status).toBe(200);
  });

  test('the physiatrist reads notes and does not sign them; an outsider finds nothing', async () => {
    const { episode, session } = await aReadySession();

    expect(await signing(clinic, episode, session, { by: 'physiatrist' })).toBeProblem('forbidden');
    expect(await signing(clinic, episode, session, { by: 'second-therapist' })).toBeProblem('not-found');
    expect(await signing(clinic, episode, session, { by: 'outside-therapist' })).toBeProblem('not-found');
  });

  test('a stale sheet is refused with the session as it is now', async () => {
    const { episode, session } = await aReadySession();

    const answer = await signing(clinic, episode, session, { expectedVersion: session.version + 3 });

    expect(answer).toBeProblem('stale-version');
    expect(answer.problem?.current).toMatchObject({ version: session.version });
  });

  test('a session of tomorrow is not signed today', async () => {
    const episode = await aTreatedEpisode(clinic);
    const session = await aPlannedSession(clinic, episode, { date: clinic.day(1) });

    expect(await signing(clinic, episode, session)).toBeProblem('forbidden');
  });
});

describe('the gate', () => {
  const Refused = z.object({ refusals: z.array(z.object({ code: z.string() })) });
  const codes = (answer: { problem: { current?: unknown } | undefined }) =>
    Refused.parse(answer.problem?.current).refusals.map(({ code }) => code);

  test('is closed without a signed consult and without a prescription, at arrival and at signing', async () => {
    const { episode, session } = await aReadySession({ without: 'consult' });
    const arrival = await clinic.as('therapist').call(sessionsApi.arrive, {
      params: { episodeId: episode.episodeId, sessionId: session.sessionId },
      body: { expectedVersion: session.version },
    });
    expect(arrival).toBeProblem('gate-closed');
    expect(codes(arrival)).toEqual(['NO_CONSULT']);

    const bare = await aReadySession({ without: 'prescription' });
    const answer = await signing(clinic, bare.episode, bare.session);
    expect(answer).toBeProblem('gate-closed');
    expect(codes(answer)).toEqual(['NO_ACTIVE_PRESCRIPTION']);
  });

  test('is closed when the prescription has ended and when all visits are used', async () => {
    const ended = await aReadySession({ startsIn: -43 });
    expect(codes(await signing(clinic, ended.episode, ended.session))).toEqual(['PRESCRIPTION_EXPIRED']);

    const episode = await aTreatedEpisode(clinic, { visitsPrescribed: 1 });
    await aSignedSession(clinic, episode, 2);
    const session = await aPlannedSession(clinic, episode);
    expect(codes(await signing(clinic, episode, session))).toEqual(['VISITS_USED']);
  });

  test('asks for ordered vital signs on the sheet, not at arrival', async () => {
    const vitals = {
      bloodPressure: { maxSystolic: 180, maxDiastolic: 110 },
      heartRate: null,
      spo2: null,
      glucose: null,
    };
    const { episode, session } = await aReadySession({ prescription: { vitals } });
    const arrived = await clinic.as('therapist').call(sessionsApi.arrive, {
      params: { episodeId: episode.episodeId, sessionId: session.sessionId },
      body: { expectedVersion: session.version },
    });
    expect(arrived.body.status).toBe('arrived');

    const without = await signing(clinic, episode, arrived.body);
    expect(codes(without)).toEqual(['VITALS_REQUIRED']);
    const high = aFilledSheet({
      vitals: { systolic: 190, diastolic: 100, heartRate: null, spo2: null, glucose: null },
    });
    expect(codes(await signing(clinic, episode, arrived.body, { content: high }))).toEqual([
      'VITALS_OUT_OF_RANGE',
    ]);
  });

  test('is closed to an intervention that is not prescribed', async () => {
    const { episode, session } = await aReadySession();
    const content = aFilledSheet({
      interventions: [given('squat', { sets: 3, repetitions: 8 }, 10, '97110')],
    });

    expect(codes(await signing(clinic, episode, session, { content }))).toEqual(['INTERVENTION_BLOCKED']);
  });

  test('counts Medicare certification of 90 days from the first treatment; other payers are only warned', async () => {
    const long = { startsIn: -100, prescription: { durationWeeks: 20 } } as const;
    const medicare = await aTreatedEpisode(clinic, { ...long, payerProfile: 'medicare_part_b' });
    await aSignedSession(clinic, medicare, 91);
    await aSignedSession(clinic, medicare, 2);
    const session = await aPlannedSession(clinic, medicare);
    expect(codes(await signing(clinic, medicare, session))).toEqual(['NOT_CERTIFIED']);

    const other = await aTreatedEpisode(clinic, long);
    await aSignedSession(clinic, other, 91);
    expect((await signing(clinic, other, await aPlannedSession(clinic, other))).status).toBe(200);
  });
});
