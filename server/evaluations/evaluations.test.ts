import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { evaluationsApi } from '#shared/evaluations/contract.ts';
import { patientsApi } from '#shared/patients/contract.ts';
import { plainDate } from '#shared/platform/time.ts';
import { tasksApi } from '#shared/tasks/contract.ts';
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
