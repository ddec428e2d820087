import { expect, test } from 'vitest';
import { ageInWords, dueInWords } from './route-tone.ts';

const now = new Date('2026-11-21T15:00:00Z');
const zone = { now, timeZone: 'America/New_York' };

test.each([
  ['2026-11-21T14:48:00Z', '12 min'],
  ['2026-11-21T10:00:00Z', '5 h'],
  ['2026-11-20T10:00:00Z', '29 h'],
  ['2026-11-18T10:00:00Z', '3 d'],
  ['2026-11-21T15:00:30Z', '0 min'],
])('a request of %s has waited %s', (createdAt, words) => {
  expect(ageInWords(createdAt, now)).toBe(words);
});

test('a visit is due by its route, and a day that has passed is late by so many days', () => {
  expect(dueInWords('PHYSIATRIST_PRIORITY', '2026-11-20T15:00:00Z', zone)).toEqual({
    words: 'visit due 27 Nov',
    isLate: false,
  });
  expect(dueInWords('PHYSIATRIST_PRIORITY', '2026-11-14T15:00:00Z', zone).words).toBe('visit due today');
  expect(dueInWords('PHYSIATRIST_PRIORITY', '2026-11-12T15:00:00Z', zone)).toEqual({
    words: '2 d late (19 Nov)',
    isLate: true,
  });
  expect(dueInWords('PT_DIRECT', '2026-01-01T15:00:00Z', zone).words).toBe('next free slot');
  expect(dueInWords('EMERGENCY', '2026-11-21T14:59:00Z', zone).isLate).toBe(true);
});
