import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { homeProgrammeApi } from '#shared/home-programme/contract.ts';
import { ExerciseCode, type AskedExercise } from '#shared/home-programme/model.ts';
import { SHIPPED_EXERCISES } from '#shared/home-programme/library/shipped-library.ts';
import { pathOf } from '#tests/support/caller.ts';
import { aClinic, type PersonName, type TestClinic } from '#tests/support/a-clinic.ts';
import { aFilledSheet, aPlannedSession, aTreatedEpisode, signing } from '#tests/support/sessions-factory.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';

type Episode = Awaited<ReturnType<typeof aTreatedEpisode>>;

const asked = (name: string, change: Partial<AskedExercise> = {}): AskedExercise => {
  const code = ExerciseCode.parse(name);
  const content = SHIPPED_EXERCISES.get(code);
  if (!content) throw new Error(`no exercise ${name}`);
  return { code, side: null, dose: content.dose, note: '', noteEs: '', ...change };
};

interface SaveDetails {
  by?: PersonName;
  expectedVersion?: number;
  key?: string;
}

const save = (
  clinic: TestClinic,
  { episodeId }: Episode,
  exercises: AskedExercise[],
  { by = 'therapist', expectedVersion = 0, key = randomUUID() }: SaveDetails = {},
) =>
  clinic
    .as(by)
    .call(
      homeProgrammeApi.saveProgramme,
      { params: { episodeId }, body: { exercises, note: '', expectedVersion } },
      { key },
    );

const read = (clinic: TestClinic, { episodeId }: Episode, by: PersonName = 'therapist') =>
  clinic.as(by).call(homeProgrammeApi.programme, { params: { episodeId } });

test('a therapist writes a programme; each version keeps its words, its author and its date', async () => {
  const clinic = await aClinic();
  const episode = await aTreatedEpisode(clinic);
  expect((await read(clinic, episode)).body).toMatchObject({ current: null, versions: [] });
  const key = randomUUID();
  const first = await save(clinic, episode, [asked('bridge', { side: 'both' }), asked('heel-raise')], {
    key,
  });
  expect(first.body).toEqual({ versionNumber: 1 });
  expect(
    (await save(clinic, episode, [asked('bridge', { side: 'both' }), asked('heel-raise')], { key })).body,
  ).toEqual(first.body);
  await save(clinic, episode, [asked('bridge')], { expectedVersion: 1, by: 'physiatrist' });
  const page = (await read(clinic, episode, 'physiatrist')).body;
  expect(page.current).toMatchObject({
    versionNumber: 2,
    content: { exercises: [{ code: 'bridge', content: { name: { en: 'Bridge' } } }] },
  });
  expect(page.versions.map(({ versionNumber, exercises }) => [versionNumber, exercises.length])).toEqual([
    [2, 1],
    [1, 2],
  ]);
});

test('what was handed out stays as it was when the library changes', async () => {
  const clinic = await aClinic();
  const episode = await aTreatedEpisode(clinic);
  await save(clinic, episode, [asked('bridge')]);
  const exerciseCode = ExerciseCode.parse('bridge');
  await clinic.as('therapist').call(homeProgrammeApi.retireExercise, {
    params: { exerciseCode },
    body: { retired: true, expectedVersion: 0 },
  });
  expect((await read(clinic, episode)).body.current?.content.exercises).toHaveLength(1);
  expect((await save(clinic, episode, [asked('bridge')], { expectedVersion: 1 })).body.versionNumber).toBe(2);
  const other = await aTreatedEpisode(clinic);
  expect(await save(clinic, other, [asked('bridge')])).toBeProblem('invalid-input');
});

test('nobody writes over a version they have not seen', async () => {
  const clinic = await aClinic();
  const episode = await aTreatedEpisode(clinic);
  await save(clinic, episode, [asked('bridge')]);
  expect(await save(clinic, episode, [asked('heel-raise')])).toBeProblem('stale-version');
});

