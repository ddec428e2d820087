import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/platform/time.ts';
import { judgeMeasure } from './judge-measure.ts';
import type { JudgedMeasure, MeasureSeries } from './measure-judgement.ts';

const START = '2026-01-05';
const day = (n: number): string => addDays(START, n);

const measure = fc.record({
  direction: fc.constantFrom('higherIsBetter' as const, 'lowerIsBetter' as const),
  min: fc.constant(0),
  max: fc.constant(100),
  mdc: fc.option(fc.integer({ min: 1, max: 20 }), { nil: null }),
  mcid: fc.option(fc.integer({ min: 1, max: 25 }), { nil: null }),
  pctThreshold: fc.constant(null),
  thresholdVerified: fc.boolean(),
});

const series = fc
  .record({
    measure,
    values: fc.array(
      fc.record({ day: fc.integer({ min: -40, max: 120 }), value: fc.integer({ min: 0, max: 100 }) }),
      { maxLength: 10 },
    ),
    asOf: fc.integer({ min: 0, max: 150 }),
    attended: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }),
    goal: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
  })
  .map(({ measure: m, values, asOf, attended, goal }): MeasureSeries => ({
    measure: m,
    phaseStart: START,
    asOf: day(asOf),
    attendance: attended === null ? null : { attended, prescribedToDate: 20 },
    goal,
    measurements: values.map((v) => ({ date: day(v.day), value: v.value })),
  }));

const JUDGED = ['RESPONDING', 'PARTIAL', 'PLATEAU', 'WORSENING', 'NO_CHANGE_YET'];

describe('the laws of RC-1', () => {
  test('the same input gives the same answer', () => {
    fc.assert(
      fc.property(series, (s) => {
        expect(judgeMeasure(s)).toEqual(judgeMeasure(structuredClone(s)));
      }),
    );
  });

  test('fewer than two valid values are never judged', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 0, max: 1 }), (s, kept) => {
        const answer = judgeMeasure({ ...s, measurements: s.measurements.slice(0, kept) });
        expect(JUDGED).not.toContain(answer.class);
      }),
    );
  });

  test('mirroring the scale and the direction changes nothing but the numbers', () => {
    fc.assert(
      fc.property(series, (s) => {
        const mirrored: MeasureSeries = {
          ...s,
          measure: {
            ...s.measure,
            direction: s.measure.direction === 'higherIsBetter' ? 'lowerIsBetter' : 'higherIsBetter',
          },
          goal: s.goal === null ? null : 100 - s.goal,
          measurements: s.measurements.map((m) => ({ ...m, value: 100 - m.value })),
        };
        const [a, b] = [judgeMeasure(s), judgeMeasure(mirrored)];
        expect([b.class, b.reason, b.flags, b.improvement, b.confidence]).toEqual([
          a.class,
          a.reason,
          a.flags,
          a.improvement,
          a.confidence,
        ]);
      }),
    );
  });

  test('the order of entry does not matter, except between two values of one day', () => {
    fc.assert(
      fc.property(series, fc.integer(), (s, seed) => {
        const perDay = new Map(s.measurements.map((m) => [m.date, m]));
        const unique = [...perDay.values()];
        const shuffled = unique.toSorted(
          (a, b) => ((a.value * 7919 + seed) % 101) - ((b.value * 7919 + seed) % 101),
        );
        expect(judgeMeasure({ ...s, measurements: shuffled })).toEqual(
          judgeMeasure({ ...s, measurements: unique }),
        );
      }),
    );
  });

  test('a better last value never gives a worse class', () => {
    const rank: Record<string, number> = {
      WORSENING: 0,
      NO_CHANGE_YET: 1,
      PLATEAU: 1,
      PARTIAL: 2,
      RESPONDING: 3,
    };
    const mdcAndMcid: JudgedMeasure = {
      direction: 'higherIsBetter',
      min: 0,
      max: 100,
      mdc: 10,
      mcid: 15,
      pctThreshold: null,
      thresholdVerified: true,
    };
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 70 }),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        (base, middle, a, b) => {
          const judge = (last: number) =>
            judgeMeasure({
              measure: mdcAndMcid,
              phaseStart: START,
              asOf: day(31),
              attendance: { attended: 10, prescribedToDate: 10 },
              goal: null,
              measurements: [
                { date: day(0), value: base },
                { date: day(15), value: middle },
                { date: day(30), value: last },
              ],
            }).class;
          const [worse, better] = [judge(Math.min(a, b)), judge(Math.max(a, b))];
          expect(rank[better]).toBeGreaterThanOrEqual(rank[worse] ?? 0);
        },
      ),
    );
  });

  test('a change within the measurement error is neither improvement nor decline', () => {
    fc.assert(
      fc.property(series, (s) => {
        const answer = judgeMeasure(s);
        const within =
          answer.improvement !== null &&
          answer.thresholdDetect !== null &&
          Math.abs(answer.improvement) < answer.thresholdDetect;
        const claimsChange = ['RESPONDING', 'PARTIAL', 'WORSENING'].includes(answer.class);
        expect(within && answer.reason !== 'RELAPSE' && claimsChange).toBe(false);
      }),
    );
  });

  test('values after the day of judgement and values entered in error never count', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 0, max: 100 }), (s, value) => {
        const noise = [
          { date: addDays(s.asOf, 1), value },
          { date: START, value, status: 'enteredInError' as const },
        ];
        const { flags: _, ...withNoise } = judgeMeasure({
          ...s,
          measurements: [...s.measurements, ...noise],
        });
        const { flags: __, ...without } = judgeMeasure(s);
        expect(withNoise).toEqual(without);
      }),
    );
  });

  test('a score older than 45 days is stale, and keeps what was last known', () => {
    const scores = [
      { date: day(0), value: 48 },
      { date: day(14), value: 36 },
      { date: day(28), value: 32 },
    ];
    const odi: JudgedMeasure = {
      direction: 'lowerIsBetter',
      min: 0,
      max: 100,
      mdc: 10,
      mcid: 10,
      pctThreshold: 0.3,
      thresholdVerified: true,
    };
    const at = (asOf: string) =>
      judgeMeasure({
        measure: odi,
        phaseStart: START,
        asOf,
        attendance: null,
        goal: null,
        measurements: scores,
      });

    expect(at(day(28 + 45)).class).toBe('RESPONDING');
    expect(at(day(28 + 46))).toMatchObject({
      class: 'INSUFFICIENT_DATA',
      reason: 'MEASURE_STALE',
      lastKnownClass: 'RESPONDING',
    });
  });
});
