import { expect, test } from 'vitest';
import { momentInWords } from './moment-in-words.ts';

test.each([
  ['2026-09-23T18:00:00Z', 'en', '23 Sep 2026, 14:00'],
  ['2026-09-23T18:00:00Z', 'es', '23 sep 2026, 14:00'],
  ['2026-01-01T04:30:00Z', 'en', '31 Dec 2025, 23:30'],
] as const)('%s is read on the clinic’s wall in %s as %s', (at, language, words) => {
  expect(momentInWords(new Date(at), 'America/New_York', language)).toBe(words);
});
