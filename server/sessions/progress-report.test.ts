import { beforeAll, describe, expect, test } from 'vitest';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';
import { aFilledSheet, aSignedSession, aTreatedEpisode } from '#tests/support/sessions-factory.ts';

let clinic: TestClinic;

beforeAll(async () => {
  clinic = await aClinic();
});

describe('the progress report', () => {
  test('of one day is one, however many sign at once', async () => {
    const episode = await aTreatedEpisode(clinic);
    await aSignedSession(clinic, episode, 3);
    const sign = () =>
      clinic.as('therapist').call(sessionsApi.signProgressReport, {
        params: { episodeId: episode.episodeId },
        body: { assessment: 'Better', plan: 'Go on' },
      });

    const answers = await Promise.all([sign(), sign(), sign()]);

    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.problem?.detail).toBe(
      'A progress report was signed today already.',
    );
    await expect(
      clinic.rows(
        `insert into progress_report (organization_id, id, patient_id, episode_id, author_id, reported_on, period_from, measures, assessment, plan)
         select organization_id, gen_random_uuid(), patient_id, episode_id, author_id, reported_on, period_from, measures, assessment, plan
           from progress_report where episode_id = $1`,
        [episode.episodeId],
      ),
    ).rejects.toThrow(/progress_report_organization_id/);
  });

  test('takes its measures from the record, resets the counter and starts the next period the day after', async () => {
    const episode = await aTreatedEpisode(clinic);
    const odi = (value: number) => aFilledSheet({ scores: [{ measureCode: 'odi', side: null, value }] });
    await aSignedSession(clinic, episode, 10, odi(46));
    await aSignedSession(clinic, episode, 3, odi(38));
    const params = { episodeId: episode.episodeId };
    const before = await clinic.as('therapist').call(sessionsApi.progressReports, { params });
    expect(before.body.next).toMatchObject({
      periodFrom: clinic.day(-10),
      treatmentDaysSinceReport: 2,
      status: 'OK',
    });

    const signed = await clinic.as('therapist').call(sessionsApi.signProgressReport, {
      params,
      body: { assessment: 'ODI 46 to 38', plan: 'Go on' },
    });

    expect(signed.body.reportedOn).toBe(clinic.today());
    const after = await clinic.as('physiatrist').call(sessionsApi.progressReports, { params });
    expect(after.body.next).toMatchObject({ periodFrom: clinic.day(1), treatmentDaysSinceReport: 0 });
    expect(after.body.reports).toMatchObject([
      {
        periodFrom: clinic.day(-10),
        measures: [
          {
            measureCode: 'odi',
            baseline: { value: 46, on: clinic.day(-10) },
            lastReport: null,
            now: { value: 38, on: clinic.day(-3) },
            goal: { target: 20 },
          },
          { measureCode: 'nprs', baseline: null, now: null },
        ],
      },
    ]);
  });

  test('is the therapist’s, needs treatment to report on, and is written once a day', async () => {
    const episode = await aTreatedEpisode(clinic);
    const body = { assessment: 'Better', plan: 'Go on' };
    const params = { episodeId: episode.episodeId };
    const sign = () => clinic.as('therapist').call(sessionsApi.signProgressReport, { params, body });

    expect(await clinic.as('physiatrist').call(sessionsApi.signProgressReport, { params, body })).toBeProblem(
      'forbidden',
    );
    expect(await sign()).toBeProblem('conflict');
    await aSignedSession(clinic, episode, 1);
    expect((await sign()).status).toBe(200);
    expect(await sign()).toBeProblem('conflict');
  });
});
