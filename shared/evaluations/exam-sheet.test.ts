import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BODY_AREAS, bodyChartIssues, BodyMark, markSentence, nextFreeArea } from './body-chart.ts';
import { EXAM_REGIONS } from './exam-region.ts';
import { comparisonOf, findPlace, isOnSheet, placesOf, putValue, sheetRows, valueOf } from './exam-sheet.ts';
import { EXAM_TEMPLATES } from './exam-templates.ts';
import type { SheetRow } from './sheet-rows.ts';
import { findingTables } from './finding-table.ts';
import { emptyFinding, Finding, findingGap, findingSentence } from './findings.ts';
import { readCell } from './read-cell.ts';
import { gradeRank, readGrade } from './strength-grade.ts';
import { fillNormal, putReading, unreadIssues } from './unread.ts';

const rowOf = (region: (typeof EXAM_REGIONS)[number], words: string): SheetRow => {
  const row = EXAM_TEMPLATES[region].find(({ subject }) => JSON.stringify(subject).includes(words));
  if (row === undefined) throw new Error(`no ${words}`);
  return row;
};
const LEFT = { side: 'left', mode: 'active' } as const;
const RIGHT = { side: 'right', mode: 'active' } as const;

describe('the sheet of the examination', () => {
  const knee = rowOf('knee', 'flexion');

  test('only what was examined is recorded: a value adds a finding, emptying it takes it away', () => {
    const one = putValue([], knee, LEFT, 130);
    expect(one).toEqual([
      {
        kind: 'rom',
        joint: 'Knee',
        movement: 'flexion',
        mode: 'active',
        degrees: 130,
        side: 'left',
        note: '',
        carried: false,
      },
    ]);
    expect(putValue(one, knee, LEFT, 0)).toMatchObject([{ degrees: 0 }]);
    expect(putValue(one, knee, LEFT, null)).toEqual([]);
    expect(putValue([], knee, LEFT, null)).toEqual([]);
  });
  test('sides and modes stand apart; a changed value is no longer carried', () => {
    const carried = putValue([], knee, LEFT, 95).map((one) => ({ ...one, carried: true }));
    const both = putValue(putValue(carried, knee, RIGHT, 130), knee, { side: 'left', mode: 'passive' }, 100);
    expect(both.map((one) => [one.side, valueOf(one), one.carried])).toEqual([
      ['left', 95, true],
      ['right', 130, false],
      ['left', 100, false],
    ]);
    expect(putValue(both, knee, LEFT, 96)[0]).toMatchObject({ degrees: 96, carried: false });
  });
  test('a row says the other side, the usual range and the first measurement', () => {
    const findings = putValue(putValue([], knee, LEFT, 95), knee, RIGHT, 130);
    const baseline = putValue([], knee, LEFT, 70);
    expect(comparisonOf(knee, findings, baseline)).toBe('left 35° less · usual 135° · first L 70°');
    expect(comparisonOf(knee, [], [])).toBe('usual 135°');
    expect(
      comparisonOf(
        rowOf('wrist-hand', 'Grip strength'),
        putValue([], rowOf('wrist-hand', 'Grip strength'), { side: 'left', mode: null }, 20),
        [],
      ),
    ).toBe('');
  });
  test('a row that two regions share stands once, and every template is whole', () => {
    const labels = sheetRows(['low-back', 'hip']).flatMap(({ rows }) =>
      rows.map(({ subject }) => JSON.stringify(subject)),
    );
    expect(new Set(labels).size).toBe(labels.length);
    for (const region of EXAM_REGIONS) {
      for (const { subject } of EXAM_TEMPLATES[region]) expect(Finding.safeParse(subject).success).toBe(true);
    }
  });
  test('what the sheet has no place for is found', () => {
    const groups = sheetRows(['knee']);
    expect(isOnSheet(groups, { ...knee.subject, side: 'left' })).toBe(true);
    expect(isOnSheet(groups, { ...knee.subject, side: null })).toBe(false);
    expect(isOnSheet(groups, emptyFinding('free'))).toBe(false);
  });
  test('the rest is normal only where nothing was entered, and never for a measured value', () => {
    const tests = EXAM_TEMPLATES.knee.filter(({ subject }) => subject.kind === 'special-test');
    const [lachman] = tests;
    if (lachman === undefined) throw new Error('no test');
    const found = putValue([], lachman, { side: 'right', mode: null }, 'positive');
    const filled = fillNormal(found, [], tests);
    expect(valueOf(filled[findPlace(filled, lachman, { side: 'right', mode: null })])).toBe('positive');
    expect(filled).toHaveLength(tests.length * 2);
    expect(fillNormal([], [], [knee])).toEqual([]);
  });
  test('whatever is entered can be signed', () => {
    const rows = EXAM_REGIONS.flatMap((region) => EXAM_TEMPLATES[region]);
    fc.assert(
      fc.property(fc.subarray(rows), fc.integer({ min: 0, max: 5 }), (chosen, value) => {
        const typed = (row: SheetRow) =>
          (({ reflex: '2+', sensation: 'reduced', 'special-test': 'positive' }) as Record<string, string>)[
            row.subject.kind
          ] ?? value;
        const findings = chosen.reduce<Finding[]>(
          (all, row) => placesOf(row).reduce((some, place) => putValue(some, row, place, typed(row)), all),
          [],
        );
        expect(findings.flatMap((finding) => findingGap(finding) ?? [])).toEqual([]);
        expect(findings.every((finding) => Finding.safeParse(finding).success)).toBe(true);
      }),
    );
  });
  test.each([
    ['4', 4],
    ['4+', '4+'],
    ['4-', '4-'],
    [' 3+ ', '3+'],
    ['4−', '4-'],
    ['4.5', 4.5],
    ['3,5', 3.5],
    ['0', 0],
    ['5+', null],
    ['0-', null],
    ['6', null],
    ['55', null],
    ['0+', null],
    ['', null],
    ['x', null],
  ])('grade %j is %s', (typed, grade) => {
    expect(readGrade(typed)).toBe(grade);
  });
  test('3+ is weaker than 4-, and both are written as they were said', () => {
    const said = ['3', '3+', '4-', '4', '4+', '5-', '5'].map((grade) => readGrade(grade) ?? -1);
    expect(said.map(gradeRank)).toEqual(said.map(gradeRank).toSorted((a, b) => a - b));
    expect(new Set(said.map(gradeRank)).size).toBe(said.length);
    const toe = rowOf('nerves-leg', 'Great toe');
    const [finding] = putValue([], toe, { side: 'left', mode: null }, '4-');
    if (finding === undefined) throw new Error('no finding');
    expect(findingSentence(finding)).toBe('Great toe extensors (L5), left: 4- of 5');
    expect(comparisonOf(toe, [finding, { ...finding, side: 'right', grade: '3+' } as Finding], [])).toBe(
      'right weaker, 3+ against 4-',
    );
  });
  test.each([
    ['low-back', 'Repeated extension centralizes', null],
    ['neck', 'Cervical distraction relieves', null],
    ['pelvic-floor', 'Full relaxation', 'positive'],
    ['pelvic-floor', 'Contraction before', 'positive'],
    ['pelvic-floor', 'Raised resting tone', 'negative'],
    ['knee', 'Lachman', 'negative'],
  ] as const)('normal in %s, %s, is %s', (region, words, normal) => {
    const row = rowOf(region, words);
    const filled = fillNormal([], [], [row]);
    expect(filled.map(valueOf)).toEqual(normal === null ? [] : placesOf(row).map(() => normal));
  });
  test('with two regions open each is filled by itself', () => {
    const special = sheetRows(['low-back', 'pelvic-floor']).find(({ kind }) => kind === 'special-test');
    expect(special?.regions.map(({ region }) => region)).toEqual(['low-back', 'pelvic-floor']);
    const rows = special?.regions.find(({ region }) => region === 'low-back')?.rows ?? [];
    expect(JSON.stringify(fillNormal([], [], rows))).not.toContain('Pelvic');
  });
  test('typing 400 leaves neither 4 nor 40 behind: the cell holds it as unread until it is mended', () => {
    const flexion = rowOf('low-back', 'flexion');
    const place = { side: null, mode: 'active' } as const;
    const type = (typed: string) => {
      const value = readCell('rom', typed);
      return value === null ? { typed } : { value };
    };
    const keys = ['4', '40', '400'].reduce((state, typed) => putReading(state, flexion, place, type(typed)), {
      findings: [] as Finding[],
      unread: [] as { at: string; what: string; typed: string; wanted: string }[],
    });
    expect(keys.findings).toEqual([]);
    expect(unreadIssues(keys.unread).map(({ message }) => message)).toEqual([
      'Lumbar flexion, active: “400” is not whole degrees from -60 to 360. Correct it or empty the field.',
    ]);
    expect(fillNormal(keys.findings, keys.unread, [flexion])).toEqual([]);
    expect(putReading(keys, flexion, place, { value: 40 })).toMatchObject({
      findings: [{ degrees: 40 }],
      unread: [],
    });
    expect(putReading(keys, flexion, place, { value: null })).toEqual({ findings: [], unread: [] });
  });
  test('a note outlives a value that is being typed again', () => {
    const noted = putValue([], knee, LEFT, 95).map((one) => ({ ...one, note: 'painful' }));
    const emptied = putReading({ findings: noted, unread: [] }, knee, LEFT, { typed: '9x' });
    expect(putReading(emptied, knee, LEFT, { value: 90 }).findings).toMatchObject([
      { degrees: 90, note: 'painful' },
    ]);
  });
  test('findings are read side by side in the order of the sheet, with the usual range and the first measurement', () => {
    const typed = [
      { ...knee.subject, mode: 'passive', degrees: 100, side: 'left' } as Finding,
      ...putValue(putValue([], knee, RIGHT, 130), knee, LEFT, 95),
      ...putValue([], rowOf('low-back', 'flexion'), { side: null, mode: 'active' }, 40),
    ];
    expect(findingTables(typed, putValue([], knee, LEFT, 70))).toEqual([
      {
        kind: 'rom',
        rows: [
          {
            subject: 'Lumbar flexion',
            left: '',
            right: '',
            middle: '40° active',
            usual: '60°',
            first: '',
            note: '',
          },
          {
            subject: 'Knee flexion',
            left: '95° active, 100° passive',
            right: '130° active',
            middle: '',
            usual: '135°',
            first: 'left 70° active',
            note: '',
          },
        ],
      },
    ]);
  });
});

