import fc from 'fast-check';
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { placeMarkers } from './marker-lanes.ts';
import { measureChangeWords } from './measure-change-words.ts';
import { shapeSparkline } from './sparkline-shape.ts';
import { Sparkline } from './Sparkline.tsx';
import { ThemeProvider } from './ThemeProvider.tsx';
import { describeTrend, monthTicks, spreadLabels, valueAxis, type TrendProps } from './trend-model.ts';
import { TrendChart } from './TrendChart.tsx';
import { TrendTable } from './TrendTable.tsx';

const size = { width: 96, height: 24 };

const odi: TrendProps = {
  measure: 'ODI',
  unit: '%',
  direction: 'lowerIsBetter',
  points: [
    { date: '2026-06-10', value: 48 },
    { date: '2026-08-10', value: 90, inError: true },
    { date: '2026-11-12', value: 31 },
  ],
  min: 0,
  max: 100,
  baseline: { date: '2026-06-10', value: 48 },
  mdc: 10,
  mcid: 10,
  goal: { value: 20, date: '2026-11-20' },
  phases: [
    { from: '2026-06-08', to: '2026-10-09', label: 'v1' },
    { from: '2026-10-09', label: 'v2' },
  ],
  markers: [{ date: '2026-10-02', label: 'epidural L5', kind: 'injection' }],
  xDomain: ['2026-06-01', '2026-12-20'],
  asOf: '2026-11-21',
};

test('better is up in a sparkline, whichever way the measure counts', () => {
  const falling = shapeSparkline({ ...size, values: [50, 30], direction: 'lowerIsBetter' });
  const rising = shapeSparkline({ ...size, values: [30, 50], direction: 'higherIsBetter' });
  expect(falling.dots).toEqual(rising.dots);
  expect(falling.last?.y).toBeLessThan(falling.dots[0]?.y ?? 0);
});

test('a sparkline stays inside its picture and keeps the order of the values', () => {
  const values = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 20 });
  const direction = fc.constantFrom('lowerIsBetter' as const, 'higherIsBetter' as const);
  const mdc = fc.option(fc.integer({ min: 1, max: 30 }), { nil: null });
  fc.assert(
    fc.property(values, direction, mdc, (some, way, error) => {
      const shape = shapeSparkline({
        ...size,
        values: some,
        direction: way,
        baseline: some[0] ?? null,
        mdc: error,
      });
      const sign = way === 'higherIsBetter' ? -1 : 1;
      shape.dots.forEach((dot, index) => {
        expect(dot.x >= 0 && dot.x <= size.width && dot.y >= 0 && dot.y <= size.height).toBe(true);
        const before = shape.dots[index - 1];
        if (before === undefined) return;
        expect(dot.x).toBeGreaterThan(before.x);
        const change = (some[index] ?? 0) - (some[index - 1] ?? 0);
        expect(Math.sign(dot.y - before.y) * sign * Math.sign(change)).toBeGreaterThanOrEqual(0);
      });
    }),
  );
});

test('values inside the measurement error stay inside the band', () => {
  const { band, dots } = shapeSparkline({
    ...size,
    values: [52, 55, 54],
    direction: 'higherIsBetter',
    baseline: 52,
    mdc: 9,
  });
  for (const dot of dots) {
    expect(dot.y).toBeGreaterThanOrEqual(band?.y ?? Infinity);
    expect(dot.y).toBeLessThanOrEqual((band?.y ?? 0) + (band?.height ?? 0));
  }
});

test('a sparkline without scores says so, and one score is a dot', () => {
  render(<Sparkline label="ODI" values={[]} direction="lowerIsBetter" />);
  expect(screen.getByRole('img', { name: 'ODI: no scores' })).toBeDefined();
  expect(shapeSparkline({ ...size, values: [], direction: 'lowerIsBetter' })).toMatchObject({
    path: '',
    dots: [],
  });
  expect(shapeSparkline({ ...size, values: [7], direction: 'lowerIsBetter' }).dots).toHaveLength(1);
});

