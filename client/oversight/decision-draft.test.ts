import { expect, test } from 'vitest';
import { startProcedure } from '#client/clinical/procedure-draft.ts';
import { isDetailWhole } from './decision-draft.ts';

test('why an episode closes is chosen by the physiatrist, never assumed', () => {
  const detail = { orders: 'test' as const, injection: startProcedure(null, '2026-11-22', {}) };

  expect(isDetailWhole('discharge', { ...detail, closeReason: null })).toBe(false);
  expect(isDetailWhole('discharge', { ...detail, closeReason: 'moved' })).toBe(true);
  expect(isDetailWhole('continue', { ...detail, closeReason: null })).toBe(true);
});
