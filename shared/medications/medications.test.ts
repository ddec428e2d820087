import { describe, expect, test } from 'vitest';
import { STAFF_ROLES } from '#shared/platform/actor.ts';
import { proposePrecautions } from '#shared/prescriptions/precautions.ts';
import { DRUG_INGREDIENT } from '#shared/prescriptions/drug-precautions.ts';
import { checkMedication, unanswered, type MedicationRecord } from './check-medication.ts';
import { DRUG_CLASS_LABEL } from './drug-classes.ts';
import { COMBINATIONS, DRUGS } from './drugs.ts';
import { courseDays, lastDay, NewMedication, regimenWords } from './model.ts';
import { canOrderMedication } from './policy.ts';
import { recogniseAllergen, recogniseDrug } from './recognise.ts';
import { consequencesOf } from './therapy-consequences.ts';

describe('the table', () => {
  test('names each drug once, and combinations only drugs that it has', () => {
    const keys = DRUGS.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const names = DRUGS.flatMap(({ key, synonyms }) => [key, ...synonyms]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    for (const parts of Object.values(COMBINATIONS)) expect(keys).toEqual(expect.arrayContaining([...parts]));
    for (const { classes } of DRUGS) for (const one of classes) expect(DRUG_CLASS_LABEL[one]).toBeDefined();
  });

  test.each([
    ['Advil', ['ibuprofen']],
    ['Ibuprofen 400 mg tablets', ['ibuprofen']],
    ['PERCOCET', ['oxycodone', 'acetaminophen']],
    ['Depo-Medrol', ['methylprednisolone']],
    ['asacol', []],
    ['Something new', []],
    ['', []],
  ])('%s is %j', (written, ingredients) => {
    expect(recogniseDrug(written).ingredients).toEqual(ingredients);
  });

  test('an allergy may name a drug or a class', () => {
    expect(recogniseAllergen('Penicillin').classes).toEqual(['penicillin']);
    expect(recogniseAllergen('sulfa drugs').classes).toEqual(['sulfonamide-antibiotic']);
    expect(recogniseAllergen('latex')).toEqual({ ingredients: [], classes: [] });
  });
});

const record = (part: Partial<MedicationRecord> = {}): MedicationRecord => ({
  allergies: [],
  medications: [],
  ...part,
});
const allergy = (substance: string) => ({ allergyId: 'a', substance, reaction: null });
const taken = (name: string) => ({
  medicationOrderId: 'm',
  name,
  ingredients: recogniseDrug(name).ingredients,
});
const codes = (name: string, known: MedicationRecord) =>
  checkMedication(name, known)
    .filter(({ level }) => level === 'answer')
    .map(({ code }) => code);

describe('what keeps a drug back', () => {
  test.each([
    ['Augmentin', 'Penicillin', ['allergy:a']],
    ['Keflex', 'Penicillin', ['allergy:a']],
    ['Naproxen', 'aspirin', ['allergy:a']],
    ['Ibuprofen', 'Ibuprofen', ['allergy:a']],
    ['Novocaine', 'Lidocaine', ['allergy:a']],
    ['Curamin forte', 'curamin', ['allergy:a']],
    ['Acetaminophen', 'Penicillin', []],
    ['Bactrim', 'sulfa', ['allergy:a']],
  ])('%s with an allergy to %s: %j', (name, substance, found) => {
    expect(codes(name, record({ allergies: [allergy(substance)] }))).toEqual(found);
  });

  test.each([
    ['Advil', 'Ibuprofen 400 mg', ['duplicate:m']],
    ['Percocet', 'Tylenol', ['duplicate:m']],
    ['Naproxen', 'Ibuprofen', ['class:m']],
    ['Unheard', 'Unheard', ['duplicate:m']],
    ['Metformin', 'Apixaban', []],
  ])('%s beside %s: %j', (name, other, found) => {
    expect(codes(name, record({ medications: [taken(other)] }))).toEqual(found);
  });

  test('what was not compared is said: an unknown drug, an unknown allergy, no allergy at all', () => {
    const notes = (name: string, known: MedicationRecord) =>
      checkMedication(name, known).map(({ code }) => code);
    expect(notes('Unheard', record())).toEqual(['unknown-drug', 'no-allergy']);
    expect(notes('Ibuprofen', record({ allergies: [allergy('Latex')] }))).toEqual(['unknown-allergy']);
    expect(checkMedication(' ', record())).toEqual([]);
  });

  test('a written reason lets it pass, a reason for something else does not', () => {
    const findings = checkMedication('Amoxicillin', record({ allergies: [allergy('Penicillin')] }));
    expect(unanswered(findings, [])).toMatchObject([{ path: 'answers.allergy:a' }]);
    expect(unanswered(findings, [{ finding: 'allergy:b', reason: 'no' }])).toHaveLength(1);
    expect(unanswered(findings, [{ finding: 'allergy:a', reason: 'Tested negative in 2024' }])).toEqual([]);
  });
});

describe('what a drug changes in therapy', () => {
  const classes = (name: string) =>
    consequencesOf(recogniseDrug(name).ingredients).map((one) => one.drugClass);

  test.each([
    ['Apixaban', ['anticoagulant']],
    ['Metoprolol', ['beta-blocker']],
    ['Insulin glargine', ['insulin']],
    ['Glipizide', ['secretagogue']],
    ['Prednisone', ['corticosteroid']],
    ['Tramadol', ['opioid']],
    ['Metformin', []],
  ])('%s: %j', (name, expected) => expect(classes(name)).toEqual(expected));

  test('an opioid that is stepped down has a row of its own; other tapers have not', () => {
    expect(consequencesOf(['tramadol'], { isTapered: true })).toHaveLength(2);
    expect(consequencesOf(['prednisone'], { isTapered: true })).toHaveLength(1);
  });

  test('only what rules.md has a row for is proposed to the prescription, and only from stored ingredients', () => {
    const proposed = (code: string, codeSystem = DRUG_INGREDIENT, status = 'active') =>
      proposePrecautions([{ code, codeSystem, status }]).map(({ comorbidity }) => comorbidity);
    expect(proposed('apixaban')).toEqual(['anticoagulant']);
    expect(proposed('metoprolol')).toEqual(['cardiac']);
    expect(proposed('glipizide')).toEqual(['diabetes']);
    expect(proposed('prednisone')).toEqual([]);
    expect(proposed('apixaban', DRUG_INGREDIENT, 'stopped')).toEqual([]);
    expect(proposed('apixaban', 'text')).toEqual([]);
  });
});

test('a course counts both ends; until further notice has no last day', () => {
  expect(lastDay('2026-11-21', 1)).toBe('2026-11-21');
  expect(lastDay('2026-11-21', 14)).toBe('2026-12-04');
  expect(courseDays('2026-11-21', '2026-12-04')).toBe(14);
  expect(regimenWords({ dose: '5 mg', frequency: 'once a day', route: 'by-mouth', stopOn: null })).toBe(
    '5 mg, once a day, by mouth',
  );
});

test('a dose, a frequency and a reason are needed', () => {
  const order = {
    ...{ name: 'Ibuprofen', dose: '', route: 'by-mouth', frequency: ' ', stopOn: null },
    ...{ startsOn: '2026-11-21', reason: '' },
  };
  const { error } = NewMedication.safeParse(order);
  expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['dose', 'frequency', 'reason']);
});

test('only the physiatrist orders', () => {
  expect(STAFF_ROLES.filter((role) => canOrderMedication({ role }).allowed)).toEqual(['physiatrist']);
});