describe('the body chart', () => {
  test('every area is a place of its own and reads as words', () => {
    expect(new Set(BODY_AREAS).size).toBe(BODY_AREAS.length);
    expect(
      markSentence({ area: 'front:left:knee', quality: 'burning', intensity: 6, note: 'at night' }),
    ).toBe('Left knee, front: burning, 6 of 10 (at night)');
    expect(markSentence({ area: 'back::low back', quality: 'numb', intensity: null, note: '' })).toBe(
      'Low back, from behind: numb',
    );
  });
  test('an area once, with what it feels like, and without an intensity only on purpose', () => {
    const mark = { area: 'front:left:knee', quality: 'numb' as const, intensity: 3, note: '' };
    const paths = (...marks: BodyMark[]) => bodyChartIssues(marks).map(({ path }) => path);
    expect(paths(mark, { ...mark, area: 'back::low back' })).toEqual([]);
    expect(paths(mark, { ...mark, quality: 'burning' })).toEqual(['bodyChart.1.area']);
    expect(paths({ ...mark, quality: null, intensity: null })).toEqual([
      'bodyChart.0.quality',
      'bodyChart.0.intensity',
    ]);
    expect(paths({ ...mark, intensity: null, unrated: true })).toEqual([]);
    expect(markSentence({ ...mark, intensity: null, unrated: true })).toBe(
      'Left knee, front: numb, not rated',
    );
    expect(nextFreeArea([])).toBe('back::low back');
    expect(nextFreeArea([{ area: 'back::low back' }])).toBe('front::head');
  });

  test('an area that is not on the chart and an intensity beyond ten are refused', () => {
    const mark = { area: 'front:left:knee', quality: 'numb', intensity: 10, note: '' };
    expect(BodyMark.safeParse(mark).success).toBe(true);
    expect(BodyMark.safeParse({ ...mark, area: 'front:left:tail' }).success).toBe(false);
    expect(BodyMark.safeParse({ ...mark, intensity: 11 }).success).toBe(false);
    expect(BodyMark.safeParse({ ...mark, intensity: 2.5 }).success).toBe(false);
  });
});
