import { expect, test } from 'vitest';
import { judgedScores, judgedSeries, type SeriesScore } from './series.ts';

const score = (measuredOn: string, condition: string | null = null, part: Partial<SeriesScore> = {}) => ({
  measureCode: 'odi',
  side: null,
  condition,
  measuredOn,
  ...part,
});
const ODI = { measureCode: 'odi', side: null };

test('the newest by the day measured decides, not the last one entered', () => {
  const scores = [score('2026-03-02'), score('2026-03-30'), score('2026-03-03', 'by telephone')];

  expect(judgedSeries(scores, ODI, '2026-04-01')).toEqual({
    condition: null,
    scores: scores.slice(0, 2),
    others: ['by telephone'],
  });
});

test('of two on one day the later entry decides; what lies after the day asked about, or is an error, does not', () => {
  const scores = [
    score('2026-03-02'),
    score('2026-03-02', 'walker'),
    score('2026-03-09', 'cane', { enteredInError: true }),
    score('2026-05-01', 'none'),
  ];

  expect(judgedSeries(scores, ODI, '2026-04-01').condition).toBe('walker');
  expect(judgedSeries(scores, ODI, '2026-05-01').condition).toBe('none');
});

test('sides and measures are never mixed', () => {
  const scores = [
    score('2026-03-02', null, { side: 'left' }),
    score('2026-03-09', null, { measureCode: 'ndi' }),
  ];

  expect(judgedSeries(scores, ODI, '2026-04-01').scores).toEqual([]);
});

test('the valid scores come oldest first, of one day in order of entry', () => {
  const late = score('2026-03-02');
  const scores = [score('2026-03-30'), late, score('2026-03-02'), score('2026-06-01')];

  expect(judgedScores(scores, ODI, '2026-04-01')).toEqual([late, scores[2], scores[0]]);
  expect(judgedScores(scores, ODI, '2026-04-01')[0]).toBe(late);
});
