import { describe, expect, test } from 'vitest';
import type { PrescribedPrecaution } from '#shared/prescriptions/model.ts';
import { adherenceOf, daysAskedSince } from './adherence.ts';
import { checkExercise, generalCautions, type HomeLimits } from './check-exercise.ts';
import { askedInWords } from './dose-in-words.ts';
import { topicsToRepeat } from './education.ts';
import { readRow, writeCsv } from './exercise-csv.ts';
import { SHIPPED_EXERCISES } from './library/shipped-library.ts';
import { handoutLanguage } from './library-words.ts';
import { ExerciseCode, type HomeDose } from './model.ts';

const exercise = (code: string) => {
  const content = SHIPPED_EXERCISES.get(ExerciseCode.parse(code));
  if (!content) throw new Error(`no exercise ${code}`);
  return content;
};

const precaution = (change: Partial<PrescribedPrecaution>): PrescribedPrecaution => ({
  comorbidity: null,
  intervention: 'Lying flat on the back',
  agents: ['supine'],
  level: 'contraindicated',
  scope: 'anywhere',
  note: null,
  source: 'S1',
  verified: true,
  decision: 'keep',
  overrideReason: null,
  ...change,
});

const limits = (change: Partial<HomeLimits>): HomeLimits => ({
  precautions: [],
  interventions: [],
  excluded: [],
  weightBearing: [],
  homeProgramme: null,
  ...change,
});

describe('a home exercise against the prescription', () => {
  const bridge = exercise('bridge');

  test('is blocked by a kept contraindication, not by an overridden one', () => {
    expect(checkExercise(bridge, bridge.dose, limits({ precautions: [precaution({})] }))).toEqual([
      { level: 'blocked', sentence: 'Contraindicated: Lying flat on the back (S1).' },
    ]);
    const overridden = limits({ precautions: [precaution({ decision: 'override' })] });
    expect(checkExercise(bridge, bridge.dose, overridden)).toEqual([]);
  });

  test('is warned about by a precaution; one about any exercise is said once for all', () => {
    const careful = limits({ precautions: [precaution({ level: 'precaution', note: 'Left side down.' })] });
    expect(checkExercise(bridge, bridge.dose, careful)).toEqual([
      { level: 'caution', sentence: 'Lying flat on the back: Left side down.' },
    ]);
    const any = precaution({ level: 'precaution', agents: ['exercise'], intervention: 'Any exercise' });
    expect(checkExercise(bridge, bridge.dose, limits({ precautions: [any] }))).toEqual([]);
    expect(generalCautions(limits({ precautions: [any] }))).toEqual(['Any exercise']);
  });

  test('is blocked when excluded, and at one repetition above the limit', () => {
    const excluded = limits({ excluded: [{ code: 'bridge', name: 'Bridge', reason: 'Fresh fracture' }] });
    expect(checkExercise(bridge, bridge.dose, excluded)).toMatchObject([{ level: 'blocked' }]);
    const bounds = [{ parameter: 'repetitions' as const, min: 5, max: 10 }];
    const bounded = limits({
      interventions: [{ code: 'bridge', name: 'Bridge', authority: 'ask', bounds, rationale: null }],
    });
    const times = (repetitions: number): HomeDose => ({ ...bridge.dose, repetitions });
    expect(checkExercise(bridge, times(10), bounded)).toEqual([]);
    expect(checkExercise(bridge, times(2), bounded)).toEqual([]);
    expect(checkExercise(bridge, times(11), bounded)).toMatchObject([{ level: 'blocked' }]);
  });
});

describe('weight bearing', () => {
  const bearing = (
    limb: 'left-leg' | 'left-arm',
    status: 'NWB' | 'TTWB' | 'PWB' | 'WBAT' | 'FWB',
    percent: number | null = null,
  ) => limits({ weightBearing: [{ limb, status, percent, until: null }] });
  const levels = (code: string, of: HomeLimits) => {
    const content = exercise(code);
    return checkExercise(content, content.dose, of).map(({ level }) => level);
  };

  test.each(['heel-raise', 'mini-squat', 'step-up', 'single-leg-stand', 'stair-climbing', 'sit-to-stand'])(
    '%s is refused on a leg that carries nothing, warned about when it carries a part',
    (code) => {
      expect(levels(code, bearing('left-leg', 'NWB'))).toEqual(['blocked']);
      expect(levels(code, bearing('left-leg', 'TTWB', 20))).toEqual(['blocked']);
      expect(levels(code, bearing('left-leg', 'PWB', 50))).toEqual(['caution']);
      expect(levels(code, bearing('left-leg', 'WBAT'))).toEqual([]);
      expect(levels(code, bearing('left-leg', 'FWB', 100))).toEqual([]);
    },
  );

  test('lying and sitting exercises stay; walking and hands and knees are warned about; arms count for arms', () => {
    const none = bearing('left-leg', 'NWB');
    for (const code of ['straight-leg-raise', 'ankle-pumps', 'clamshell'])
      expect(levels(code, none)).toEqual([]);
    for (const code of ['walking-programme', 'bridge']) expect(levels(code, none)).toEqual(['caution']);
    expect(levels('wall-push-up', bearing('left-arm', 'NWB'))).toEqual(['blocked']);
    expect(levels('heel-raise', bearing('left-arm', 'NWB'))).toEqual([]);
  });

  test('an exercise of one’s own without a picture is known by what it trains', () => {
    const own = { ...exercise('mini-squat'), picture: null };
    expect(checkExercise(own, own.dose, bearing('left-leg', 'NWB'))).toEqual([
      { level: 'blocked', sentence: 'The left leg is NWB: this exercise puts weight on it.' },
    ]);
  });
});

