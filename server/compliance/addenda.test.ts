import { beforeAll, describe, expect, test } from 'vitest';
import { complianceApi } from '#shared/compliance/contract.ts';
import { ASSISTANT_LIMITS } from '#shared/platform/assistant.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { aClinic, type PersonName, type TestClinic } from '#tests/support/a-clinic.ts';
import { aMedicareEpisode, closeEpisode, GOAL_JUDGED } from '#tests/support/medicare-episode.ts';
import { type TreatedEpisode } from '#tests/support/sessions-factory.ts';

let clinic: TestClinic;

beforeAll(async () => {
  clinic = await aClinic();
});

const page = async ({ episodeId }: { episodeId: TreatedEpisode['episodeId'] }) =>
  (await clinic.as('therapist').call(complianceApi.documentation, { params: { episodeId } })).body;

describe('what is added to a signed report', () => {
  const body = { reason: 'Learned later', text: 'The fall was on 3 May, not 5 May.' };

  test('stands below it with who and why, in the documents too; the report itself is never touched', async () => {
    const episode = await aMedicareEpisode(clinic, { days: [9] });
    const { episodeId } = episode;
    const reportOf = async (by: PersonName = 'therapist') =>
      (await clinic.as(by).call(sessionsApi.progressReports, { params: { episodeId } })).body.reports[0];
    const signed = await clinic.as('therapist').call(sessionsApi.signProgressReport, {
      params: { episodeId },
      body: { assessment: 'Better.', planKind: 'continue', plan: 'As it is.', goals: [GOAL_JUDGED] },
    });
    const { progressReportId } = signed.body;
    const add = (by: PersonName) =>
      clinic.as(by).call(complianceApi.addendReport, { params: { episodeId, progressReportId }, body });

    expect((await add('physiatrist')).status).toBe(200);
    const byAssistant = await add('assistant');
    expect(byAssistant).toBeProblem('forbidden');
    expect(byAssistant.problem?.detail).toBe(ASSISTANT_LIMITS.addendReport);
    expect(await add('second-therapist')).toBeProblem('not-found');

    expect(await reportOf()).toMatchObject({
      assessment: 'Better.',
      addenda: [{ ...body, authorRole: 'physiatrist' }],
    });
    const printed = await clinic.as('therapist').call(complianceApi.progressReport, {
      params: { episodeId, progressReportId },
      query: { format: 'json' },
    });
    expect(JSON.stringify(printed.body)).toContain('The fall was on 3 May');
  });

  test('a discharge note takes one once it is signed', async () => {
    const episode = await aMedicareEpisode(clinic, { days: [9] });
    const { episodeId } = episode;
    const add = () =>
      clinic.as('therapist').call(complianceApi.addendDischargeNote, { params: { episodeId }, body });
    expect(await add()).toBeProblem('not-found');
    await closeEpisode(clinic, episode);
    await clinic.as('therapist').call(complianceApi.signDischargeNote, {
      params: { episodeId },
      body: { planned: true, goals: [GOAL_JUDGED], summary: 'Done.', planAfter: 'Walks.' },
    });

    expect((await add()).status).toBe(200);

    expect((await page(episode)).dischargeNote?.addenda).toMatchObject([body]);
    const summary = await clinic.as('physiatrist').call(complianceApi.dischargeSummary, {
      params: { episodeId },
      query: { format: 'json' },
    });
    expect(JSON.stringify(summary.body)).toContain('Added after signing');
  });
});
