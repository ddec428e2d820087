import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { ASSISTANT_LIMITS } from '#shared/platform/assistant.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { aClinic, type PersonName, type TestClinic } from '#tests/support/a-clinic.ts';
import {
  aPlannedSession,
  aSignedSession,
  aTreatedEpisode,
  signing,
  type TreatedEpisode,
} from '#tests/support/sessions-factory.ts';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await aClinic();
});

const SAID = { reason: 'Corrected', text: 'Pain was on the left, not the right.' };

const adding = (
  episode: TreatedEpisode,
  sessionId: string,
  person: PersonName,
  { key = randomUUID(), body = SAID }: { key?: string; body?: typeof SAID } = {},
) =>
  clinic
    .as(person)
    .call(sessionsApi.addend, { params: { episodeId: episode.episodeId, sessionId }, body }, { key });

const sheetOf = async (sessionId: string) =>
  (await clinic.as('therapist').call(sessionsApi.sheet, { params: { sessionId } })).body;

test('a signed note is added to with the reason, author and time; its own words stay; a double click adds once', async () => {
  const episode = await aTreatedEpisode(clinic);
  const sessionId = await aSignedSession(clinic, episode, 3);
  const before = (await sheetOf(sessionId)).signed;
  const key = randomUUID();

  await Promise.all([1, 2, 3].map(() => adding(episode, sessionId, 'therapist', { key })));

  const after = (await sheetOf(sessionId)).signed;
  expect(after?.addenda).toMatchObject([
    {
      ...SAID,
      authorName: expect.stringContaining('Staff-therapist') as string,
      authorRole: 'physical-therapist',
    },
  ]);
  expect({ ...after, addenda: [] }).toEqual({ ...before, addenda: [] });
  const audited = await clinic.rows(
    `select 1 from audit_event where subject_id = $1 and action = 'session.addended'`,
    [sessionId],
  );
  expect(audited).toHaveLength(1);
});

test('any clinician of the care team adds, nobody outside it does, and an assistant only to their own note', async () => {
  const episode = await aTreatedEpisode(clinic, { team: ['physiatrist', 'therapist', 'assistant'] });
  const therapists = await aSignedSession(clinic, episode, 3);
  const planned = await aPlannedSession(clinic, episode);
  await signing(clinic, episode, planned, { by: 'assistant' });

  expect((await adding(episode, therapists, 'physiatrist')).status).toBe(200);
  expect((await adding(episode, planned.sessionId, 'therapist')).status).toBe(200);
  expect((await adding(episode, planned.sessionId, 'assistant')).status).toBe(200);
  const refused = await adding(episode, therapists, 'assistant');
  expect(refused).toBeProblem('forbidden');
  expect(refused.problem?.detail).toBe(ASSISTANT_LIMITS.addend);
  expect(await adding(episode, therapists, 'second-therapist')).toBeProblem('not-found');
  expect(await adding(episode, therapists, 'administrator')).toBeProblem('forbidden');
});

test('a note that nobody has signed is changed, not added to', async () => {
  const episode = await aTreatedEpisode(clinic);
  const { sessionId } = await aPlannedSession(clinic, episode);
  expect(await adding(episode, sessionId, 'therapist')).toBeProblem('conflict');
});

test('an addendum needs its reason and its words', async () => {
  const episode = await aTreatedEpisode(clinic);
  const sessionId = await aSignedSession(clinic, episode, 2);
  const answer = await adding(episode, sessionId, 'therapist', { body: { reason: ' ', text: '' } });
  expect(answer).toBeProblem('invalid-input');
  expect(answer.problem?.issues?.map(({ path }) => path)).toEqual(['reason', 'text']);
});

test('the next session’s sheet shows what was added to the note whose words it carries', async () => {
  const episode = await aTreatedEpisode(clinic);
  const earlier = await aSignedSession(clinic, episode, 3);
  await adding(episode, earlier, 'physiatrist');
  const { sessionId } = await aPlannedSession(clinic, episode);

  const { history } = await sheetOf(sessionId);
  expect(history[0]?.addenda).toMatchObject([SAID]);
  const { sessions } = (
    await clinic
      .as('therapist')
      .call(sessionsApi.list, { params: { episodeId: episode.episodeId }, query: { limit: 20 } })
  ).body;
  expect(sessions.find((one) => one.sessionId === earlier)?.addenda).toBe(1);
});

test('what was added is neither changed nor deleted, by anybody', async () => {
  const episode = await aTreatedEpisode(clinic);
  const sessionId = await aSignedSession(clinic, episode, 2);
  const { id } = (await adding(episode, sessionId, 'therapist')).body;
  await expect(clinic.rows(`update session_addendum set text = 'other' where id = $1`, [id])).rejects.toThrow(
    /append-only/,
  );
  await expect(clinic.rows(`delete from session_addendum where id = $1`, [id])).rejects.toThrow(
    /append-only/,
  );
});
