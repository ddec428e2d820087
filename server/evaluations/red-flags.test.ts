import { expect, test } from 'vitest';
import { evaluationsApi } from '#shared/evaluations/contract.ts';
import { tasksApi } from '#shared/tasks/contract.ts';
import { aClinic } from '#tests/support/a-clinic.ts';
import { aCompleteConsult, anEvaluationDraft } from '#tests/support/evaluations-factory.ts';

test('an urgent red flag in a signed evaluation opens one safety hold and a task for the physiatrist', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode();
  const present = [
    { code: 'RF-NEURO', level: 'urgent', note: 'Foot drop since Monday' },
    { code: 'RF-CRPS', level: 'prompt', note: 'Colour change for three weeks' },
  ] as const;
  const { evaluationId, version } = await anEvaluationDraft(clinic, episodeId, {
    content: aCompleteConsult({ redFlags: { reviewed: true, present: [...present], wells: null } }),
  });
  const signed = await clinic.as('physiatrist').call(evaluationsApi.sign, {
    params: { episodeId, evaluationId },
    body: { expectedVersion: version },
  });
  expect(signed.body.holdsOpened).toBe(1);
  expect(
    await clinic.rows(`select red_flag_code, level, closed_at from safety_hold where episode_id = $1`, [
      episodeId,
    ]),
  ).toEqual([{ red_flag_code: 'RF-NEURO', level: 'urgent', closed_at: null }]);
  expect(await clinic.rows(`select state from board_entry where episode_id = $1`, [episodeId])).toEqual([
    { state: 'safety-hold' },
  ]);
  const { tasks } = (await clinic.as('physiatrist').call(tasksApi.list)).body;
  expect(tasks.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['safety-hold', 'red-flag']));
});

test('a red flag needs its own level and a note', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode();
  const present = [{ code: 'RF-CES', level: 'prompt', note: '' } as const];
  const { evaluationId, version } = await anEvaluationDraft(clinic, episodeId, {
    content: aCompleteConsult({ redFlags: { reviewed: true, present, wells: null } }),
  });
  const answer = await clinic.as('physiatrist').call(evaluationsApi.sign, {
    params: { episodeId, evaluationId },
    body: { expectedVersion: version },
  });
  expect(answer).toBeProblem('incomplete-evaluation');
  expect(answer.problem?.issues).toMatchObject([{ path: 'content.redFlags.present.0', code: 'level' }]);
});

test('a swollen leg is as serious as its Wells score, which is kept with the signed evaluation and with the hold', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode();
  const leg = (level: 'prompt' | 'urgent', wells: ('calf' | 'bedRest' | 'alternative')[] | null) =>
    aCompleteConsult({
      redFlags: { reviewed: true, present: [{ code: 'RF-DVT', level, note: 'Left calf thick' }], wells },
    });
  const { evaluationId } = await anEvaluationDraft(clinic, episodeId);
  const signedAs = async (content: ReturnType<typeof aCompleteConsult>) => {
    const stored = await clinic.rows<{ version: number }>(
      'update evaluation set content = $2 where id = $1 returning version',
      [evaluationId, JSON.stringify(content)],
    );
    return clinic.as('physiatrist').call(evaluationsApi.sign, {
      params: { episodeId, evaluationId },
      body: { expectedVersion: stored[0]?.version ?? 0 },
    });
  };
  expect((await signedAs(leg('prompt', null))).problem?.issues).toMatchObject([
    {
      path: 'content.redFlags.present.0',
      code: 'level',
      message: expect.stringContaining('Wells') as string,
    },
  ]);
  expect(await signedAs(leg('prompt', ['calf']))).toBeProblem('incomplete-evaluation');
  const signed = await signedAs(leg('urgent', ['calf', 'bedRest']));

  expect(signed.body.holdsOpened).toBe(1);
  expect(
    await clinic.rows('select level, evidence from safety_hold where episode_id = $1', [episodeId]),
  ).toEqual([
    { level: 'urgent', evidence: { wells: ['bedRest', 'calf'], score: 2, likelihood: 'moderate' } },
  ]);
  const read = await clinic
    .as('therapist')
    .call(evaluationsApi.read, { params: { episodeId, evaluationId } });
  expect(read.body.content.redFlags.wells).toEqual(['calf', 'bedRest']);
});