test('a change says the number first, then what it means against the error', () => {
  const improved = measureChangeWords({ from: 46, to: 31, direction: 'lowerIsBetter', mcid: 10 });
  expect(`${improved.numbers}, ${improved.judgement}`).toBe('46 → 31, 15 better (MCID 10)');
  const worse = measureChangeWords({ from: 38, to: 50, direction: 'lowerIsBetter', mdc: 10 });
  expect(worse).toMatchObject({ judgement: '12 worse (error 10)', meaning: 'worse' });
});

test('a change smaller than the measurement error is neither better nor worse', () => {
  const change = measureChangeWords({ from: 52, to: 55, direction: 'higherIsBetter', mdc: 9 });
  expect(change).toMatchObject({ judgement: '3 better (error 9)', meaning: 'within-error' });
  expect(measureChangeWords({ from: 52, to: 61, direction: 'higherIsBetter', mdc: 9 }).meaning).toBe(
    'better',
  );
  expect(measureChangeWords({ from: 52, to: 80, direction: 'higherIsBetter' }).meaning).toBe(
    'no-error-known',
  );
});

test('a score entered in error does not stretch the axis', () => {
  const axis = valueAxis(odi);
  expect(axis.high).toBeLessThan(90);
  expect(axis.low).toBeLessThanOrEqual(20);
  expect(axis.ticks.length).toBeGreaterThanOrEqual(3);
});

test('month names stand at the starts of months and are thinned over years', () => {
  expect(monthTicks(['2026-06-01', '2026-09-15'])).toEqual(['2026-07-01', '2026-08-01', '2026-09-01']);
  expect(monthTicks(['2024-01-15', '2026-12-31']).length).toBeLessThanOrEqual(8);
});

test('labels at the end of the lines never cover each other', () => {
  const spread = spreadLabels([{ y: 40 }, { y: 41 }, { y: 39 }], { gap: 13, top: 6, bottom: 100 });
  expect(spread.map((label) => label.y)).toEqual([39, 52, 65]);
  const atTheEdge = spreadLabels([{ y: 98 }, { y: 99 }], { gap: 13, top: 6, bottom: 94 });
  expect(atTheEdge.map((label) => label.y)).toEqual([81, 94]);
});

test('names of events near each other do not overlap', () => {
  const markers = [
    { x: 300, name: 'MRI L5-S1 20 Sep' },
    { x: 330, name: 'epidural L5 2 Oct' },
    { x: 348, name: 'method changed 9 Oct' },
  ];
  const placed = placeMarkers(markers, {
    width: 520,
    lanes: 2,
    xOf: ({ x }) => x,
    nameOf: ({ name }) => name,
  });
  expect(placed.map((place) => place.name)).toEqual(['left', 'left', 'right']);
  expect(placed.map((place) => place.lane)).toEqual([0, 1, 0]);
});

test('a trend says itself in words, and its table lists every value and event', () => {
  expect(describeTrend(odi)).toBe(
    'ODI, lower is better: 2 scores, 48 % on 10 Jun, latest 31 % on 12 Nov; goal 20 % by 20 Nov',
  );
  render(
    <ThemeProvider env="test">
      <TrendChart {...odi} />
      <TrendTable {...odi} />
    </ThemeProvider>,
  );
  expect(screen.getByRole('img', { name: /^ODI, lower is better/ })).toBeDefined();
  expect(screen.getByRole('button', { name: 'Injection: epidural L5 2 Oct' })).toBeDefined();
  const rows = screen.getAllByRole('row').map((row) => row.textContent);
  expect(rows).toEqual([
    'DateODI %Against the baselinePhase',
    '12 Nov3117 better (error 10, MCID 10)v2',
    '2 Octepidural L5v1',
    '10 Aug90entered in errorv1',
    '10 Jun48baselinev1',
  ]);
});
