import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/platform/time.ts';
import { certifiedThrough, endsOn, missingElements } from './missing-elements.ts';
import { START, SETTING, complete, named, goal, traction } from '#tests/support/missing-in-draft.ts';

describe('dates', () => {
  const last = endsOn(START, 6);

  test('the plan ends on the last day of its last week', () => {
    expect(endsOn(START, 1)).toBe(addDays(START, 6));
    expect(last).toBe(addDays(START, 41));
  });

  test.each([
    ['the day before the start', addDays(START, -1), true],
    ['the first day', START, false],
    ['the last day', last, false],
    ['the day after the end', addDays(last, 1), true],
  ] as const)('re-evaluation on %s', (_title, reEvaluationOn, isRefused) => {
    expect(named({ reEvaluationOn })).toEqual(isRefused ? [['RE_EVALUATION', 'reEvaluationOn']] : []);
  });

  test('Medicare certifies 90 days: a later re-evaluation is refused there and nowhere else', () => {
    const long = { durationWeeks: 20, reEvaluationOn: addDays(certifiedThrough(START), 1) };
    expect(named(long, { payerProfile: 'medicare_part_b' })).toEqual([['RE_EVALUATION', 'reEvaluationOn']]);
    expect(
      named({ ...long, reEvaluationOn: certifiedThrough(START) }, { payerProfile: 'medicare_part_b' }),
    ).toEqual([]);
    expect(named(long, { payerProfile: 'none' })).toEqual([]);
  });

  test('an onset or an operation in the future is refused; a surgery date alone is enough', () => {
    expect(named({ onsetOn: addDays(START, 1) })).toEqual([['ONSET_DATE', 'onsetOn']]);
    expect(named({ surgeryOn: addDays(START, 1) })).toEqual([['ONSET_DATE', 'surgeryOn']]);
    expect(named({ onsetOn: null, surgeryOn: START })).toEqual([]);
  });

  test('a goal is due after the plan starts', () => {
    expect(named({ goals: [{ ...goal, targetOn: START }] })).toEqual([['GOAL_DATE', 'goals.0']]);
    expect(named({ goals: [{ ...goal, targetOn: addDays(START, 1) }] })).toEqual([]);
  });

  test('more visits than one prescription may buy are refused', () => {
    const long = { frequencyPerWeek: 14, reEvaluationOn: addDays(START, 28) };
    expect(named({ ...long, durationWeeks: 28 })).toEqual([]);
    expect(named({ ...long, durationWeeks: 29 })).toEqual([['VISITS', 'durationWeeks']]);
  });
});

test('a date in a sentence has its month in letters', () => {
  const [one] = missingElements(complete({ reEvaluationOn: addDays(START, 100) }), SETTING);
  expect(one?.sentence).toBe('Re-evaluate between 23 Nov 2026 and 3 Jan 2027.');
});

describe('what contradicts itself or the calendar', () => {
  const start = (days: number, previousStartsOn: string | null) =>
    missingElements(
      complete({
        startsOn: addDays(START, days),
        reEvaluationOn: addDays(START, days + 20),
        goals: [{ ...goal, targetOn: addDays(START, days + 30) }],
      }),
      { ...SETTING, previousStartsOn },
    ).map(({ path }) => path);

  test('a first version starts today or within 90 days; a next one may keep the start it had', () => {
    expect(start(-1, null)).toEqual(['startsOn']);
    expect(start(0, null)).toEqual([]);
    expect(start(90, null)).toEqual([]);
    expect(start(91, null)).toEqual(['startsOn']);
    expect(start(-10, addDays(START, -10))).toEqual([]);
    expect(start(-9, addDays(START, -10))).toEqual(['startsOn']);
  });

  test('a goal lies within a year; weight bearing does not end before the plan', () => {
    expect(named({ goals: [{ ...goal, targetOn: addDays(START, 365) }] })).toEqual([]);
    expect(named({ goals: [{ ...goal, targetOn: addDays(START, 366) }] })).toEqual([
      ['GOAL_DATE', 'goals.0'],
    ]);
    const until = (days: number) =>
      named({
        weightBearing: [{ limb: 'left-leg', status: 'WBAT', percent: null, until: addDays(START, days) }],
      });
    expect(until(0)).toEqual([]);
    expect(until(-1)).toEqual([['WEIGHT_BEARING_UNTIL', 'weightBearing.0']]);
  });

  test('a code without the form of one, an unknown stop rule, permitted and excluded at once', () => {
    const [diagnosis] = complete().diagnoses;
    if (!diagnosis) throw new Error('the factory makes a diagnosis');
    expect(named({ diagnoses: [{ ...diagnosis, code: 'NONSENSE' }] })).toEqual([
      ['DIAGNOSIS_CODE', 'diagnoses.0'],
    ]);
    expect(named({ stopRules: ['RF-CES', 'NOT-A-FLAG'] })).toEqual([['STOP_RULE_UNKNOWN', 'stopRules']]);
    const excluded = [{ code: traction.code, name: traction.name, reason: null }];
    expect(named({ excluded })).toEqual([['EXCLUDED', 'interventions.0']]);
  });
});

test('how far ahead a plan may reach is the clinic’s to set', () => {
  const startsOn = addDays(START, 60);
  const later = {
    startsOn,
    reEvaluationOn: addDays(startsOn, 20),
    goals: [{ ...goal, targetOn: addDays(startsOn, 30) }],
  };
  const ahead = { previousStartsOn: null, clinicValues: { 'signing.furthestStartDays': 30 } };
  expect(named(later, { previousStartsOn: null })).toEqual([]);
  expect(named(later, ahead)).toEqual([['START', 'startsOn']]);
});
