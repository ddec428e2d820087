import { expect, test } from 'vitest';
import { legLoadProblem } from './leg-load.ts';
import type { WeightBearing } from './model.ts';

const squat = { code: 'squat', name: 'Squat', bounds: [] };
const leg = (status: WeightBearing['status'], limb: WeightBearing['limb'] = 'left-leg'): WeightBearing[] => [
  { limb, status, percent: null, until: null },
];

test.each(['NWB', 'TTWB'] as const)('%s of a leg forbids what loads the legs', (status) => {
  expect(legLoadProblem(squat, leg(status))).toMatch(/^Squat loads the legs, and the left leg/);
});

test.each(['PWB', 'WBAT', 'FWB'] as const)('%s does not', (status) => {
  expect(legLoadProblem(squat, leg(status))).toBeUndefined();
});

test('an arm, another exercise, and a load that the physiatrist stated are no problem', () => {
  expect(legLoadProblem(squat, leg('NWB', 'left-arm'))).toBeUndefined();
  expect(legLoadProblem({ ...squat, code: 'bridge' }, leg('NWB'))).toBeUndefined();
  const stated = { ...squat, bounds: [{ parameter: 'weightBearingPercent' }] };
  expect(legLoadProblem(stated, leg('NWB'))).toBeUndefined();
});
