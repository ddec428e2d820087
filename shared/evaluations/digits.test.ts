import { describe, expect, test } from 'vitest';
import { BODY_REGIONS } from '#shared/patients/model.ts';
import { BODY_AREAS } from './body-chart.ts';
import { DIGITS, FINGERS, TOES } from './digits.ts';
import { examDoubts } from './doubts.ts';
import { usualWords } from './exam-norms.ts';
import { EXAM_REGIONS, type ExamRegion, PARTS, PLACES, suggestedRegions } from './exam-region.ts';
import { comparisonOf, isOnSheet, putValue, rowKey, sheetRows } from './exam-sheet.ts';
import { EXAM_TEMPLATES } from './exam-templates.ts';
import {
  BALANCE_TESTS,
  JOINTS,
  MEASUREMENTS,
  MUSCLE_GROUPS,
  REFLEXES,
  SENSATION_AREAS,
  SPECIAL_TESTS,
} from './examination-words.ts';
import { findingTables } from './finding-table.ts';
import { digitsFor, emptyFinding, Finding, findingSentence, findingSubject, withDigit } from './findings.ts';
import { missingSections } from './missing-sections.ts';
import { emptyEvaluation } from './model.ts';
import type { SheetRow } from './sheet-rows.ts';

const rowOf = (region: ExamRegion, words: string): SheetRow => {
  const row = EXAM_TEMPLATES[region].find(({ subject }) => findingSubject(subject).includes(words));
  if (row === undefined) throw new Error(`no ${words}`);
  return row;
};
const LEFT = { side: 'left', mode: 'active' } as const;

/** As it was signed before a finger was asked for. */
const unnamed = Finding.parse({
  ...emptyFinding('rom'),
  ...{ joint: 'Finger', movement: 'PIP flexion', degrees: 80, side: 'left' },
});

describe('fingers and toes', () => {
  test('a joint says which finger, and each finger is a place of its own with the usual range of its joint', () => {
    const index = rowOf('index-finger', 'PIP flexion');
    const ring = rowOf('ring-finger', 'PIP flexion');
    const findings = putValue(putValue([], index, LEFT, 95), ring, LEFT, 40);
    expect(findings.map(findingSentence)).toEqual([
      'Index finger PIP flexion, left: 95° active',
      'Ring finger PIP flexion, left: 40° active',
    ]);
    expect(comparisonOf(ring, findings, findings)).toBe('usual 100° · first L 40°');
    expect(findings).toMatchObject([{ digit: 'index-finger' }, { digit: 'ring-finger' }]);
  });
  test('every joint of every finger and of every toe has a row', () => {
    const movements = (region: ExamRegion) =>
      EXAM_TEMPLATES[region].flatMap(({ subject }) => (subject.kind === 'rom' ? [subject.movement] : []));
    for (const finger of FINGERS.slice(1)) {
      expect(movements(finger)).toEqual(
        ['MCP', 'PIP', 'DIP'].flatMap((joint) => [`${joint} flexion`, `${joint} extension`]),
      );
    }
    for (const toe of TOES.slice(1)) {
      expect(movements(toe)).toEqual(['MTP extension', 'MTP flexion', 'PIP flexion', 'DIP flexion']);
    }
    expect(movements('thumb')).toContain('CMC abduction');
    const usual = DIGITS.flatMap((digit) =>
      EXAM_TEMPLATES[digit].flatMap(({ subject }) => (subject.kind === 'rom' ? [usualWords(subject)] : [])),
    );
    expect(usual.filter((words) => !/^\d+°$/.test(words))).toEqual([]);
    expect(PARTS.flatMap(({ regions }) => regions)).toEqual([...DIGITS]);
  });
  test('what was signed without a finger reads as it did, in its place', () => {
    const [rom] = findingTables([
      unnamed,
      ...putValue([], rowOf('hip', 'flexion'), LEFT, 100),
      ...putValue([], rowOf('wrist-hand', 'Wrist flexion'), LEFT, 60),
    ]);
    expect(rom?.rows.map(({ subject, usual }) => `${subject} ${usual}`)).toEqual([
      'Wrist flexion 80°',
      'Finger PIP flexion 100°',
      'Hip flexion 120°',
    ]);
    expect('digit' in unnamed).toBe(false);
  });
  test('a new finding asks which finger, once; naming it puts it on the sheet of that finger', () => {
    expect(examDoubts([unnamed]).map(({ sentence }) => sentence)).toEqual([
      'Finger PIP flexion, left: 80° active does not say which finger.',
    ]);
    const named = withDigit(unnamed, 'little-finger');
    expect(examDoubts([named])).toEqual([]);
    expect(isOnSheet(sheetRows(['little-finger']), named)).toBe(true);
    expect(isOnSheet(sheetRows(['wrist-hand', 'little-finger']), unnamed)).toBe(false);
  });
  test('a knee has no finger, whatever the row was before', () => {
    const named = withDigit(unnamed, 'little-finger');
    const knee = withDigit({ ...named, joint: 'Knee', movement: 'flexion' } as Finding, 'little-finger');
    expect(findingSubject(knee)).toBe('Knee flexion');
    expect(digitsFor(knee)).toEqual([]);
  });
});

