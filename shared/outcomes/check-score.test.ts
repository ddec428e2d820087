import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkEntries } from './check-entries.ts';
import { checkScore } from './check-score.ts';
import { defaultIntervalDays, getMeasure, loadMeasure, MEASURES, unitLabel } from './registry.ts';
import { chooseThresholds } from './thresholds.ts';

const check = (code: string, value: number, more: { side?: 'left' | 'right'; previous?: number } = {}) =>
  checkScore(loadMeasure(code), { value, side: more.side ?? null, previous: more.previous });

describe('a value at the edge of what its measure allows', () => {
  test.each([
    ['odi', 0, 'fine'],
    ['odi', 80, 'fine'],
    ['odi', 81, 'confirm'],
    ['odi', 100, 'confirm'],
    ['odi', 101, 'refuse'],
    ['odi', -1, 'refuse'],
    ['odi', Number.NaN, 'refuse'],
    ['odi', Number.POSITIVE_INFINITY, 'refuse'],
    ['odi', 40.5, 'refuse'],
    ['tug', 0, 'refuse'],
    ['tug', 3.99, 'confirm'],
    ['tug', 4, 'fine'],
    ['tug', 120, 'fine'],
    ['tug', 120.01, 'confirm'],
    ['tug', 300.01, 'refuse'],
    ['gait_speed', 2, 'fine'],
    ['gait_speed', 2.01, 'confirm'],
    ['gait_speed', 0.07, 'fine'],
    ['gait_speed', 0.075, 'refuse'],
    ['psfs', 3.3, 'fine'],
    ['psfs', 3.33, 'refuse'],
    ['fim_motor', 12, 'refuse'],
    ['fim_motor', 13, 'fine'],
  ] as const)('%s %d: %s', (code, value, kind) => {
    expect(check(code, value).kind).toBe(kind);
  });

  test('a change is asked about from the warning size on, in either direction', () => {
    expect(check('odi', 41, { previous: 80 }).kind).toBe('fine');
    expect(check('odi', 40, { previous: 80 }).kind).toBe('confirm');
    expect(check('odi', 80, { previous: 40 }).kind).toBe('confirm');
    expect(check('gait_speed', 1.4, { previous: 0.6 }).kind).toBe('confirm');
  });

  test('a sided measure names its side, another has none', () => {
    expect(check('grip', 20)).toMatchObject({ kind: 'refuse', code: 'side-missing' });
    expect(check('grip', 20, { side: 'left' }).kind).toBe('fine');
    expect(check('odi', 20, { side: 'left' })).toMatchObject({ kind: 'refuse', code: 'side-not-used' });
  });

  test('the sentence says the range with its unit, and the registry’s hint', () => {
    expect(check('ndi', 60)).toMatchObject({
      sentence: 'NDI runs from 0 to 50. Note: a value of 51-100 is probably a percent.',
    });
    expect(check('tug', 0)).toMatchObject({ sentence: 'TUG runs from more than 0 to 300 s.' });
  });

  test('every value on the step inside the limits is taken, every one outside is refused', () => {
    for (const measure of MEASURES) {
      const { refuseBelow, refuseAbove, minExclusive } = measure.sanity;
      const side = measure.sided ? 'left' : null;
      const least = minExclusive ? 1 : 0;
      const steps = Math.floor((refuseAbove - refuseBelow) / measure.step);
      fc.assert(
        fc.property(fc.integer({ min: least, max: steps }), (n) => {
          const value = Number((refuseBelow + n * measure.step).toFixed(6));
          expect(checkScore(measure, { value, side }).kind).not.toBe('refuse');
        }),
        { numRuns: 30 },
      );
      expect(checkScore(measure, { value: refuseAbove + measure.step, side }).kind).toBe('refuse');
      expect(checkScore(measure, { value: refuseBelow - measure.step, side }).kind).toBe('refuse');
    }
  });
});

describe('a list of values', () => {
  const pain = (value: number, confirmed?: boolean) => ({
    measureCode: 'nprs',
    side: null,
    value,
    confirmed,
  });

  test('each is compared with the one entered just before it', () => {
    const checked = checkEntries([pain(2), pain(8)], new Map());
    expect(checked.doubts).toMatchObject([{ path: 'scores.1.confirmed' }]);
    expect(checkEntries([pain(2), pain(8, true)], new Map()).confirmed).toEqual([
      null,
      'NPRS 8 after 2: a change of 5 or more is unusual. Confirm it.',
    ]);
  });

  test('like is compared with like: another walking aid is another series', () => {
    const walk = (condition: string, value: number) => ({ measureCode: 'tug', side: null, value, condition });
    const latest = new Map([['tug||stick', 40]]);
    expect(checkEntries([walk('stick', 12)], latest).doubts).toHaveLength(1);
    expect(checkEntries([walk('frame', 12)], latest).doubts).toHaveLength(0);
  });

  test('an unknown measure and a confirmed impossibility are refused', () => {
    const checked = checkEntries(
      [{ ...pain(3), measureCode: 'mood' }, pain(11, true)],
      new Map(),
      'content.scores',
    );
    expect(checked.refusals.map(({ path }) => path)).toEqual([
      'content.scores.0.measureCode',
      'content.scores.1.value',
    ]);
  });
});

describe('the registry', () => {
  test('has one row for each code, at most one default threshold of each kind, and positive steps', () => {
    expect(new Set(MEASURES.map(({ code }) => code)).size).toBe(MEASURES.length);
    for (const measure of MEASURES) {
      expect(measure.mdc.filter((row) => row.default).length).toBeLessThanOrEqual(1);
      expect(measure.mcid.filter((row) => row.default).length).toBeLessThanOrEqual(1);
      expect(measure.step).toBeGreaterThan(0);
      expect(defaultIntervalDays(measure)).toBeGreaterThan(0);
    }
  });

  test('units are written as people write them', () => {
    expect(
      ['odi', 'nprs', 'rom_knee_flexion', 'chair_stand_30s'].map((code) => unitLabel(loadMeasure(code))),
    ).toEqual(['%', '', '°', 'repetitions']);
    expect(getMeasure('none')).toBeUndefined();
  });
});

describe('thresholds', () => {
  const nprs = loadMeasure('nprs');

  test('the prescription’s population goes before the clinic’s, the clinic’s before the default', () => {
    const mdc = (
      ...tags: Parameters<typeof chooseThresholds> extends [unknown, ...infer Rest] ? Rest : never
    ) => chooseThresholds(nprs, ...tags).mdc?.value;
    expect(mdc()).toBe(1.77);
    expect(mdc({}, { mdcTag: 'shoulder' })).toBe(2.5);
    expect(mdc({ mdcTag: 'cervical_radiculopathy' }, { mdcTag: 'shoulder' })).toBe(4.1);
    expect(mdc({ mdcTag: 'no such row' })).toBe(1.77);
  });

  test('of rows by baseline band under one tag the largest error is used', () => {
    expect(chooseThresholds(loadMeasure('bbs'), { mdcTag: 'older_adults' }).mdc?.value).toBe(7);
  });

  test('are verified only when every value that governs is', () => {
    expect(chooseThresholds(nprs).verified).toBe(true);
    expect(chooseThresholds(nprs, { mdcTag: 'lbp' }).verified).toBe(false);
    // A smaller MCID does not govern: its source does not matter.
    expect(chooseThresholds(nprs, { mdcTag: 'cervical_radiculopathy', mcidTag: 'lbp' }).verified).toBe(true);
    expect(chooseThresholds(loadMeasure('mmt'))).toMatchObject({ mdc: null, mcid: null, verified: false });
  });
});
