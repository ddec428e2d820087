import { expect, test } from 'vitest';
import { ICD_10_CM, SNOMED_CT, isIcd10Shaped, normalizeIcd10 } from './code-systems.ts';
import {
  COMORBIDITIES,
  COMORBIDITY_KEYS,
  comorbidityKeysOf,
  unreadConditions,
  comorbidityLabel,
} from './comorbidities.ts';

const coded = (code: string, status = 'active', codeSystem = ICD_10_CM) => ({ code, codeSystem, status });

test('each comorbidity of the precaution table is described exactly once', () => {
  expect(COMORBIDITIES.map(({ key }) => key)).toEqual([...COMORBIDITY_KEYS]);
});

test('every suggested code is shaped like ICD-10-CM and means its own comorbidity', () => {
  for (const { key, suggested = [] } of COMORBIDITIES) {
    for (const { code } of suggested) {
      expect(isIcd10Shaped(code), code).toBe(true);
      expect(comorbidityKeysOf([coded(code)]), code).toContain(key);
    }
  }
});

test.each([
  ['E11.42', ['diabetes', 'diabetic-neuropathy']],
  ['Z96.651', ['metal-implant', 'cemented-joint']],
  ['I50.9', ['cardiac', 'heart-failure']],
  ['M54.16', []],
  ['I10', []],
  ['I71.4', ['cardiac']],
  ['I31.9', ['cardiac']],
  ['Z94.1', ['cardiac']],
  ['D45', ['active-cancer']],
  ['D47.3', ['active-cancer']],
  ['S32.010A', ['vertebral-fracture']],
  ['S32.010S', ['osteoporosis']],
])('%s means %j', (code, keys) => {
  expect(comorbidityKeysOf([coded(code)])).toEqual(keys);
});

test('a resolved condition and one entered in error no longer count', () => {
  expect(comorbidityKeysOf([coded('G40.909', 'resolved'), coded('M81.0', 'entered-in-error')])).toEqual([]);
});

test('a deep vein thrombosis counts as untreated, whatever anticoagulant is recorded beside it', () => {
  expect(comorbidityKeysOf([coded('I82.401')])).toEqual(['dvt-suspected']);
  expect(comorbidityKeysOf([coded('I82.401'), coded('Z79.01')])).toEqual([
    'dvt-suspected',
    'dvt-anticoagulated',
    'anticoagulant',
  ]);
});

test.each(['I26.99', 'I80.3', 'I82.220', 'I82.5Z9', 'I82.811', 'I82.90'])(
  '%s is a thrombosis or embolism to stop for',
  (code) => {
    expect(comorbidityKeysOf([coded(code)])).toEqual(['dvt-suspected']);
  },
);

test('a thrombosis of the past is none', () => {
  expect(comorbidityKeysOf([coded('Z86.718'), coded('I83.90')])).toEqual([]);
});

test('an imported SNOMED diagnosis counts where its code is known, and is never read as ICD-10-CM', () => {
  expect(comorbidityKeysOf([coded('239873007', 'active', SNOMED_CT)])).toEqual(['osteoarthritis']);
  expect(comorbidityKeysOf([coded('C61', 'active', SNOMED_CT)])).toEqual([]);
});

test('the same condition twice gives its comorbidity once', () => {
  expect(comorbidityKeysOf([coded('E11.9'), coded('E10.9')])).toEqual(['diabetes']);
  expect(comorbidityLabel('diabetes')).toBe('Diabetes');
});

test.each([
  ['m5416', 'M54.16'],
  [' e11.9 ', 'E11.9'],
  ['I10', 'I10'],
])('%j is stored as %s', (typed, code) => {
  expect(normalizeIcd10(typed)).toBe(code);
  expect(isIcd10Shaped(code)).toBe(true);
});

test.each(['', 'M5', '5416', 'knee pain', 'M54.16789', 'M54..1'])(
  '%j is not shaped like ICD-10-CM',
  (typed) => {
    expect(isIcd10Shaped(typed)).toBe(false);
  },
);

test('a vertebral fracture that began more than a year ago is what osteoporosis asks for; without a date it is recent', () => {
  expect(comorbidityKeysOf([{ ...coded('S32.010D'), isOld: true }])).toEqual(['osteoporosis']);
  expect(comorbidityKeysOf([{ ...coded('M80.08XA'), isOld: true }])).toEqual(['osteoporosis']);
  expect(comorbidityKeysOf([{ ...coded('S32.010D'), isOld: true }, coded('S22.000A')])).toContain(
    'vertebral-fracture',
  );
  expect(comorbidityKeysOf([coded('S32.010D')])).toEqual(['vertebral-fracture']);
});

test('a vertebral fracture in a tumour or another disease never becomes osteoporosis by itself', () => {
  expect(comorbidityKeysOf([{ ...coded('M84.58XA'), isOld: true }])).toEqual(['vertebral-fracture']);
  expect(comorbidityKeysOf([{ ...coded('M84.68XS'), isOld: true }])).toEqual(['vertebral-fracture']);
  expect(comorbidityKeysOf([coded('S32.010S')])).toEqual(['osteoporosis']);
});

test.each([
  ['D45', ['active-cancer']],
  ['D46.9', ['active-cancer']],
  ['D47.1', ['active-cancer']],
  ['D47.3', ['active-cancer']],
  ['D47.2', []],
])('%s counts as %j', (code, keys) => {
  expect(comorbidityKeysOf([coded(code)])).toEqual(keys);
});

test.each([
  ['44054006', ['diabetes']],
  ['88805009', ['cardiac', 'heart-failure']],
  ['53741008', ['cardiac']],
  ['13645005', ['severe-copd']],
  ['84757009', ['epilepsy']],
  ['64859006', ['osteoporosis']],
  ['77386006', ['pregnancy']],
  ['132281000119108', ['dvt-suspected']],
  ['254837009', ['active-cancer']],
  ['441509002', ['pacemaker']],
])('an imported SNOMED %s counts as %j', (code, keys) => {
  expect(comorbidityKeysOf([coded(code, 'active', SNOMED_CT)])).toEqual(keys);
});

test('an active condition whose code cannot be read is named; one that is read and asks for nothing is not', () => {
  const unknown = coded('999999', 'active', SNOMED_CT);
  const elsewhere = coded('BD10', 'active', 'http://id.who.int/icd/release/11/mms');
  const rest = [
    coded('38341003', 'active', SNOMED_CT),
    coded('44054006', 'active', SNOMED_CT),
    coded('I10'),
    coded('999998', 'resolved', SNOMED_CT),
  ];

  expect(unreadConditions([unknown, elsewhere, ...rest])).toEqual([unknown, elsewhere]);
});
