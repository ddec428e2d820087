import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { evaluationsApi } from '#shared/evaluations/contract.ts';
import { patientsApi } from '#shared/patients/contract.ts';
import { aClinic } from '#tests/support/a-clinic.ts';
import {
  aCompleteConsult,
  anEvaluationDraft,
  aSignedEvaluation,
} from '#tests/support/evaluations-factory.ts';

test('two tabs: the second save sees what the first one stored', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode();
  const { evaluationId, version } = await anEvaluationDraft(clinic, episodeId);
  const save = (plan: string) =>
    clinic.as('physiatrist').call(evaluationsApi.save, {
      params: { episodeId, evaluationId },
      body: { evaluatedOn: clinic.today(), content: aCompleteConsult({ plan }), expectedVersion: version },
    });
  expect((await save('First')).body.version).toBe(version + 1);
  const late = await save('Second');
  expect(late).toBeProblem('stale-version');
  expect(late.problem?.current).toMatchObject({ version: version + 1, content: { plan: 'First' } });

  const stale = await clinic.as('physiatrist').call(evaluationsApi.sign, {
    params: { episodeId, evaluationId },
    body: { expectedVersion: version },
  });
  expect(stale).toBeProblem('stale-version');
});

test('a draft is its author’s alone; a colleague learns only that it exists', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode({ team: ['physiatrist', 'second-physiatrist', 'therapist'] });
  const { evaluationId, version } = await anEvaluationDraft(clinic, episodeId);
  const params = { episodeId, evaluationId };
  expect(await clinic.as('therapist').call(evaluationsApi.read, { params })).toBeProblem('not-found');
  expect(
    await clinic
      .as('second-physiatrist')
      .call(evaluationsApi.sign, { params, body: { expectedVersion: version } }),
  ).toBeProblem('not-found');
  const { evaluations } = (await clinic.as('therapist').call(evaluationsApi.list, { params: { episodeId } }))
    .body;
  expect(evaluations).toMatchObject([{ status: 'draft', impression: null, diagnoses: [] }]);
  expect(await clinic.as('outsider').call(evaluationsApi.list, { params: { episodeId } })).toBeProblem(
    'not-found',
  );
});

test('the consult comes first, once, and a therapist does not write it', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode();
  const start = (person: 'physiatrist' | 'therapist', kind: 'consult' | 'follow-up' | 'pt-evaluation') =>
    clinic.as(person).call(evaluationsApi.start, { params: { episodeId }, body: { kind } });
  expect(await start('therapist', 'consult')).toBeProblem('forbidden');
  expect(await start('physiatrist', 'pt-evaluation')).toBeProblem('forbidden');
  expect(await start('therapist', 'pt-evaluation')).toBeProblem('conflict');
  expect(await start('physiatrist', 'follow-up')).toBeProblem('conflict');
  await aSignedEvaluation(clinic, episodeId);
  expect(await start('physiatrist', 'consult')).toBeProblem('conflict');
  expect((await start('therapist', 'pt-evaluation')).status).toBe(200);
  const twice = await start('therapist', 'pt-evaluation');
  expect(twice).toBeProblem('conflict');
  expect(twice.problem?.current).toHaveProperty('evaluationId');
});

test('starting twice with one key makes one draft', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode();
  const key = randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 8 }, () =>
      clinic
        .as('physiatrist')
        .call(evaluationsApi.start, { params: { episodeId }, body: { kind: 'consult' } }, { key }),
    ),
  );
  expect(new Set(answers.map(({ body }) => body.evaluationId)).size).toBe(1);
});

test('a follow-up starts from the consult, and what was carried is confirmed before signing', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode();
  const consultId = await aSignedEvaluation(clinic, episodeId);
  const physiatrist = clinic.as('physiatrist');
  const { evaluationId } = (
    await physiatrist.call(evaluationsApi.start, { params: { episodeId }, body: { kind: 'follow-up' } })
  ).body;
  const params = { episodeId, evaluationId };
  const { content } = (await physiatrist.call(evaluationsApi.read, { params })).body;
  expect(content.carried).toEqual({
    from: { evaluationId: consultId, evaluatedOn: clinic.today() },
    sections: ['symptoms', 'function', 'diagnoses', 'plan'],
  });
  expect(content).toMatchObject({
    reason: '',
    impression: '',
    redFlags: { reviewed: false, present: [], wells: null },
  });
  expect(content.findings).toMatchObject([{ kind: 'strength', carried: true }]);

  const written = {
    ...aCompleteConsult({
      diagnoses: [
        { code: 'M51.16', display: 'Lumbar disc disorder with radiculopathy', side: null, primary: true },
      ],
    }),
    carried: content.carried,
  };
  await physiatrist.call(evaluationsApi.save, {
    params,
    body: { evaluatedOn: clinic.today(), content: written, expectedVersion: 1 },
  });
  const refused = await physiatrist.call(evaluationsApi.sign, { params, body: { expectedVersion: 2 } });
  expect(refused).toBeProblem('incomplete-evaluation');
  expect(refused.problem?.issues).toHaveLength(4);

  await physiatrist.call(evaluationsApi.save, {
    params,
    body: {
      evaluatedOn: clinic.today(),
      content: { ...written, carried: { ...written.carried, sections: [] } },
      expectedVersion: 2,
    },
  });
  expect((await physiatrist.call(evaluationsApi.sign, { params, body: { expectedVersion: 3 } })).status).toBe(
    200,
  );
  const conditions = await clinic.rows(
    `select code, status from condition where episode_id = $1 order by code`,
    [episodeId],
  );
  expect(conditions).toEqual([
    { code: 'M51.16', status: 'active' },
    { code: 'M54.16', status: 'resolved' },
  ]);
});

test('a draft opens with what has happened since the last signed evaluation, and signing keeps what the chart said', async () => {
  const clinic = await aClinic();
  const { patientId, episodeId } = await clinic.anEpisode();
  const therapist = clinic.as('therapist');
  const told = (title: string) =>
    therapist.call(patientsApi.addHistoryFact, {
      params: { patientId },
      body: { kind: 'surgery', title, happenedOn: '2019' },
    });
  await told('Appendectomy');
  const first = await aSignedEvaluation(clinic, episodeId);
  clinic.clock.advanceMinutes(5);
  await told('Hernia repair');
  await therapist.call(patientsApi.addMedication, {
    params: { patientId },
    body: { name: 'Ibuprofen', dose: '400 mg' },
  });

  const { evaluationId } = await anEvaluationDraft(clinic, episodeId, { kind: 'follow-up' });
  const read = async (id: string) =>
    (await clinic.as('physiatrist').call(evaluationsApi.read, { params: { episodeId, evaluationId: id } }))
      .body;
  const draft = await read(evaluationId);

  expect(draft.changes).toMatchObject({ since: { evaluationId: first, kind: 'consult' } });
  expect(draft.changes?.items.map(({ topic, what, text }) => [topic, what, text])).toEqual([
    ['history', 'active', 'Hernia repair'],
    ['medication', 'active', 'Ibuprofen'],
  ]);
  expect(draft.chart.history.map(({ title }) => title)).toEqual(['Appendectomy', 'Hernia repair']);
  const signed = await read(first);
  expect(signed.changes).toBeNull();
  expect(signed.content.onFile).toEqual([
    { label: 'History', lines: ['Surgery: Appendectomy (2019)'] },
    { label: 'Comorbidities', lines: ['none on the chart'] },
    { label: 'Medications', lines: ['none on the chart'] },
    { label: 'Allergies', lines: ['none on the chart'] },
  ]);
});
