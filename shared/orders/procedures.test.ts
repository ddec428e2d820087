import { describe, expect, test } from 'vitest';
import type { ProcedureEffect } from './procedure.ts';
import { usualRestDays, usualWindowDays } from './procedure-kinds.ts';
import { limitIssues, NewProcedure } from './procedure.ts';
import { judgeResponse } from './procedure-response.ts';

const effect = (values: [value: number, on: string][], change: Partial<ProcedureEffect> = {}) => ({
  performedOn: '2026-10-14',
  responseWindowDays: 14,
  expectedEffect: null,
  expected: { measureCode: 'nprs', side: null, change: 3 },
  values: values.map(([value, measuredOn]) => ({ value, measuredOn })),
  mdcTag: null,
  ...change,
});

const TODAY = '2026-11-21';

const stateOf = (values: [number, string][], today = TODAY) => judgeResponse(effect(values), today).state;

test('a gain within the measurement error is no effect, however little was expected', () => {
  const little = { ...effect([]), expected: { measureCode: 'nprs', side: null, change: 1 } };
  const seen = (after: number) =>
    judgeResponse(
      {
        ...little,
        values: [
          { value: 6, measuredOn: '2026-10-14' },
          { value: after, measuredOn: '2026-10-28' },
        ],
      },
      TODAY,
    ).state;
  expect([seen(5), seen(4)]).toEqual(['no-change', 'as-expected']);
});

describe('what was seen within the window', () => {
  test('the last score inside the window against the last one before, in words with numbers', () => {
    expect(
      judgeResponse(
        effect([
          [7, '2026-10-14'],
          [4, '2026-10-28'],
          [9, '2026-10-29'],
        ]),
        TODAY,
      ),
    ).toEqual({
      state: 'as-expected',
      until: '2026-10-28',
      open: false,
      expected: 'NPRS 3 better by 28 Oct',
      seen: 'NPRS 7 on 14 Oct, then 4 on 28 Oct: 3 better (error 2), as expected.',
    });
  });

  test.each<[string, [number, string][], string]>([
    [
      'a day after the window is too late',
      [
        [7, '2026-10-14'],
        [4, '2026-10-29'],
      ],
      'not-measured',
    ],
    ['no score before it', [[4, '2026-10-20']], 'no-baseline'],
    [
      '2 better of 3 is beyond the error of 1.77',
      [
        [7, '2026-10-10'],
        [5, '2026-10-20'],
      ],
      'less',
    ],
    [
      '1 better is within it',
      [
        [7, '2026-10-10'],
        [6, '2026-10-20'],
      ],
      'no-change',
    ],
    [
      'unchanged',
      [
        [7, '2026-10-10'],
        [7, '2026-10-20'],
      ],
      'no-change',
    ],
    [
      '2 worse',
      [
        [7, '2026-10-10'],
        [9, '2026-10-20'],
      ],
      'worse',
    ],
    [
      'reached and lost',
      [
        [7, '2026-10-10'],
        [3, '2026-10-18'],
        [6, '2026-10-27'],
      ],
      'not-kept',
    ],
  ])('%s', (_title, values, state) => {
    expect(stateOf(values)).toBe(state);
  });

  test('a value taken under another condition is not compared with the one before', () => {
    const values = [
      { value: 7, measuredOn: '2026-10-14' },
      { value: 2, measuredOn: '2026-10-20', condition: 'proxy' },
    ];
    expect(judgeResponse(effect([], { values }), TODAY).state).toBe('not-measured');
  });

  test('while the window runs it waits, its last day included', () => {
    expect(stateOf([[7, '2026-10-14']], '2026-10-28')).toBe('waiting');
    expect(stateOf([[7, '2026-10-14']], '2026-10-29')).toBe('not-measured');
    expect(
      judgeResponse(
        effect([
          [7, '2026-10-14'],
          [6, '2026-10-20'],
        ]),
        '2026-10-21',
      ).seen,
    ).toContain('so far');
  });

  test('an effect in words alone is left to the reader', () => {
    const only = effect([], { expected: null, expectedEffect: 'Less pain at night.' });
    expect(judgeResponse(only, TODAY)).toMatchObject({
      state: 'not-stated',
      expected: 'Less pain at night by 28 Oct',
    });
  });
});

