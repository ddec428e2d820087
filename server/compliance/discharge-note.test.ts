import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { complianceApi } from '#shared/compliance/contract.ts';
import { complianceBadges } from '#shared/compliance/badges.ts';
import { aClinic, type PersonName, type TestClinic } from '#tests/support/a-clinic.ts';
import { aMedicareEpisode, closeEpisode, GOAL_JUDGED } from '#tests/support/medicare-episode.ts';
import { aFilledSheet, aSignedSession, type TreatedEpisode } from '#tests/support/sessions-factory.ts';

let clinic: TestClinic;

beforeAll(async () => {
  clinic = await aClinic();
});

const page = async ({ episodeId }: { episodeId: TreatedEpisode['episodeId'] }) =>
  (await clinic.as('therapist').call(complianceApi.documentation, { params: { episodeId } })).body;

const badgesOf = async (episode: TreatedEpisode) => {
  const { facts, today } = await page(episode);
  return complianceBadges(facts, episode, today).map(({ code }) => code);
};

const send = (
  { episodeId, prescriptionId }: Pick<TreatedEpisode, 'episodeId' | 'prescriptionId'>,
  sentOn = clinic.today(),
  { by = 'therapist', key = randomUUID() }: { by?: PersonName; key?: string } = {},
) =>
  clinic.as(by).call(
    complianceApi.recordSending,
    {
      params: { episodeId },
      body: {
        prescriptionId,
        sentOn,
        sentTo: 'Dr Ellen Voss, family medicine',
        method: 'fax',
        evidence: 'Fax 4471',
      },
    },
    { key },
  );

describe('the discharge note', () => {
  const note = {
    planned: true,
    goals: [GOAL_JUDGED],
    summary: 'Pain 7 to 2, walks 2 km.',
    planAfter: 'Home programme three times a week.',
  };
  const sign = (episode: TreatedEpisode, by: PersonName = 'therapist') =>
    clinic
      .as(by)
      .call(complianceApi.signDischargeNote, { params: { episodeId: episode.episodeId }, body: note });

  test('follows the discharge, once; with it the summary is complete', async () => {
    const episode = await aMedicareEpisode(clinic, { days: [9] });
    await send(episode);
    await aSignedSession(
      clinic,
      episode,
      2,
      aFilledSheet({ scores: [{ measureCode: 'odi', side: null, value: 30 }] }),
    );
    expect(await sign(episode)).toBeProblem('conflict');
    await closeEpisode(clinic, episode);
    expect(await badgesOf(episode)).toEqual(['DISCHARGE_NOTE']);
    expect(await sign(episode, 'administrator')).toBeProblem('forbidden');
    expect(await sign(episode, 'second-therapist')).toBeProblem('not-found');

    expect((await sign(episode)).status).toBe(200);

    expect(await sign(episode)).toBeProblem('already-signed');
    expect(await badgesOf(episode)).toEqual([]);
    expect((await page(episode)).dischargeNote).toMatchObject({
      periodFrom: clinic.day(-9),
      dischargedOn: clinic.today(),
      goals: [{ status: 'on-the-way', now: { value: 30 } }],
    });
    const summary = await clinic.as('physiatrist').call(complianceApi.dischargeSummary, {
      params: { episodeId: episode.episodeId },
      query: { format: 'json' },
    });
    expect(summary.body.unsigned).toBe(false);
    expect(summary.body.sections.map(({ title }) => title)).toEqual([
      'Diagnosis',
      'Discharge',
      'Course',
      'Result',
      'Summary',
      'After discharge',
      undefined,
    ]);
  });

  test('is missing from the summary until it is signed, and the summary says so', async () => {
    const episode = await aMedicareEpisode(clinic, { days: [3] });
    const params = { episodeId: episode.episodeId };
    const early = await clinic.as('therapist').call(complianceApi.dischargeSummary, { params });
    expect(early).toBeProblem('conflict');
    await closeEpisode(clinic, episode);

    const summary = await clinic
      .as('therapist')
      .call(complianceApi.dischargeSummary, { params, query: { format: 'json' } });

    expect(summary.body.unsigned).toBe(true);
  });
});
