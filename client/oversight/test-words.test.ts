import { expect, test } from 'vitest';
import { waitsToBeRead } from './test-words.ts';

test('a report waits until a physiatrist has written their own reading', () => {
  expect(waitsToBeRead({ status: 'resulted', ownReading: null })).toBe(true);
  expect(waitsToBeRead({ status: 'resulted', ownReading: 'Old fracture, stable.' })).toBe(false);
  expect(waitsToBeRead({ status: 'scheduled', ownReading: null })).toBe(false);
});
