import { expect, test } from 'vitest';
import { STAFF_ROLES } from '#shared/platform/actor.ts';
import { acknowledgeBy } from './model.ts';
import { canAcknowledge, canEnterReport, canOrder, canPerform, canRefer } from './policy.ts';
import { NewProcedure } from './procedure.ts';
import { sideGap } from './sided-part.ts';

test('an urgent result is read on its day, the others within 3 and 7 days', () => {
  expect(acknowledgeBy('urgent', '2026-11-21')).toBe('2026-11-21');
  expect(acknowledgeBy('soon', '2026-11-30')).toBe('2026-12-03');
  expect(acknowledgeBy('routine', '2026-12-28')).toBe('2027-01-04');
});

test('ordering, injecting, referring and reading results are the physiatrist’s alone', () => {
  for (const may of [canOrder, canPerform, canRefer, canAcknowledge]) {
    expect(STAFF_ROLES.filter((role) => may({ role }).allowed)).toEqual(['physiatrist']);
  }
});

test('anybody on the team types in a report that has arrived, an administrator does not', () => {
  expect(STAFF_ROLES.filter((role) => !canEnterReport({ role }).allowed)).toEqual(['administrator']);
});

test('a response window is a whole number of days from 1 to 365', () => {
  const window = (days: number) => NewProcedure.shape.responseWindowDays.safeParse(days).success;
  expect([1, 14, 365].map(window)).toEqual([true, true, true]);
  expect([0, 366, 1.5, Number.NaN].map(window)).toEqual([false, false, false, false]);
});

test('a test of what there are two of asks for the side, one of the spine or the blood does not', () => {
  const gap = (kind: 'x-ray' | 'laboratory', bodyRegion: string, side: string | null = null) =>
    sideGap({ kind, bodyRegion, side });
  expect(gap('x-ray', 'Knee')).toBe('Which knee? Choose left, right or both.');
  expect(gap('x-ray', 'Knee', 'left')).toBeUndefined();
  expect(gap('x-ray', 'Both hands')).toBeUndefined();
  expect(gap('x-ray', 'Lumbar spine')).toBeUndefined();
  expect(gap('laboratory', 'Uric acid, knee')).toBeUndefined();
});
