import { beforeAll, describe, expect, test } from 'vitest';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';
import {
  aFilledSheet,
  aPlannedSession,
  aSignedSession,
  aTreatedEpisode,
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
