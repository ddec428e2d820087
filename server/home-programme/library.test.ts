import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { homeProgrammeApi } from '#shared/home-programme/contract.ts';
import { writeCsv } from '#shared/home-programme/exercise-csv.ts';
import { ExerciseCode, type ExerciseContent } from '#shared/home-programme/model.ts';
import { aClinic, type PersonName, type TestClinic } from '#tests/support/a-clinic.ts';

const code = (text: string) => ExerciseCode.parse(text);
const BRIDGE = code('bridge');

const anExercise = (change: Partial<ExerciseContent> = {}): ExerciseContent => ({
  name: { en: 'Towel grip', es: 'Apretar la toalla' },
  category: 'strength',
  region: 'wrist-hand',
  steps: { en: ['Roll a towel and squeeze it.'], es: ['Enrolle una toalla y apriétela.'] },
  caution: { en: '', es: '' },
  equipment: ['towel'],
  dose: { sets: 2, repetitions: 10, holdSeconds: 3, minutes: null, timesPerDay: 1, daysPerWeek: 5 },
  agents: ['exercise'],
  intervention: 'grip-strength',
  picture: null,
  ...change,
});

const find = async (clinic: TestClinic, wanted: ExerciseCode, by: PersonName = 'therapist') =>
  (await clinic.as(by).call(homeProgrammeApi.library)).body.exercises.find((one) => one.code === wanted);

const load = async (clinic: TestClinic, wanted: ExerciseCode) => {
  const found = await find(clinic, wanted);
  if (!found) throw new Error(`no exercise ${wanted}`);
  return found;
};

test('everybody who works here reads the shipped library', async () => {
  const clinic = await aClinic();
  for (const person of ['physiatrist', 'therapist', 'assistant', 'administrator'] as const) {
    const { exercises } = (await clinic.as(person).call(homeProgrammeApi.library)).body;
    expect(exercises.length).toBeGreaterThanOrEqual(40);
    expect(exercises.every(({ origin }) => origin === 'shipped')).toBe(true);
  }
});

test('a shipped exercise is copied when it is edited, for this organization only', async () => {
  const clinic = await aClinic();
  const { content } = await load(clinic, BRIDGE);
  const edit = (expectedVersion: number, by: PersonName = 'therapist') =>
    clinic.as(by).call(homeProgrammeApi.editExercise, {
      params: { exerciseCode: BRIDGE },
      body: { content: { ...content, name: { ...content.name, en: 'Our bridge' } }, expectedVersion },
    });
  expect((await edit(0)).body).toMatchObject({
    origin: 'edited',
    version: 1,
    content: { name: { en: 'Our bridge' } },
  });
  expect(await edit(0)).toBeProblem('stale-version');
  expect((await find(clinic, BRIDGE, 'outsider'))?.content.name.en).toBe('Bridge');
  expect(await edit(1, 'administrator')).toBeProblem('forbidden');
  expect(await edit(1, 'assistant')).toBeProblem('forbidden');
});

test('an exercise is added once, retired and brought back', async () => {
  const clinic = await aClinic();
  const physiatrist = clinic.as('physiatrist');
  const body = { code: code('towel-grip'), content: anExercise() };
  const key = randomUUID();
  const added = await physiatrist.call(homeProgrammeApi.addExercise, { body }, { key });
  expect(added.body).toMatchObject({ origin: 'own', version: 1, retired: false });
  const again = await physiatrist.call(homeProgrammeApi.addExercise, { body }, { key });
  expect(again.body).toEqual(added.body);
  expect(await physiatrist.call(homeProgrammeApi.addExercise, { body })).toBeProblem('conflict');
  const retire = (retired: boolean, expectedVersion: number) =>
    physiatrist.call(homeProgrammeApi.retireExercise, {
      params: { exerciseCode: body.code },
      body: { retired, expectedVersion },
    });
  expect((await retire(true, 1)).body.retired).toBe(true);
  expect(await retire(false, 1)).toBeProblem('stale-version');
  expect((await retire(false, 2)).body.retired).toBe(false);
});

test('a picture or an intervention that does not exist is refused by field', async () => {
  const clinic = await aClinic();
  const add = (content: ExerciseContent) =>
    clinic.as('therapist').call(homeProgrammeApi.addExercise, { body: { code: code('odd-one'), content } });
  expect(await add(anExercise({ picture: 'unicorn' }))).toBeProblem('invalid-input');
  expect(await add(anExercise({ intervention: 'magic' }))).toBeProblem('invalid-input');
  const undosed = {
    sets: 2,
    repetitions: null,
    holdSeconds: null,
    minutes: null,
    timesPerDay: 1,
    daysPerWeek: 5,
  };
  expect(await add(anExercise({ dose: undosed }))).toBeProblem('invalid-input');
});