describe('what is recorded', () => {
  const whole = {
    kind: 'injection',
    display: 'Subacromial injection',
    site: 'Shoulder',
    level: null,
    side: 'left',
    guidance: 'ultrasound',
    agent: 'Triamcinolone',
    doseAmount: 40,
    doseUnit: 'mg',
    lot: 'T4021',
    consent: 'written',
    complication: null,
    performedOn: '2026-11-20',
    responseWindowDays: 14,
    expectedEffect: null,
    expected: { measureCode: 'nprs', side: null, change: 2 },
    restDays: 2,
    restrictedDays: null,
    restriction: null,
  };
  const pathsOf = (change: object) =>
    NewProcedure.safeParse({ ...whole, ...change }).error?.issues.map(({ path }) => path.join('.'));

  test.each<[string, object, string[] | undefined]>([
    ['all of it', {}, undefined],
    ['a dose without its unit', { doseUnit: null }, ['doseUnit']],
    ['a unit without a dose', { doseAmount: null }, ['doseAmount']],
    ['a dose of nothing', { agent: null }, ['agent']],
    ['an effect without a window', { responseWindowDays: null }, ['responseWindowDays']],
    [
      'a measure that is none',
      { expected: { measureCode: 'x', side: null, change: 1 } },
      ['expected.measureCode'],
    ],
    [
      'an effect of nothing',
      { expected: { measureCode: 'nprs', side: null, change: 0 } },
      ['expected.change'],
    ],
    ['no consent', { consent: null }, ['consent']],
    ['rest of 60 days', { restDays: 60 }, undefined],
    ['rest of 61 days', { restDays: 61 }, ['restDays']],
  ])('%s', (_title, change, paths) => {
    expect(pathsOf(change)).toEqual(paths);
  });

  const toxin = {
    kind: 'botulinum',
    doseAmount: 150,
    doseUnit: 'units',
    dilution: '100 units in 2 mL',
    muscles: [
      { name: 'Gastrocnemius', units: 100 },
      { name: 'Soleus', units: 50 },
    ],
  };
  test.each<[string, object, string[] | undefined]>([
    ['botulinum toxin, all of it', toxin, undefined],
    ['botulinum toxin without a muscle', { ...toxin, muscles: [] }, ['muscles']],
    ['a dose that is not the sum of the muscles', { ...toxin, doseAmount: 200 }, ['doseAmount']],
    ['botulinum toxin in milligrams', { ...toxin, doseUnit: 'mg' }, ['doseAmount']],
    [
      'botulinum toxin without dilution and lot',
      { ...toxin, dilution: null, lot: null },
      ['dilution', 'lot'],
    ],
    ['an epidural, all of it', { kind: 'epidural', level: 'L5-S1' }, undefined],
    ['an epidural without a level', { kind: 'epidural' }, ['level']],
    ['a medial branch block without a side', { kind: 'facet', level: 'L4-5', side: null }, ['side']],
    ['an ablation without guidance', { kind: 'rf-ablation', level: 'L4-5', guidance: null }, ['guidance']],
    [
      'surgery elsewhere needs no consent of ours',
      { kind: 'surgery', consent: null, agent: null, doseAmount: null, doseUnit: null },
      undefined,
    ],
  ])('%s', (_title, change, paths) => {
    expect(pathsOf(change)).toEqual(paths);
  });

  test('each kind proposes the clinic’s own days; surgery proposes none', () => {
    expect(usualRestDays('rf-ablation', {})).toBe(3);
    expect(usualRestDays('rf-ablation', { 'procedure.restRfAblation': 7 })).toBe(7);
    expect(usualWindowDays('botulinum', {})).toBe(42);
    expect(usualWindowDays('epidural', { 'procedure.windowUsual': 21 })).toBe(21);
    expect([usualRestDays('surgery', {}), usualWindowDays('surgery', {})]).toEqual([null, null]);
  });

  test('a restriction has days and words, and outlasts the rest', () => {
    const issues = (restDays: number, restrictedDays: number | null, restriction: string | null) =>
      limitIssues({ restDays, restrictedDays, restriction }).map(({ path }) => path[0]);
    expect(issues(2, 3, 'No load')).toEqual([]);
    expect(issues(2, 2, 'No load')).toEqual(['restrictedDays']);
    expect(issues(2, 5, null)).toEqual(['restriction']);
    expect(issues(2, null, 'No load')).toEqual(['restrictedDays']);
  });
});
