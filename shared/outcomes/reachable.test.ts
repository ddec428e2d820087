import { expect, test } from 'vitest';
import { MEASURES } from './registry.ts';
import { reachableChange } from './reachable.ts';

test('a whole-number scale shows the smallest change that can be reached', () => {
  expect(reachableChange('nprs', 1.77)).toBe(2);
  expect(reachableChange('nprs', 2)).toBe(2);
  expect(reachableChange('no-such-measure', 1.77)).toBe(1.77);
});

test('what is shown is never less than what is judged by, and less than one step more', () => {
  for (const { code, step, mdc, mcid } of MEASURES) {
    for (const { value } of [...mdc, ...mcid]) {
      expect(reachableChange(code, value)).toBeGreaterThanOrEqual(value - 1e-6);
      expect(reachableChange(code, value) - value).toBeLessThan(Math.max(step, 1e-6));
    }
  }
});
