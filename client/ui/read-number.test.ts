import { expect, test } from 'vitest';
import { numberProblem, readNumber } from './read-number.ts';

test.each([
  ['12.5', 12.5],
  ['2,5', 2.5],
  ['4.', 4],
  ['.5', 0.5],
  ['-3', -3],
  ['007', 7],
  ['', null],
  ['  ', null],
  ['1e1', 'unreadable'],
  ['1,000', 'unreadable'],
  ['1.2.3', 'unreadable'],
  ['12 min', 'unreadable'],
  ['-', 'unreadable'],
])('"%s" is read as %s, never as another number', (text, number) => {
  expect(readNumber(text)).toBe(number);
});

test('a whole-number field refuses a fraction and a number out of range, in words', () => {
  const pain = { min: 0, max: 10, decimals: 0 };
  const said = { isTyping: false };
  expect(numberProblem(4.5, pain, said)).toBe('Whole numbers only.');
  expect(numberProblem(12, pain, said)).toBe('0 to 10.');
  expect(numberProblem('unreadable', pain, said)).toBe('Not a number.');
  expect(numberProblem(10, pain, said)).toBeUndefined();
  expect(numberProblem(null, pain, said)).toBeUndefined();
  expect(numberProblem(1, { min: 10, decimals: 0 }, { isTyping: true })).toBeUndefined();
  expect(numberProblem(1, { min: 10, decimals: 0 }, said)).toBe('At least 10.');
  expect(numberProblem(2.55, { decimals: 1 }, said)).toBe('At most 1 decimal.');
});