describe('the sheets together', () => {
  test('every region of an episode and every area of the body chart leads to a sheet', () => {
    for (const region of BODY_REGIONS) expect(suggestedRegions(region)).not.toEqual([]);
    for (const area of BODY_AREAS) expect([area, suggestedRegions('', [{ area }])]).not.toEqual([area, []]);
    expect(suggestedRegions('upper-back')[0]).toBe('upper-back');
    expect(suggestedRegions('knee', [{ area: 'back:left:calf' }, { area: 'back::middle back' }])).toEqual([
      'knee',
      'hip',
      'ankle-foot',
      'upper-back',
    ]);
    expect([...PLACES, ...DIGITS].toSorted()).toEqual([...EXAM_REGIONS].toSorted());
  });
  test('every dermatome from C2 to the saddle has one row, however many sheets are open', () => {
    const areas = sheetRows(EXAM_REGIONS)
      .flatMap(({ rows }) => rows)
      .flatMap(({ subject }) => (subject.kind === 'sensation' ? [subject.area] : []));
    const levels = (letter: string, from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => `${letter}${from + index}`);
    const roots = [
      ...levels('C', 2, 8),
      ...levels('T', 1, 12),
      ...levels('L', 1, 5),
      ...['S1', 'S2', 'Saddle (S3-S5)'],
    ];
    expect(roots.filter((root) => areas.filter((area) => area === root).length !== 1)).toEqual([]);
  });
  test('no sheet asks the same twice, and no list of words offers the same twice', () => {
    for (const region of EXAM_REGIONS) {
      const keys = EXAM_TEMPLATES[region].map(rowKey);
      expect([region, keys.length]).toEqual([region, new Set(keys).size]);
    }
    const lists = [
      JOINTS,
      MUSCLE_GROUPS,
      REFLEXES,
      SENSATION_AREAS,
      SPECIAL_TESTS,
      BALANCE_TESTS,
      MEASUREMENTS,
    ];
    for (const list of lists) {
      expect(new Set(list.map((word) => word.toLowerCase())).size).toBe(list.length);
    }
    expect(JOINTS).toContain('Finger');
  });
  test('a second finding for a place stays in sight, and holds back signing until one is left', () => {
    const knee = rowOf('knee', 'Knee flexion');
    const [first] = putValue([], knee, LEFT, 95);
    if (first === undefined) throw new Error('no finding');
    const second = { ...first };
    const groups = sheetRows(['knee']);
    expect([first, second].map((one) => isOnSheet(groups, one, [first, second]))).toEqual([true, false]);
    const issues = (findings: Finding[]) =>
      missingSections('consult', { ...emptyEvaluation(), findings }).map(({ message }) => message);
    const twice = 'Knee flexion, left, active stands twice. Keep one row and say the rest in its note.';
    expect(issues([first, second])).toContain(twice);
    expect(issues([first, { ...second, side: 'right' }])).not.toContain(twice);
  });
  test('the jaw and the chest are measured in length, with what is usual', () => {
    expect(comparisonOf(rowOf('head-jaw', 'Jaw opening'), [], [])).toBe('usual 40 mm');
    expect(comparisonOf(rowOf('head-jaw', 'Jaw opening'), [], [], { 'rom.Jaw-opening': 45 })).toBe(
      'usual 45 mm',
    );
    expect(comparisonOf(rowOf('upper-back', 'Chest expansion'), [], [])).toBe('usual 5 cm');
    expect(comparisonOf(rowOf('wrist-hand', 'Grip'), [], [])).toBe('');
  });
});
