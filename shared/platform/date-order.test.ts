import { describe, expect, test } from 'vitest';
import { birth, dateProblem, dayOfToday, daysAfter, pastDateProblem } from './date-order.ts';

const today = '2026-11-22';
const life = { birthDate: '1980-02-02', today };

describe('what has happened lies between the birth and today', () => {
  test.each([
    ['1980-02-02', undefined],
    [today, undefined],
    [null, undefined],
    ['', undefined],
    ['1980-02-01', 'The onset on 1 Feb 1980 lies before the birth on 2 Feb 1980. Check both dates.'],
    ['2026-11-23', 'The onset is in the future. Enter today or an earlier date.'],
  ])('%s', (date, sentence) => {
    expect(pastDateProblem('The onset', date, life)).toBe(sentence);
  });

  test('a birth date that nobody knows still leaves no room for another century', () => {
    const unknown = { birthDate: null, today };
    expect(pastDateProblem('The onset', '1896-11-21', unknown)).toContain('lies before any patient’s birth');
    expect(pastDateProblem('The onset', '1896-11-22', unknown)).toBeUndefined();
  });
});

test('the first limit that is passed is the one that is named, with its day', () => {
  const limits = {
    notBefore: [birth(life.birthDate, today), { on: '2026-10-01', name: 'the request' }],
    notAfter: [dayOfToday(today)],
  };
  expect(dateProblem('The evaluation', '2026-09-30', limits)).toBe(
    'The evaluation on 30 Sep 2026 lies before the request on 1 Oct 2026. Check both dates.',
  );
  expect(dateProblem('The evaluation', '1970-03-01', limits)).toContain('before the birth on 2 Feb 1980');
});

test('a limit that is not known limits nothing', () => {
  expect(
    dateProblem('The onset', '1950-01-01', { notBefore: [{ on: null, name: 'the birth' }] }),
  ).toBeUndefined();
});

test('what is planned is neither in the past nor after the end of the plan', () => {
  const limits = { notBefore: [dayOfToday(today)], notAfter: [daysAfter(today, 42, 'the end of the plan')] };
  expect(dateProblem('The first day', '2026-11-21', limits)).toBe(
    'The first day is in the past. Enter today or a later date.',
  );
  expect(dateProblem('The goal', '2027-01-04', limits)).toBe(
    'The goal on 4 Jan 2027 lies after the end of the plan on 3 Jan 2027. Check both dates.',
  );
});
