import { describe, expect, test } from 'vitest';
import { isIcd10Shaped } from '#shared/patients/code-systems.ts';
import { searchCodes } from '../search-codes.ts';
import { choicesOf, codeDoubt, encounterOf, findIcdCode, ICD10_CODES } from './code-table.ts';

const code = (text: string) => {
  const found = findIcdCode(text);
  if (found === undefined) throw new Error(`no ${text}`);
  return found;
};
const codes = (typed: string, options?: Parameters<typeof searchCodes>[1]) =>
  searchCodes(typed, options).map((one) => one.code);

describe('the shipped table of diagnoses', () => {
  test('holds several hundred diagnoses; every code is well formed and stands once', () => {
    const wrong = ICD10_CODES.filter((one) => !isIcd10Shaped(one.code)).map((one) => one.code);
    expect(wrong).toEqual([]);
    const all = ICD10_CODES.map((one) => one.code);
    expect(all.filter((one, index) => all.indexOf(one) !== index)).toEqual([]);
    expect(new Set(ICD10_CODES.map(({ family }) => family.words)).size).toBeGreaterThan(500);
  });
  test.each([
    ['S83.511A', 'Anterior cruciate ligament sprain or tear, right, active treatment', 'right', 'A'],
    ['S82.62XD', 'Ankle fracture, lateral malleolus, displaced, left, healing', 'left', 'D'],
    ['S82.65XK', 'Ankle fracture, lateral malleolus, not displaced, left, not united', 'left', 'K'],
    ['S13.4XXS', 'Cervical sprain (whiplash), later effect', undefined, 'S'],
    ['I69.354', 'Weakness of one side after cerebral infarction, left side, right-handed', 'left', undefined],
    ['G56.03', 'Carpal tunnel syndrome, both sides', 'both', undefined],
    ['M54.16', 'Radiculopathy, lumbar spine', undefined, undefined],
    ['S32.010D', 'Wedge compression fracture, L1, healing', undefined, 'D'],
  ])('%s reads %s', (text, display, side, encounter) => {
    expect(code(text)).toMatchObject({ code: text, display });
    expect([code(text).side, code(text).encounter]).toEqual([side, encounter]);
  });
  test('a broken vertebra has no character for a bone healed out of place, a broken wrist has', () => {
    expect(findIcdCode('S32.010P')).toBeUndefined();
    expect(findIcdCode('S52.531P')).toBeDefined();
  });
  test('a code leads to its other side and its other encounters, each explained', () => {
    const { sides, encounters } = choicesOf(code('S83.511A'));
    expect(sides.map((one) => [one.code.code, one.words])).toEqual([
      ['S83.511A', '1: right'],
      ['S83.512A', '2: left'],
    ]);
    expect(encounters.map((one) => one.code.code)).toEqual(['S83.511D', 'S83.511A', 'S83.511S']);
    expect(encounterOf(code('S83.511D'))?.meaning).toBe('D: routine care while it heals; most therapy');
    expect(choicesOf(code('M54.2'))).toEqual({ sides: [], encounters: [] });
  });
  test('what is not in the table is told, and half a code is recognized', () => {
    expect(codeDoubt('M54.2')).toBeUndefined();
    expect(codeDoubt('M75.1')).toMatch(/not a whole code.*more characters, such as M75.101/);
    expect(codeDoubt('M75.0')).toMatch(/the side, such as M75.01/);
    expect(codeDoubt('S83.511')).toMatch(/the seventh character, such as S83.511D/);
    expect(codeDoubt('S83.51')).toMatch(/side and seventh character/);
    expect(codeDoubt('S61.219')).toMatch(/seventh character \(A, D or S\)/);
    expect(codeDoubt('L40.50')).toMatch(/its meaning was not checked/);
    expect(codeDoubt('nonsense')).toBeUndefined();
  });
});

describe('searching it', () => {
  test('by code, with or without the point', () => {
    expect(codes('m5416')).toEqual(['M54.16']);
    expect(codes('M54.16')).toEqual(['M54.16']);
    expect(codes('S83.511')).toEqual(['S83.511D', 'S83.511A', 'S83.511S']);
    expect(codes('')).toEqual([]);
  });
  test('by the beginnings of words, with the names people type', () => {
    expect(codes('lumbar radic')[0]).toBe('M54.16');
    expect(codes('sciat left').slice(0, 2)).toEqual(['M54.32', 'M54.42']);
    expect(codes('frozen shoulder')).toEqual(['M75.01', 'M75.02']);
    expect(codes('tennis elbow')).toEqual(['M77.11', 'M77.12']);
    expect(codes('guillain barre')).toEqual(['G61.0']);
    expect(codes('meniere')).toEqual(['H81.01', 'H81.02', 'H81.03']);
  });
  test('by what it is called in the clinic, what therapy is asked for first', () => {
    expect(codes('total knee')).toEqual(expect.arrayContaining(['Z96.651', 'Z96.652', 'Z96.653']));
    expect(codes('TKR left', { side: 'left' })[0]).toBe('Z96.652');
    expect(codes('stroke')[0]).toBe('I69.351');
    expect(
      codes('stroke')
        .slice(0, 4)
        .every((one) => one.startsWith('I69.35')),
    ).toBe(true);
    expect(codes('stroke gait')[0]).toBe('I69.393');
    expect(codes('osteoporosis fracture')[0]).toBe('M80.08XD');
    expect(codes('osteoporotic fracture hip')).toEqual(expect.arrayContaining(['M80.051D', 'M80.052D']));
  });
  test.each(['M80.08XA', 'M80.012D', 'M80.061G', 'M80.0B1K', 'M80.872S', 'M80.00XP', 'M80.0AXD'])(
    '%s is listed',
    (listed) => {
      expect(findIcdCode(listed)).toBeDefined();
      expect(isIcd10Shaped(listed)).toBe(true);
    },
  );
  test('an injury stands once for a side, unless its stage is asked for', () => {
    expect(codes('ACL tear')).toEqual(['S83.511D', 'S83.512D']);
    expect(codes('scaphoid not united')).toEqual(['S62.001K', 'S62.002K']);
  });
  test('the side of the episode comes first', () => {
    expect(codes('ACL tear', { side: 'left' })).toEqual(['S83.512D', 'S83.511D']);
  });
});
