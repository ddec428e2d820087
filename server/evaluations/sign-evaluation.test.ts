import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { evaluationsApi } from '#shared/evaluations/contract.ts';
import { plainDate } from '#shared/platform/time.ts';
import { aClinic } from '#tests/support/a-clinic.ts';
import {
  aCompleteConsult,
  aCompletePtEvaluation,
  anEvaluationDraft,
  aSignedEvaluation,
} from '#tests/support/evaluations-factory.ts';

test('signing a consult puts its diagnoses on the chart and freezes its words', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode();
  const { evaluationId, version } = await anEvaluationDraft(clinic, episodeId);
  const params = { episodeId, evaluationId };
  const physiatrist = clinic.as('physiatrist');

  const signed = await physiatrist.call(evaluationsApi.sign, { params, body: { expectedVersion: version } });
  expect(signed.body).toMatchObject({ evaluationId, holdsOpened: 0 });

  const read = (await clinic.as('therapist').call(evaluationsApi.read, { params })).body;
  expect(read).toMatchObject({ status: 'signed', content: { impression: 'L5 radiculopathy, left' } });
  expect(read.header.conditions).toMatchObject([
    { category: 'diagnosis', code: 'M54.16', side: 'left', isPrimary: true, episodeId },
  ]);

  const again = await physiatrist.call(evaluationsApi.save, {
    params,
    body: { evaluatedOn: clinic.today(), content: aCompleteConsult(), expectedVersion: version + 1 },
  });
  expect(again).toBeProblem('already-signed');
  await expect(
    clinic.rows(`update evaluation set content = '{}' where id = $1`, [evaluationId]),
  ).rejects.toThrow(/append-only/);
});

test('a consult with gaps is not signed, and each gap is named with its place', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode();
  const { evaluationId, version } = await anEvaluationDraft(clinic, episodeId, {
    content: aCompleteConsult({
      impression: '',
      diagnoses: [],
      redFlags: { reviewed: false, present: [], wells: null },
    }),
  });
  const answer = await clinic.as('physiatrist').call(evaluationsApi.sign, {
    params: { episodeId, evaluationId },
    body: { expectedVersion: version },
  });
  expect(answer).toBeProblem('incomplete-evaluation');
  expect(answer.problem?.issues?.map(({ path }) => path)).toEqual([
    'content.impression',
    'content.diagnoses',
    'content.redFlags.reviewed',
  ]);
});

test('dates that cannot be right beside the birth and each other are refused at their field', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode();
  const { evaluationId, version } = await anEvaluationDraft(clinic, episodeId);
  const { symptoms } = aCompleteConsult();
  const issuesOf = async (evaluatedOn: string, onsetOn: string | null) => {
    const answer = await clinic.as('physiatrist').call(evaluationsApi.save, {
      params: { episodeId, evaluationId },
      body: {
        evaluatedOn: plainDate(evaluatedOn),
        content: aCompleteConsult({
          symptoms: { ...symptoms, onsetOn: onsetOn === null ? null : plainDate(onsetOn) },
        }),
        expectedVersion: version,
      },
    });
    expect(answer).toBeProblem('invalid-input');
    return answer.problem?.issues?.map(({ path }) => path);
  };
  expect(await issuesOf('1870-03-01', null)).toEqual(['evaluatedOn']);
  expect(await issuesOf(clinic.day(1), null)).toEqual(['evaluatedOn']);
  expect(await issuesOf(clinic.today(), '1850-01-01')).toEqual(['content.symptoms.onsetOn']);
  expect(await issuesOf(clinic.day(-3), clinic.day(-2))).toEqual(['content.symptoms.onsetOn']);
});

test('a therapist’s evaluation cannot carry a medical diagnosis', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode();
  await aSignedEvaluation(clinic, episodeId);
  const { evaluationId, version } = await anEvaluationDraft(clinic, episodeId, {
    by: 'therapist',
    kind: 'pt-evaluation',
    content: aCompletePtEvaluation(),
  });
  const answer = await clinic.as('therapist').call(evaluationsApi.save, {
    params: { episodeId, evaluationId },
    body: { evaluatedOn: clinic.today(), content: aCompleteConsult(), expectedVersion: version },
  });
  expect(answer).toBeProblem('forbidden');
});

test('baselines measured at the evaluation become scores when it is signed, and impossible ones stop it', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode();
  const score = { measureCode: 'odi', side: null, value: 46, condition: null, confirmed: false };
  const { evaluationId, version } = await anEvaluationDraft(clinic, episodeId, {
    content: aCompleteConsult({ scores: [{ ...score, value: 460 }] }),
  });
  const params = { episodeId, evaluationId };
  const refused = await clinic
    .as('physiatrist')
    .call(evaluationsApi.sign, { params, body: { expectedVersion: version } });
  expect(refused).toBeProblem('score-refused');
  expect(refused.problem?.issues).toMatchObject([{ path: 'content.scores.0.value' }]);
  await clinic.as('physiatrist').call(evaluationsApi.save, {
    params,
    body: {
      evaluatedOn: clinic.today(),
      content: aCompleteConsult({ scores: [score] }),
      expectedVersion: version,
    },
  });
  await clinic
    .as('physiatrist')
    .call(evaluationsApi.sign, { params, body: { expectedVersion: version + 1 } });
  expect(
    await clinic.rows(`select measure_code, value, source from outcome_score where evaluation_id = $1`, [
      evaluationId,
    ]),
  ).toEqual([{ measure_code: 'odi', value: 46, source: 'evaluation' }]);
});

test('an addendum is added after signing, with its reason, and a double click adds it once', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode();
  const evaluationId = await aSignedEvaluation(clinic, episodeId);
  const params = { episodeId, evaluationId };
  const body = { reason: 'Left out', text: 'MRI from 2024 shows L5-S1 protrusion.' };
  const key = randomUUID();
  const physiatrist = clinic.as('physiatrist');
  await Promise.all([1, 2, 3].map(() => physiatrist.call(evaluationsApi.addend, { params, body }, { key })));
  const { addenda } = (await physiatrist.call(evaluationsApi.read, { params })).body;
  expect(addenda).toMatchObject([{ ...body, authorName: 'Ada Staff-physiatrist' }]);
  expect(await clinic.as('therapist').call(evaluationsApi.addend, { params, body })).toBeProblem('forbidden');
});

test('an evaluation is not dated in the future', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode();
  const { evaluationId, version } = await anEvaluationDraft(clinic, episodeId);
  const answer = await clinic.as('physiatrist').call(evaluationsApi.save, {
    params: { episodeId, evaluationId },
    body: { evaluatedOn: clinic.day(1), content: aCompleteConsult(), expectedVersion: version },
  });
  expect(answer).toBeProblem('invalid-input');
  expect(answer.problem?.issues).toMatchObject([{ path: 'evaluatedOn' }]);
});
