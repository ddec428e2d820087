import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/platform/time.ts';
import { checkDecision, LOOK_AGAIN_ASK_DAYS, LOOK_AGAIN_LAST_DAYS } from './check-decision.ts';

type Decision = Parameters<typeof checkDecision>[0];
type Facts = Parameters<typeof checkDecision>[1];

const TODAY = '2026-03-20';
const score = (value: number, measuredOn = '2026-03-10') => ({
  measureCode: 'koos_jr',
  side: 'left' as const,
  condition: null,
  value,
  measuredOn,
  enteredInError: false,
});
const goal = { measureCode: 'koos_jr', side: 'left' as const, target: 70, targetOn: '2026-05-01' };

const check = (part: Partial<Decision>, facts: Partial<Facts> = {}) =>
  checkDecision(
    {
      kind: 'continue',
      reviewOn: addDays(TODAY, 28),
      expected: { measureCode: 'koos_jr', side: 'left', value: 60 },
      detail: { type: 'none' },
      ...part,
    },
    { scores: [score(55)], goals: [goal], sessions: [], ...facts },
    TODAY,
  );
const codes = ({ refusals, doubts }: ReturnType<typeof check>) => [
  ...refusals.map(({ code }) => `no: ${code}`),
  ...doubts.map(({ code }) => `sure? ${code}`),
];
const discharge = (part: Partial<Decision> = {}): Partial<Decision> => ({
  kind: 'discharge',
  reviewOn: addDays(TODAY, 0),
  expected: null,
  detail: { type: 'discharge', closeReason: 'goals-met' },
  ...part,
});

describe('the date to look again', () => {
  test.each([
    [0, ['no: date']],
    [1, []],
    [LOOK_AGAIN_ASK_DAYS, []],
    [LOOK_AGAIN_ASK_DAYS + 1, ['sure? late-review']],
    [LOOK_AGAIN_LAST_DAYS, ['sure? late-review']],
    [LOOK_AGAIN_LAST_DAYS + 1, ['no: date']],
  ])('%i days from today', (days, expected) => {
    expect(codes(check({ reviewOn: addDays(TODAY, days) }))).toEqual(expected);
  });

  test('what was confirmed is not asked again', () => {
    const reviewOn = addDays(TODAY, 120);
    expect(codes(check({ reviewOn, confirmed: ['late-review'] }))).toEqual([]);
  });
});

describe('the value to reach', () => {
  test('a step backwards is asked about; the present value or better is not', () => {
    expect(codes(check({ expected: { measureCode: 'koos_jr', side: 'left', value: 10 } }))).toEqual([
      'sure? worse-expected',
    ]);
    expect(codes(check({ expected: { measureCode: 'koos_jr', side: 'left', value: 55 } }))).toEqual([]);
  });

  test.each([
    [{ measureCode: 'nonsense', side: null, value: 1 }, 'no: unknown-measure'],
    [{ measureCode: 'grip', side: null, value: 20 }, 'no: side-missing'],
    [{ measureCode: 'odi', side: 'left' as const, value: 20 }, 'no: side-not-used'],
    [{ measureCode: 'odi', side: null, value: 140 }, 'no: out-of-range'],
  ])('%o is refused', (expected, code) => {
    expect(codes(check({ expected }))).toEqual([code]);
  });
});

describe('"goals met"', () => {
  test('needs goals, and each of them measured', () => {
    expect(codes(check(discharge(), { goals: [] }))).toEqual(['no: no-goals']);
    expect(codes(check(discharge(), { scores: [] }))).toEqual(['no: goal-unmeasured']);
    expect(codes(check(discharge(), { scores: [score(72)] }))).toEqual([]);
  });

  test('a goal that was measured and not reached is asked about', () => {
    expect(codes(check(discharge()))).toEqual(['sure? goal-not-reached']);
    expect(codes(check(discharge({ confirmed: ['goal-not-reached'] })))).toEqual([]);
  });

  test('another reason needs none', () => {
    const moved = discharge({ detail: { type: 'discharge', closeReason: 'moved' } });
    expect(codes(check(moved, { goals: [], scores: [] }))).toEqual([]);
  });
});

test('the end of care asks about a visit that was begun and not signed', () => {
  const visit = { date: TODAY, cancelledBy: null, prescriptionId: null };
  const begun = [
    { ...visit, status: 'completed' as const },
    { ...visit, status: 'arrived' as const },
  ];
  const moved = { detail: { type: 'discharge' as const, closeReason: 'moved' as const } };
  const ending = (part: Partial<Decision> = {}) =>
    codes(check({ kind: 'discharge', expected: null, ...moved, ...part }, { sessions: begun }));
  expect(ending()).toEqual(['sure? visit-unsigned']);
  expect(ending({ confirmed: ['visit-unsigned'] })).toEqual([]);
});
