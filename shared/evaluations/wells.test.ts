import { expect, test } from 'vitest';
import { getRedFlag } from '#shared/sessions/red-flags.ts';
import { leastLevel } from '#shared/sessions/red-flag-level.ts';
import { WELLS_KEYS, WellsItem, wellsScore, wellsWords } from './wells.ts';

test.each([
  { items: [], score: 0, likelihood: 'low', level: 'prompt' },
  { items: ['calf'], score: 1, likelihood: 'moderate', level: 'urgent' },
  { items: ['calf', 'wholeLeg'], score: 2, likelihood: 'moderate', level: 'urgent' },
  { items: ['calf', 'wholeLeg', 'bedRest'], score: 3, likelihood: 'high', level: 'urgent' },
  { items: ['alternative'], score: -2, likelihood: 'low', level: 'prompt' },
  { items: ['calf', 'wholeLeg', 'alternative'], score: 0, likelihood: 'low', level: 'prompt' },
  {
    items: ['calf', 'wholeLeg', 'bedRest', 'alternative'],
    score: 1,
    likelihood: 'moderate',
    level: 'urgent',
  },
  { items: ['calf', 'calf'], score: 1, likelihood: 'moderate', level: 'urgent' },
  { items: WELLS_KEYS, score: 7, likelihood: 'high', level: 'urgent' },
] as const)('Wells $items: $score, $likelihood, $level', ({ items, score, likelihood, level }) => {
  expect(wellsScore(items)).toMatchObject({ score, likelihood, level });
});

test('every item of the score can be sent', () => {
  expect(WellsItem.options).toEqual(WELLS_KEYS);
});

test('says what it rests on', () => {
  expect(wellsWords(wellsScore(['wholeLeg', 'previous']))).toBe(
    'Wells score 2, moderate: whole leg swollen; previous deep vein thrombosis',
  );
});

test('a swollen leg without a score is taken as urgent; the score may lower it to prompt, never another flag', () => {
  const dvt = getRedFlag('RF-DVT');
  const cauda = getRedFlag('RF-CES');
  if (!dvt || !cauda) throw new Error('the list has both');
  expect(leastLevel(dvt, undefined)).toBe('urgent');
  expect(leastLevel(dvt, [])).toBe('prompt');
  expect(leastLevel(dvt, ['calf'])).toBe('urgent');
  expect(leastLevel(cauda, [])).toBe('emergency');
});
