import { expect, test } from 'vitest';
import { shortWords } from './short-words.ts';

test.each([
  ['Glucose above 250 mg/dL: check ketones; with ketones no exercise', 'glucose > 250: ketones'],
  [
    'Glucose below 100 mg/dL before exercise: carbohydrate first if on insulin or a secretagogue',
    'glucose < 100: carbohydrate first',
  ],
  ['Glucose below 52 mg/dL (2.9 mmol/L), or assisted hypoglycaemia within 24 h', 'glucose < 52'],
  ['Resting blood pressure above 180 systolic or 110 diastolic: do not start', 'BP > 180/110'],
  ['Keep SpO2 at 90 % or above', 'SpO2 from 90 %'],
  ['No deep squats', 'No deep squats'],
])('%s', (statement, short) => {
  expect(shortWords(statement)).toBe(short);
});
