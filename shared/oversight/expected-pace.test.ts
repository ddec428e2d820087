import { expect, test } from 'vitest';
import { expectedShare, pace } from './expected-pace.ts';

test.each([
  [0.1, 0.22],
  [0.25, 0.472],
  [0.4545, 0.707],
  [0.5, 0.746],
  [0.75, 0.907],
  [1, 1],
  [1.4, 1],
])('after %f of the planned time, %f of the change is expected', (x, share) => {
  expect(expectedShare(x)).toBeCloseTo(share, 3);
});

test('behind means under four fifths of what is expected, and is not said in the first quarter', () => {
  const facts = { plannedDays: 80, improvementToGoal: 20, improvement: 8 };

  expect(pace({ ...facts, daysSincePhaseStart: 19 })?.behind).toBe(false);
  expect(pace({ ...facts, daysSincePhaseStart: 40 })).toMatchObject({ behind: true });
  expect(pace({ ...facts, daysSincePhaseStart: 40, improvement: 12 })?.behind).toBe(false);
});

test('a goal that was reached at the baseline already has no pace', () => {
  const facts = { plannedDays: 80, daysSincePhaseStart: 40, improvement: 0 };

  expect(pace({ ...facts, improvementToGoal: 0 })).toBeNull();
  expect(pace({ ...facts, improvementToGoal: -6 })).toBeNull();
});