test('the prescription limits the programme: contraindicated, excluded and beyond a limit are refused', async () => {
  const clinic = await aClinic();
  const precaution = {
    comorbidity: null,
    intervention: 'Lying flat on the back',
    agents: ['supine'],
    level: 'contraindicated' as const,
    scope: 'anywhere' as const,
    note: null,
    source: 'clinic rule',
    verified: true,
    decision: 'keep' as const,
    overrideReason: null,
  };
  const episode = await aTreatedEpisode(clinic, {
    prescription: {
      precautions: [precaution],
      excluded: [{ code: 'squat', name: 'Squat', reason: null }],
      interventions: [
        {
          code: 'heel-raise',
          name: 'Heel raise',
          authority: 'free',
          bounds: [{ parameter: 'repetitions', min: null, max: 12 }],
          rationale: null,
        },
      ],
    },
  });
  expect(await save(clinic, episode, [asked('bridge')])).toBeProblem('intervention-blocked');
  expect(await save(clinic, episode, [asked('mini-squat')])).toBeProblem('intervention-blocked');
  const raise = asked('heel-raise');
  const more = { ...raise, dose: { ...raise.dose, repetitions: 13 } };
  expect(await save(clinic, episode, [more])).toBeProblem('intervention-blocked');
  expect((await save(clinic, episode, [raise, asked('single-leg-stand')])).body.versionNumber).toBe(1);
});

test('nobody stands at home on a leg that may carry nothing', async () => {
  const clinic = await aClinic();
  const episode = await aTreatedEpisode(clinic, {
    prescription: { weightBearing: [{ limb: 'left-leg', status: 'NWB', percent: 0, until: null }] },
  });
  for (const name of ['heel-raise', 'mini-squat', 'step-up']) {
    expect(await save(clinic, episode, [asked(name)])).toBeProblem('intervention-blocked');
  }
  expect((await read(clinic, episode)).body.prescription?.limits.weightBearing).toMatchObject([
    { status: 'NWB' },
  ]);
  expect((await save(clinic, episode, [asked('straight-leg-raise')])).status).toBe(200);
});

test('without a prescription only the physiatrist writes one; others see nothing or are told why', async () => {
  const clinic = await aClinic();
  const bare = await aTreatedEpisode(clinic, { without: 'prescription' });
  expect(await save(clinic, bare, [asked('bridge')])).toBeProblem('forbidden');
  expect((await save(clinic, bare, [asked('bridge')], { by: 'physiatrist' })).status).toBe(200);
  const episode = await aTreatedEpisode(clinic);
  for (const by of ['administrator', 'assistant'] as const) {
    expect(await save(clinic, episode, [asked('bridge')], { by })).toBeProblem('forbidden');
  }
  for (const by of ['outsider', 'second-therapist'] as const) {
    expect(await save(clinic, episode, [asked('bridge')], { by })).toBeProblem('not-found');
    expect(await read(clinic, episode, by)).toBeProblem('not-found');
  }
  expect(await read(clinic, episode, 'administrator')).toBeProblem('forbidden');
});

test('an exercise twice, an unknown one and a dose without a number are refused', async () => {
  const clinic = await aClinic();
  const episode = await aTreatedEpisode(clinic);
  expect(await save(clinic, episode, [asked('bridge'), asked('bridge')])).toBeProblem('invalid-input');
  const unknown = { ...asked('bridge'), code: ExerciseCode.parse('no-such-thing') };
  expect(await save(clinic, episode, [unknown])).toBeProblem('invalid-input');
  const left = asked('heel-raise', { side: 'left' });
  expect((await save(clinic, episode, [left, { ...left, side: 'right' }])).status).toBe(200);
});

test('the handout is printed in both languages, every exercise on one page', async () => {
  const clinic = await aClinic();
  const episode = await aTreatedEpisode(clinic);
  const { episodeId } = episode;
  const print = (query: object) =>
    clinic.as('therapist').send(pathOf(homeProgrammeApi.handout, { episodeId, versionNumber: '1' }, query));
  expect((await print({ format: 'pdf' })).status).toBe(404);
  await save(clinic, episode, [asked('bridge'), asked('sit-to-stand'), asked('single-leg-stand')]);
  for (const language of ['en', 'es'] as const) {
    const pdf = await print({ format: 'pdf', language });
    expect(pdf.headers.get('content-type')).toMatch('application/pdf');
    expect((await pdf.arrayBuffer()).byteLength).toBeGreaterThan(20_000);
  }
  const spanish = await clinic.as('physiatrist').call(homeProgrammeApi.handout, {
    params: { episodeId, versionNumber: 1 },
    query: { format: 'json', language: 'es' },
  });
  expect(spanish.body).toMatchObject({ title: 'Sus ejercicios en casa', largeType: true });
  expect(spanish.body.printed).toMatchObject({ by: expect.stringMatching(/, fisiatría$/) });
  const [phone] = await clinic.rows(`select phone from clinic where organization_id = $1`, [
    clinic.organizationId,
  ]);
  expect(phone).toMatchObject({ phone: null });
  expect(JSON.stringify(spanish.body)).toContain('Pare y llámenos');
  await clinic.rows(`update clinic set phone = '+1 555 0142' where organization_id = $1`, [
    clinic.organizationId,
  ]);
  const reachable = await clinic.as('physiatrist').call(homeProgrammeApi.handout, {
    params: { episodeId, versionNumber: 1 },
    query: { format: 'json', language: 'es' },
  });
  expect(JSON.stringify(reachable.body)).toContain('Pare y llámenos: +1 555 0142');
  const cards = spanish.body.sections.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'cards');
  expect(cards).toMatchObject({ cards: [{ title: expect.stringContaining('Puente') }, {}, {}] });
});

