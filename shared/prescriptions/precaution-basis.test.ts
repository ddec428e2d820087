import { expect, test } from 'vitest';
import { ICD_10_CM } from '#shared/patients/code-systems.ts';
import { HISTORY_MEANING_SYSTEM } from '#shared/patients/history-meaning.ts';
import { plainDate } from '#shared/platform/time.ts';
import { DRUG_INGREDIENT } from './drug-precautions.ts';
import { basisFor, precautionBasis, type RecordedFact } from './precaution-basis.ts';

const fact = (code: string, codeSystem: string, words: string, status = 'active'): RecordedFact => ({
  code,
  codeSystem,
  status,
  words,
  recordedOn: plainDate('2026-05-03'),
});
const on = '2026-05-03';

test('a condition, a drug and a fact of the history are each named with the day they were written down', () => {
  const basis = precautionBasis([
    fact('Z95.0', ICD_10_CM, 'Cardiac pacemaker (Z95.0)'),
    fact('warfarin', DRUG_INGREDIENT, 'takes Warfarin'),
    fact('metal-implant', HISTORY_MEANING_SYSTEM, 'Wrist plate (2019), history'),
    fact('Z95.0', ICD_10_CM, 'Taken back', 'entered-in-error'),
    fact('M54.16', ICD_10_CM, 'Lumbar radiculopathy (M54.16)'),
  ]);

  expect(basis).toEqual([
    { comorbidity: 'pacemaker', words: 'Cardiac pacemaker (Z95.0)', on },
    { comorbidity: 'cardiac', words: 'Cardiac pacemaker (Z95.0)', on },
    { comorbidity: 'anticoagulant', words: 'takes Warfarin', on },
    { comorbidity: 'metal-implant', words: 'Wrist plate (2019), history', on },
  ]);
});

test('a thrombosis stands behind the precautions of either reading', () => {
  const basis = precautionBasis([fact('I82.401', ICD_10_CM, 'Deep vein thrombosis (I82.401)')]);
  expect(basis.map(({ comorbidity }) => comorbidity)).toEqual(['dvt-suspected', 'dvt-anticoagulated']);
});

test('a precaution for several comorbidities names every fact once; the physiatrist’s own has none', () => {
  const knee = { words: 'Knee replacement (2019), history', on: plainDate(on) };
  const basis = [
    { comorbidity: 'metal-implant', ...knee },
    { comorbidity: 'cemented-joint', ...knee },
    { comorbidity: 'pacemaker', words: 'Cardiac pacemaker (Z95.0)', on: plainDate(on) },
  ];
  expect(
    basisFor({ comorbidity: 'metal-implant', also: [{ comorbidity: 'cemented-joint' }] }, basis),
  ).toEqual([basis[0]]);
  expect(basisFor({ comorbidity: null }, basis)).toEqual([]);
});