describe('adherence', () => {
  const report = (sessionDate: string, daysDone: number | null, daysAsked: number | null) => ({
    sessionDate,
    daysDone,
    daysAsked,
  });

  test('is low below half of the days of the last 14, not at half', () => {
    expect(adherenceOf([report('2026-11-20', 3, 6)], '2026-11-21')?.isLow).toBe(false);
    expect(adherenceOf([report('2026-11-20', 2, 5)], '2026-11-21')?.isLow).toBe(true);
  });

  test('looks back 14 days and needs both numbers', () => {
    expect(adherenceOf([report('2026-11-07', 2, 5)], '2026-11-21')).toBeUndefined();
    expect(adherenceOf([report('2026-11-08', 2, 5)], '2026-11-21')?.daysAsked).toBe(5);
    expect(adherenceOf([report('2026-11-20', null, 5)], '2026-11-21')).toBeUndefined();
  });

  test.each([
    ['2026-11-14', 5, 5],
    ['2026-11-14', 7, 7],
    ['2026-11-20', 3, 1],
    ['2026-11-21', 7, 1],
    ['2026-09-01', 7, 14],
  ])('since %s at %i days a week asks for %i days', (last, perWeek, asked) => {
    expect(daysAskedSince(last, '2026-11-21', perWeek)).toBe(asked);
  });
});

describe('education', () => {
  const given = (
    topic: 'warning-signs' | 'heat-and-cold',
    teachBack: 'understood' | 'not-yet' | 'not-asked',
  ) => ({
    topic,
    teachBack,
  });

  test('a topic is repeated until it is taught back; teaching without asking does not settle it', () => {
    expect(topicsToRepeat([given('warning-signs', 'not-yet'), given('heat-and-cold', 'not-asked')])).toEqual([
      'warning-signs',
    ]);
    expect(topicsToRepeat([given('warning-signs', 'not-yet'), given('warning-signs', 'not-asked')])).toEqual([
      'warning-signs',
    ]);
    expect(topicsToRepeat([given('warning-signs', 'not-yet'), given('warning-signs', 'understood')])).toEqual(
      [],
    );
  });
});

describe('words and lists', () => {
  test('a dose reads in both languages', () => {
    const content = { ...exercise('bridge'), picture: 'straight-leg-raise' };
    const asked = { content, dose: content.dose, side: 'left' as const };
    expect(askedInWords(asked, 'en')).toBe(
      '3 sets of 10, hold 3 seconds, left side, once a day, 5 days a week',
    );
    expect(askedInWords(asked, 'es')).toBe(
      '3 series de 10, mantenga 3 segundos, lado izquierdo, una vez al día, 5 días a la semana',
    );
  });

  test('what is written as a list is read back unchanged', () => {
    const [head = '', ...lines] = writeCsv([{ code: 'bridge', content: exercise('bridge') }])
      .trim()
      .split('\r\n');
    const cells = (line: string) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
        cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
      );
    const columns = head.split(',');
    const values = cells(lines[0] ?? '');
    const row = Object.fromEntries(columns.map((column, index) => [column, values[index] ?? '']));
    expect(readRow(row)).toEqual({ kind: 'read', code: 'bridge', content: exercise('bridge') });
  });

  test('what is wrong with a line is said by column', () => {
    const read = readRow({ code: 'Bad Code', name_en: 'X', category: 'yoga', steps_en: 'Do it', sets: '99' });
    expect(read.kind).toBe('refused');
    const problems = read.kind === 'refused' ? read.problems.join(' ') : '';
    for (const column of ['code:', 'category:', 'region:', 'sets:', 'times_per_day:']) {
      expect(problems).toContain(column);
    }
  });
});

test.each([
  ['Spanish', 'es'],
  ['español', 'es'],
  ['es-US', 'es'],
  ['English', 'en'],
  ['en', 'en'],
  ['Estonian', undefined],
  ['Portuguese', undefined],
  ['', undefined],
  [null, undefined],
])('a patient whose language is recorded as %s gets the handout in %s', (recorded, language) => {
  expect(handoutLanguage(recorded)).toBe(language);
});
