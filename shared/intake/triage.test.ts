import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainDate } from '#shared/platform/time.ts';
import { triage, TRIAGE_RULES, visitDueOn, type TriageInput } from './triage.ts';

const calm: TriageInput = {
  redFlag: 'none',
  newNeuroDeficit: false,
  neuroInjury: false,
  daysSinceSurgery: null,
  severity: 4,
  trend: 'stable',
  needsPhysicianService: false,
  hasDiagnosis: true,
  presentationClear: true,
  consultCompleted: false,
  activePrescription: false,
};

const asks = (part: Partial<TriageInput>) => triage({ ...calm, ...part });

const anyRequest = fc.record({
  redFlag: fc.constantFrom('none', 'prompt', 'urgent', 'emergency'),
  newNeuroDeficit: fc.boolean(),
  neuroInjury: fc.boolean(),
  daysSinceSurgery: fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }),
  severity: fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }),
  trend: fc.constantFrom('improving', 'stable', 'worsening', 'unknown'),
  needsPhysicianService: fc.boolean(),
  hasDiagnosis: fc.boolean(),
  presentationClear: fc.boolean(),
  consultCompleted: fc.boolean(),
  activePrescription: fc.boolean(),
});

describe('the edges of the rules', () => {
  test.each([
    [180, 'T5'],
    [181, 'T9'],
    [0, 'T5'],
  ])('surgery %i days ago: %s', (daysSinceSurgery, rule) => {
    expect(asks({ daysSinceSurgery }).rule).toBe(rule);
  });

  test.each([
    [6, 'T9'],
    [7, 'T6'],
    [10, 'T6'],
  ])('severity %i: %s', (severity, rule) => {
    expect(asks({ severity }).rule).toBe(rule);
  });

  test('a stable patient already seen, with a prescription, goes straight to therapy even weeks after surgery', () => {
    expect(asks({ consultCompleted: true, activePrescription: true, daysSinceSurgery: 30 }).rule).toBe('T4');
    expect(asks({ consultCompleted: true, activePrescription: true, severity: 7 }).rule).toBe('T6');
    expect(asks({ consultCompleted: true, activePrescription: true, trend: 'unknown' }).rule).toBe('T8');
  });
});

describe('the answer explains itself', () => {
  test('why, in words', () => {
    expect(asks({ daysSinceSurgery: 42 }).why).toBe('Surgery 6 weeks ago');
  });

  test('names a rule that missed by one step', () => {
    expect(asks({ severity: 6 }).near).toContainEqual(
      expect.objectContaining({ rule: 'T6', kind: 'nearly' }),
    );
    expect(asks({ daysSinceSurgery: 190 }).near).toContainEqual(
      expect.objectContaining({ rule: 'T5', kind: 'nearly' }),
    );
    expect(asks({ consultCompleted: true }).near).toContainEqual(
      expect.objectContaining({ rule: 'T4', kind: 'nearly' }),
    );
  });

  test('names a milder rule that holds as well', () => {
    expect(asks({ redFlag: 'urgent', severity: 9 }).near).toContainEqual(
      expect.objectContaining({ rule: 'T6', kind: 'also' }),
    );
  });
});

test('every request gets exactly one rule, and no rule before it holds', () => {
  fc.assert(
    fc.property(anyRequest, (input) => {
      const answer = triage(input);
      const place = TRIAGE_RULES.indexOf(answer.rule);
      const alsoHold = answer.near
        .filter((near) => near.kind === 'also')
        .map((near) => TRIAGE_RULES.indexOf(near.rule));
      expect(alsoHold.every((other) => other > place)).toBe(true);
      expect(answer.why.length).toBeGreaterThan(0);
    }),
  );
});

test('an emergency sign is never outranked', () => {
  fc.assert(
    fc.property(anyRequest, (input) => {
      expect(triage({ ...input, redFlag: 'emergency' }).route).toBe('EMERGENCY');
    }),
  );
});

test.each([
  ['a Saturday', '2026-11-21', '2026-11-23'],
  ['a Friday', '2026-11-20', '2026-11-23'],
  ['a Tuesday', '2026-11-17', '2026-11-18'],
])('an urgent request that arrives on %s is due on a business day', (_day, arrivedOn, due) => {
  expect(visitDueOn('PHYSIATRIST_URGENT', plainDate(arrivedOn))).toBe(due);
});
