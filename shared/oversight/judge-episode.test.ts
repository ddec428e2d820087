import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeEpisode, type EpisodeCourse, type WeighedMeasure } from './judge-episode.ts';
import { RESPONSE_CLASSES } from './measure-judgement.ts';

const weighed = fc.record({
  code: fc.constantFrom('odi', 'nprs', 'tug'),
  role: fc.constantFrom('primary' as const, 'secondary' as const),
  class: fc.constantFrom(...RESPONSE_CLASSES),
  confidence: fc.constantFrom('high' as const, 'medium' as const, 'low' as const),
  flags: fc.subarray(['PLATEAU_AFTER_RESPONSE', 'UNCONFIRMED']),
});

const course = fc.record({
  measures: fc.array(weighed, { maxLength: 5 }),
  daysSincePhaseStart: fc.integer({ min: 0, max: 120 }),
  attendance: fc.option(
    fc.record({
      attended: fc.integer({ min: 0, max: 20 }),
      prescribedToDate: fc.integer({ min: 0, max: 20 }),
    }),
    { nil: null },
  ),
  openRedFlag: fc.boolean(),
});

test('while a safety hold is open nothing else is judged', () => {
  fc.assert(
    fc.property(course, (c) => {
      expect(judgeEpisode({ ...c, openRedFlag: true })).toMatchObject({
        verdict: 'SAFETY_HOLD',
        confidence: null,
      });
    }),
  );
});

test('the order of the measures does not matter', () => {
  fc.assert(
    fc.property(course, (c) => {
      expect(judgeEpisode({ ...c, measures: c.measures.toReversed() })).toEqual(judgeEpisode(c));
    }),
  );
});

test('a worsening primary measure is never hidden by a better one', () => {
  const worse: WeighedMeasure = {
    code: 'odi',
    role: 'primary',
    class: 'WORSENING',
    confidence: 'high',
    flags: [],
  };
  fc.assert(
    fc.property(course, (c) => {
      const { verdict } = judgeEpisode({ ...c, openRedFlag: false, measures: [...c.measures, worse] });
      expect(['WORSENING', 'MIXED']).toContain(verdict);
    }),
  );
});

test('without an eligible measure it says that it cannot judge', () => {
  fc.assert(
    fc.property(course, (c) => {
      const measures = c.measures.map((m) => ({ ...m, class: 'INSUFFICIENT_DATA' as const }));
      expect(judgeEpisode({ ...c, measures, openRedFlag: false })).toMatchObject({
        verdict: 'CANNOT_JUDGE',
        action: 'COLLECT_MEASURES',
        confidence: null,
      });
    }),
  );
});

const attended = (n: number, days: number): EpisodeCourse => ({
  measures: [{ code: 'odi', role: 'primary', class: 'NO_CHANGE_YET', confidence: 'high', flags: [] }],
  daysSincePhaseStart: days,
  attendance: { attended: n, prescribedToDate: 10 },
  openRedFlag: false,
});

test('70 percent of the visits are enough, one fewer is not, and only from day 28', () => {
  expect(judgeEpisode(attended(7, 28)).verdict).toBe('TOO_EARLY');
  expect(judgeEpisode(attended(6, 28)).verdict).toBe('UNDER_DELIVERED');
  expect(judgeEpisode(attended(6, 27)).verdict).toBe('TOO_EARLY');
});
