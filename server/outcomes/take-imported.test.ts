import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { outcomesApi } from '#shared/outcomes/contract.ts';
import { patientsApi } from '#shared/patients/contract.ts';
import { OutcomeScoreId, type EpisodeId } from '#shared/platform/ids.ts';
import { aClinic, type PersonName, type TestClinic } from '#tests/support/a-clinic.ts';
import { aTreatedEpisode } from '#tests/support/sessions-factory.ts';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await aClinic();
});

/** A value as an import leaves it: of the patient, in no episode. */
async function imported(
  { patientId }: { patientId: string },
  { measureCode = 'odi', value = 46, daysAgo = 14 } = {},
): Promise<OutcomeScoreId> {
  const id = OutcomeScoreId.parse(randomUUID());
  await clinic.rows(
    `insert into outcome_score (organization_id, id, patient_id, measure_code, value, measured_on, recorded_at, source)
     select organization_id, $2, id, $3, $4, $5::date, now(), 'imported' from patient where id = $1 returning id`,
    [patientId, id, measureCode, value, clinic.day(-daysAgo)],
  );
  return id;
}

const take = (
  episodeId: EpisodeId,
  outcomeScoreId: OutcomeScoreId,
  {
    by = 'therapist',
    key,
    ...body
  }: { by?: PersonName; key?: string; condition?: string; confirmed?: boolean } = {},
) =>
  clinic
    .as(by)
    .call(
      outcomesApi.takeImported,
      { params: { episodeId, outcomeScoreId }, body },
      key === undefined ? {} : { key },
    );

const screenOf = async (episodeId: EpisodeId) =>
  (await clinic.as('therapist').call(outcomesApi.list, { params: { episodeId } })).body;

const verdictOf = async (episodeId: EpisodeId) =>
  (
    await clinic.rows<{ verdict_code: string }>(
      'select verdict_code from board_entry where episode_id = $1',
      [episodeId],
    )
  )[0]?.verdict_code;

test('an imported value judges nothing before a clinician takes it into an episode, then as measured on its day', async () => {
  const episode = await aTreatedEpisode(clinic);
  const { episodeId } = episode;
  const score = await imported(episode);
  await clinic.as('therapist').call(outcomesApi.enter, {
    params: { episodeId },
    body: { measuredOn: clinic.day(0), scores: [{ measureCode: 'odi', side: null, value: 58 }] },
  });
  expect(await verdictOf(episodeId)).toBe('CANNOT_JUDGE');
  expect((await screenOf(episodeId)).imported).toMatchObject([{ value: 46, takenInto: null }]);

  await take(episodeId, score);

  expect(await verdictOf(episodeId)).toBe('WORSENING');
  const { scores, imported: offered } = await screenOf(episodeId);
  expect(scores.find(({ value }) => value === 46)).toMatchObject({
    source: 'imported',
    measuredOn: clinic.day(-14),
    recordedBy: expect.stringContaining(' '),
  });
  expect(offered).toMatchObject([{ outcomeScoreId: score, takenInto: { episodeId } }]);
});

test('it counts once: a second taking is a conflict, a repeated request is the same answer', async () => {
  const episode = await aTreatedEpisode(clinic);
  const score = await imported(episode);
  const key = randomUUID();

  const answers = await Promise.all([
    take(episode.episodeId, score, { key }),
    take(episode.episodeId, score, { key }),
    take(episode.episodeId, score, { by: 'physiatrist' }),
  ]);
  const again = await take(episode.episodeId, score);

  expect(again).toBeProblem('conflict');
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
  expect((await screenOf(episode.episodeId)).scores).toHaveLength(1);
});

test('struck out in the episode, it can be taken over again', async () => {
  const episode = await aTreatedEpisode(clinic);
  const score = await imported(episode);
  const taken = await take(episode.episodeId, score);
  await clinic.as('therapist').call(outcomesApi.markError, {
    params: { episodeId: episode.episodeId, outcomeScoreId: taken.body.outcomeScoreId },
    body: { reason: 'Measured before the accident' },
  });

  expect((await screenOf(episode.episodeId)).imported).toMatchObject([{ takenInto: null }]);
  expect((await take(episode.episodeId, score)).status).toBe(200);
});

test('corrected in the episode, it still counts there and nowhere else', async () => {
  const episode = await aTreatedEpisode(clinic);
  const score = await imported(episode);
  const taken = await take(episode.episodeId, score);
  const corrected = await clinic.as('therapist').call(outcomesApi.correct, {
    params: { episodeId: episode.episodeId, outcomeScoreId: taken.body.outcomeScoreId },
    body: {
      reason: 'The letter says 64',
      measuredOn: clinic.day(-14),
      score: { measureCode: 'odi', side: null, value: 64 },
    },
  });
  expect(corrected.status).toBe(200);

  expect((await screenOf(episode.episodeId)).imported).toMatchObject([
    { takenInto: { episodeId: episode.episodeId } },
  ]);
  expect(await take(episode.episodeId, score)).toBeProblem('conflict');
});

test('it passes the checks of a value that is typed in', async () => {
  const episode = await aTreatedEpisode(clinic);
  const old = await imported(episode, { daysAgo: 900 });

  const asked = await take(episode.episodeId, old);
  expect(asked).toBeProblem('score-needs-confirmation');
  expect((await take(episode.episodeId, old, { confirmed: true, condition: 'at work' })).status).toBe(200);
  expect((await screenOf(episode.episodeId)).scores).toMatchObject([
    { condition: 'at work', warningConfirmed: expect.stringContaining('long before') },
  ]);
});

test('another patient’s value, one of the episode itself, an administrator and an outsider get nothing', async () => {
  const [mine, theirs] = [await aTreatedEpisode(clinic), await aTreatedEpisode(clinic)];
  const score = await imported(theirs);
  const own = await clinic.as('therapist').call(outcomesApi.enter, {
    params: { episodeId: mine.episodeId },
    body: { measuredOn: clinic.day(0), scores: [{ measureCode: 'odi', side: null, value: 40 }] },
  });
  const [entered] = own.body.outcomeScoreIds;
  if (entered === undefined) throw new Error('no score');

  expect(await take(mine.episodeId, score)).toBeProblem('not-found');
  expect(await take(mine.episodeId, entered)).toBeProblem('not-found');
  expect(await take(theirs.episodeId, score, { by: 'administrator' })).toBeProblem('forbidden');
  expect(await take(theirs.episodeId, score, { by: 'outsider' })).toBeProblem('not-found');
});

test('the chart counts imported values and lists them on the day they were measured', async () => {
  const episode = await aTreatedEpisode(clinic);
  await imported(episode, { daysAgo: 40 });
  const { patientId } = episode;

  const chart = await clinic.as('therapist').call(patientsApi.chart, { params: { patientId } });
  const history = await clinic
    .as('therapist')
    .call(patientsApi.history, { params: { patientId }, query: { kind: 'scores' } });

  expect(chart.body.history.scores).toBe(1);
  expect(history.body.entries).toMatchObject([
    { at: `${clinic.day(-40)}T12:00:00.000Z`, title: 'odi', detail: '46' },
  ]);
});
