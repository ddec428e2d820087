import { expect, test, vi } from 'vitest';
import { perClinic } from './per-clinic.ts';

test('what a clinic’s values give is worked out once, and anew when one has changed', () => {
  const work = vi.fn((overrides: Record<string, string | number>) => [overrides['a']]);
  const kept = perClinic(work);
  expect(kept({ a: 1 })).toBe(kept({ a: 1 }));
  expect(kept({ a: 2 })).toEqual([2]);
  expect(kept({ a: 1 })).toEqual([1]);
  expect(work).toHaveBeenCalledTimes(2);
});
