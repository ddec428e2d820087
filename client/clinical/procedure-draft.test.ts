import { expect, test } from 'vitest';
import { missingIn, type ProcedureDraft, startProcedure, toProcedure, withKind } from './procedure-draft.ts';

const drafted = (changes: Partial<ProcedureDraft>): ProcedureDraft => ({
  ...startProcedure('left', '2026-11-21', {}),
  ...changes,
});

test('an expected effect is not sent with a surgery, and holds nothing back', () => {
  const injection = drafted({ expectedSeries: 'nprs:', expectedChange: 2, expectedEffect: 'Less pain' });
  const surgery = { ...injection, ...withKind(injection, 'surgery', {}) };
  expect(missingIn(surgery)).not.toHaveProperty('responseWindowDays');
  expect(missingIn({ ...surgery, expectedChange: null })).not.toHaveProperty('expectedChange');
  expect(toProcedure({ ...surgery, responseWindowDays: 21 })).toMatchObject({
    expected: null,
    expectedEffect: null,
    responseWindowDays: null,
  });
});

test('a level that was written for an epidural is not sent with botulinum toxin', () => {
  const epidural = drafted({ kind: 'epidural', level: 'L5-S1' });
  expect(toProcedure(epidural)).toMatchObject({ level: 'L5-S1' });
  expect(toProcedure({ ...epidural, ...withKind(epidural, 'botulinum', {}) })).toMatchObject({ level: null });
});

test('tenths of units add up to a tenth', () => {
  const muscles = [
    { name: 'Biceps', units: 2.1 },
    { name: 'Brachialis', units: 2.2 },
  ];
  const botulinum = drafted({ kind: 'botulinum', muscles, doseUnit: 'units' });
  expect(toProcedure(botulinum)).toMatchObject({ doseAmount: 4.3 });
  expect(missingIn(botulinum)).not.toHaveProperty('doseAmount');
});