test('the therapist’s notes are kept and printed in each language, also those of a version without Spanish', async () => {
  const clinic = await aClinic();
  const episode = await aTreatedEpisode(clinic);
  const { episodeId } = episode;
  const bridge = asked('bridge', { note: 'Stop early.', noteEs: 'Deténgase pronto.' });
  await clinic.as('therapist').call(homeProgrammeApi.saveProgramme, {
    params: { episodeId },
    body: { exercises: [bridge], note: 'Little and often.', noteEs: 'Poco y a menudo.', expectedVersion: 0 },
  });
  const { body } = await clinic.as('therapist').call(homeProgrammeApi.handout, {
    params: { episodeId, versionNumber: 1 },
    query: { format: 'json', language: 'es' },
  });
  expect(JSON.stringify(body.sections)).toMatch(/Poco y a menudo.*Deténgase pronto/);
  expect((await read(clinic, episode)).body.current?.content).toMatchObject({
    noteEs: 'Poco y a menudo.',
    exercises: [{ noteEs: 'Deténgase pronto.' }],
  });
});

test('an earlier version is printed in its own words and says which one has taken its place', async () => {
  const clinic = await aClinic();
  const episode = await aTreatedEpisode(clinic);
  const { episodeId } = episode;
  await save(clinic, episode, [asked('bridge')]);
  await save(clinic, episode, [asked('heel-raise')], { expectedVersion: 1 });
  const textOf = async (versionNumber: number, language: 'en' | 'es') => {
    const printed = await clinic.as('therapist').call(homeProgrammeApi.handout, {
      params: { episodeId, versionNumber },
      query: { format: 'json', language },
    });
    return JSON.stringify(printed.body.sections);
  };

  expect(await textOf(1, 'en')).toMatch(/Version 2 has taken the place.*Bridge/);
  expect(await textOf(1, 'es')).toContain('La versión 2 reemplaza');
  expect(await textOf(2, 'en')).toMatch(/Heel raise/i);
  expect(await textOf(2, 'en')).not.toContain('taken the place');
  const printed = await clinic.rows(
    `select detail->>'versionNumber' as version from audit_event
      where organization_id = $1 and action = 'home-programme.printed' order by id`,
    [clinic.organizationId],
  );
  expect(printed.length).toBe(4);
});

test('what was done at home and taught is signed with the session, and what was not taught back is asked for again', async () => {
  const clinic = await aClinic();
  const episode = await aTreatedEpisode(clinic);
  await save(clinic, episode, [asked('bridge')]);
  const first = await aPlannedSession(clinic, episode);
  const content = aFilledSheet({
    homeDaysDone: 3,
    homeDaysPrescribed: 5,
    homeDifficulty: 4,
    homePain: 2,
    education: [
      { topic: 'warning-signs', method: 'explained', teachBack: 'not-yet', note: 'Again next time.' },
      { topic: 'heat-and-cold', method: 'handout', teachBack: 'understood', note: '' },
    ],
  });
  expect((await signing(clinic, episode, first, { content })).status).toBe(200);
  const page = (await read(clinic, episode)).body;
  expect(page.reports).toMatchObject([{ daysDone: 3, daysAsked: 5, difficulty: 4, pain: 2 }]);
  expect(page.education).toMatchObject([
    {
      topic: 'warning-signs',
      method: 'explained',
      teachBack: 'not-yet',
      givenBy: expect.stringContaining('Staff'),
    },
    { topic: 'heat-and-cold' },
  ]);
  const second = await aPlannedSession(clinic, episode, { time: '15:30' });
  const sheet = await clinic
    .as('therapist')
    .call(sessionsApi.sheet, { params: { sessionId: second.sessionId } });
  expect(sheet.body.homeCare).toEqual({
    programme: expect.objectContaining({ versionNumber: 1, exercises: ['Bridge'], daysPerWeek: 5 }),
    taught: [
      { topic: 'warning-signs', teachBack: 'not-yet' },
      { topic: 'heat-and-cold', teachBack: 'understood' },
    ],
  });
});
