import { expect, test } from 'vitest';
import { STAFF_ROLES } from '#shared/platform/actor.ts';
import { acknowledgeBy } from './model.ts';
import { canAcknowledge, canEnterReport, canOrder, canPerform, canRefer } from './policy.ts';
import { NewProcedure } from './procedure.ts';

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
