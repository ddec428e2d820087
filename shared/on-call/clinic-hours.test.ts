import { describe, expect, test } from 'vitest';
import { afterClinicMinutes, ClinicWeek, DEFAULT_WEEK, weekdayOf, weekWords } from './clinic-hours.ts';

const newYork = { timeZone: 'America/New_York', week: DEFAULT_WEEK };
const at = (text: string) => new Date(text);

/** When 60 minutes of the default hours have gone by. New York is five hours behind UTC in winter. */
const anHourAfter = (from: string, hours = newYork) => afterClinicMinutes(hours, at(from), 60)?.toISOString();

describe('an hour of clinic hours', () => {
  test.each([
    ['in the middle of a day', '2026-11-18T19:05:00Z', '2026-11-18T20:05:00.000Z'],
    ['that ends exactly when the clinic closes', '2026-11-18T22:00:00Z', '2026-11-18T23:00:00.000Z'],
    [
      'that begins a minute too late goes on the next morning',
      '2026-11-18T22:01:00Z',
      '2026-11-19T13:01:00.000Z',
    ],
    [
      'from the moment of closing begins the next morning',
      '2026-11-18T23:00:00Z',
      '2026-11-19T14:00:00.000Z',
    ],
    ['before opening begins at opening', '2026-11-18T09:00:00Z', '2026-11-18T14:00:00.000Z'],
    ['from the moment of opening', '2026-11-18T13:00:00Z', '2026-11-18T14:00:00.000Z'],
    ['from Friday evening ends on Monday', '2026-11-20T22:30:00Z', '2026-11-23T13:30:00.000Z'],
    ['from Saturday ends on Monday', '2026-11-21T15:00:00Z', '2026-11-23T14:00:00.000Z'],
  ])('%s', (_case, from, until) => expect(anHourAfter(from)).toBe(until));

  test('follows the wall clock over the day the clocks change', () => {
    // Friday 30 October is UTC-4, Monday 2 November 2026 UTC-5.
    expect(anHourAfter('2026-10-30T21:30:00Z')).toBe('2026-11-02T13:30:00.000Z');
  });

  test('that the clocks skip does not count', () => {
    const night = { ...DEFAULT_WEEK, sunday: { opens: '01:30', closes: '06:00' } };
    // 8 March 2026: 02:00 becomes 03:00. From 01:30 EST an hour later the wall shows 03:30.
    expect(anHourAfter('2026-03-08T06:30:00Z', { ...newYork, week: night })).toBe('2026-03-08T07:30:00.000Z');
  });

  test('of a clinic that opens for less than that takes several openings', () => {
    const short = { ...newYork, week: { ...closed, wednesday: { opens: '09:00', closes: '09:40' } } };
    expect(anHourAfter('2026-11-18T10:00:00Z', short)).toBe('2026-11-25T14:20:00.000Z');
  });

  test('of a clinic that never opens does not come', () => {
    expect(anHourAfter('2026-11-18T10:00:00Z', { ...newYork, week: closed })).toBeUndefined();
  });
});

const closed: ClinicWeek = {
  monday: null,
  tuesday: null,
  wednesday: null,
  thursday: null,
  friday: null,
  saturday: null,
  sunday: null,
};

test('the day of the week of a date', () => {
  expect(['2026-11-22', '2026-11-23', '2024-02-29'].map(weekdayOf)).toEqual(['sunday', 'monday', 'thursday']);
});

test('a week in words joins days with the same hours', () => {
  expect(weekWords(DEFAULT_WEEK)).toBe('Mon-Fri 08:00-18:00; Sat-Sun closed');
  expect(weekWords({ ...DEFAULT_WEEK, wednesday: { opens: '08:00', closes: '12:00' } })).toBe(
    'Mon-Tue 08:00-18:00; Wed 08:00-12:00; Thu-Fri 08:00-18:00; Sat-Sun closed',
  );
});

test('a day closes after it opens, on a clock that exists', () => {
  const monday = (opens: string, closes: string) =>
    ClinicWeek.safeParse({ ...closed, monday: { opens, closes } }).success;
  expect(monday('08:00', '08:01')).toBe(true);
  expect(monday('08:00', '08:00')).toBe(false);
  expect(monday('18:00', '08:00')).toBe(false);
  expect(monday('08:00', '24:00')).toBe(false);
  expect(monday('8:00', '18:00')).toBe(false);
});