const importCsv = (clinic: TestClinic, csv: string, dryRun: boolean, by: PersonName = 'therapist') =>
  clinic.as(by).call(homeProgrammeApi.importExercises, { body: { csv, dryRun } });

test('a list is tried first, written whole, and changes nothing the second time', async () => {
  const clinic = await aClinic();
  const bridge = await load(clinic, BRIDGE);
  const csv = writeCsv([
    { code: 'towel-grip', content: anExercise() },
    { code: 'bridge', content: bridge.content },
    { code: 'heel-raise', content: anExercise({ name: { en: 'Calf raise', es: '' } }) },
  ]);
  const trial = (await importCsv(clinic, csv, true)).body;
  expect(trial).toMatchObject({
    applied: false,
    lines: [
      { line: 2, code: 'towel-grip', action: 'add' },
      { line: 3, code: 'bridge', action: 'same' },
      { line: 4, code: 'heel-raise', action: 'change' },
    ],
  });
  expect(await find(clinic, code('towel-grip'))).toBeUndefined();
  expect((await importCsv(clinic, csv, false)).body.applied).toBe(true);
  expect((await load(clinic, code('towel-grip'))).content).toEqual(anExercise());
  const second = (await importCsv(clinic, csv, false)).body;
  expect(second.lines.map(({ action }) => action)).toEqual(['same', 'same', 'same']);
  expect((await load(clinic, code('heel-raise'))).version).toBe(1);
});

test('one bad line keeps all of them out, and is named by its number', async () => {
  const clinic = await aClinic();
  const csv = writeCsv([
    { code: 'with-break', content: anExercise({ steps: { en: ['First\nthen second'], es: [] } }) },
    { code: 'with-break', content: anExercise() },
    { code: 'no-picture', content: anExercise({ picture: 'unicorn' }) },
  ]);
  const report = (await importCsv(clinic, csv, false)).body;
  expect(report.applied).toBe(false);
  expect(report.lines).toMatchObject([
    { line: 2, action: 'add' },
    { line: 4, action: 'refused', problems: ['code: the same as on line 2.'] },
    { line: 5, action: 'refused', problems: ['picture: There is no picture unicorn.'] },
  ]);
  expect(await find(clinic, code('with-break'))).toBeUndefined();
});

test('what is no list is refused with the reason', async () => {
  const clinic = await aClinic();
  expect(await importCsv(clinic, 'hello', true)).toBeProblem('invalid-input');
  expect(await importCsv(clinic, 'code,name_en\n"open', true)).toBeProblem('invalid-input');
  const headings = 'code,name_en,category,region,steps_en,times_per_day,days_per_week';
  expect(await importCsv(clinic, `${headings}\n`, true)).toBeProblem('invalid-input');
  expect(await importCsv(clinic, `${headings},colour\na`, true)).toBeProblem('invalid-input');
  expect(await importCsv(clinic, headings, true, 'administrator')).toBeProblem('forbidden');
});

test('a list as a spreadsheet saves it: with a mark at its start, semicolons or tabs', async () => {
  const clinic = await aClinic();
  const csv = writeCsv([{ code: 'towel-grip', content: anExercise() }]);
  const [heading = '', row = ''] = csv.split('\r\n');
  expect(row).not.toContain('"');
  for (const text of [`\uFEFF${csv}`, csv.replaceAll(',', ';'), csv.replaceAll(',', '\t')]) {
    expect((await importCsv(clinic, text, true)).body.lines).toMatchObject([
      { line: 2, code: 'towel-grip', action: 'add' },
    ]);
  }
  const moved = (await importCsv(clinic, `${heading}\r\n${row},more\r\n`, false)).body;
  expect(moved).toMatchObject({
    applied: false,
    lines: [{ line: 2, action: 'refused', problems: [expect.stringContaining('20 cells, but 19 columns')] }],
  });
  const twice = await importCsv(clinic, `${heading},code\r\n${row},x\r\n`, true);
  expect(twice.problem?.detail).toContain('code is named twice');
  const unread = await importCsv(clinic, csv.replace('towel', 'tow\uFFFDl'), true);
  expect(unread.problem?.detail).toContain('CSV UTF-8');
  expect(await find(clinic, code('towel-grip'))).toBeUndefined();
});
