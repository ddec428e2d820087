import { beforeAll, expect, test } from 'vitest';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { aClinic, type PersonName, type TestClinic } from '#tests/support/a-clinic.ts';
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

test('a sheet is emptied on the version that was seen and starts again; the visit stays', async () => {
  const { episodeId } = await aTreatedEpisode(clinic);
  const { sessionId, version } = await aPlannedSession(clinic, { episodeId });
  const params = { episodeId, sessionId };
  const therapist = clinic.as('therapist');
  const saved = await therapist.call(sessionsApi.saveDraft, {
    params,
    body: { content: aFilledSheet(), expectedVersion: version },
  });
  const discard = (expectedVersion: number, by: PersonName = 'therapist') =>
    clinic.as(by).call(sessionsApi.discardDraft, { params, body: { expectedVersion } });

  const stale = await discard(version);
  expect(stale).toBeProblem('stale-version');
  expect(stale.problem?.current).toMatchObject({ content: { painBefore: 5 } });
  expect(await discard(saved.body.version, 'physiatrist')).toBeProblem('forbidden');
  expect(await discard(saved.body.version, 'second-therapist')).toBeProblem('not-found');
  expect((await discard(saved.body.version)).body).toEqual({ version: saved.body.version + 1 });

  const sheet = (await therapist.call(sessionsApi.sheet, { params: { sessionId } })).body;
  expect(sheet).toMatchObject({ saved: false, session: { status: 'planned' } });
  expect(sheet.content?.subjective.text).not.toBe('Slept better.');
});

test('a draft keeps a number that cannot be right, with everything beside it; the signature refuses it', async () => {
  const episode = await aTreatedEpisode(clinic);
  const session = await aPlannedSession(clinic, episode);
  const content = { ...aFilledSheet(), painBefore: 12, plan: { text: 'Same again.', carried: false } };
  const saved = await clinic.as('therapist').call(sessionsApi.saveDraft, {
    params: { episodeId: episode.episodeId, sessionId: session.sessionId },
    body: { content, expectedVersion: session.version },
  });
  expect(saved.status).toBe(200);
  const params = { sessionId: session.sessionId };
  const sheet = await clinic.as('therapist').call(sessionsApi.sheet, { params });
  expect(sheet.body.content).toMatchObject({ painBefore: 12, plan: { text: 'Same again.' } });
  const signed = await signing(clinic, episode, { ...session, version: saved.body.version }, { content });
  expect(signed).toBeProblem('invalid-input');
  expect(signed.problem?.issues).toMatchObject([{ path: 'content.painBefore' }]);
});

test('a signed note is not a draft', async () => {
  const episode = await aTreatedEpisode(clinic);
  const sessionId = await aSignedSession(clinic, episode, 2);
  const answer = await clinic.as('therapist').call(sessionsApi.discardDraft, {
    params: { episodeId: episode.episodeId, sessionId },
    body: { expectedVersion: 2 },
  });
  expect(answer).toBeProblem('already-signed');
});
