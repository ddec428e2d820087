import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import {
  addDays,
  ageOn,
  clockInZone,
  dateInZone,
  daysBetween,
  instantInZone,
  PlainDate,
  plainDate,
  shortDate,
} from './time.ts';

test.each([
  ['2026-02-29', false],
  ['2028-02-29', true],
  ['2026-13-01', false],
  ['2026-04-31', false],
  ['26-04-01', false],
  ['2026-04-01T00:00:00Z', false],
  ['', false],
])('%s is a calendar date: %s', (text, isDate) => {
  expect(PlainDate.safeParse(text).success).toBe(isDate);
});

test('adding days and counting them back agree over leap days and clock changes', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 40_000 }),
      fc.integer({ min: -5_000, max: 5_000 }),
      (from, days) => {
        const start = addDays('1970-01-01', from);
        expect(daysBetween(start, addDays(start, days))).toBe(days);
      },
    ),
  );
});

test.each([
  ['America/New_York', '2026-03-08T04:59:00Z', '2026-03-07'],
  ['America/New_York', '2026-03-08T05:00:00Z', '2026-03-08'],
  ['Europe/Berlin', '2026-10-25T22:30:00Z', '2026-10-25'],
  ['Europe/Berlin', '2026-10-25T23:30:00Z', '2026-10-26'],
  ['Pacific/Kiritimati', '2026-01-01T10:00:00Z', '2026-01-02'],
])('in %s the instant %s falls on %s', (zone, instant, date) => {
  expect(dateInZone(new Date(instant), zone)).toBe(date);
});

test('the wall clock agrees with the calendar library wherever and whenever', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(
        'UTC',
        'America/St_Johns',
        'America/Chicago',
        'Europe/Berlin',
        'Asia/Kathmandu',
        'Pacific/Apia',
      ),
      fc.integer({ min: Date.UTC(1972, 0, 1), max: Date.UTC(2080, 0, 1) }),
      (zone, milliseconds) => {
        const there = Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(zone);
        const instant = new Date(milliseconds);
        expect(dateInZone(instant, zone)).toBe(there.toPlainDate().toString());
        expect(clockInZone(instant, zone)).toBe(there.toPlainTime().toString({ smallestUnit: 'minute' }));
      },
    ),
  );
});

test('a wall-clock time that the clock change skips moves forward', () => {
  expect(instantInZone('2026-03-08', '02:30', 'America/New_York').toISOString()).toBe(
    '2026-03-08T07:30:00.000Z',
  );
});

test('somebody is a year older on the birthday, not the day before; a leap-day birthday counts on 1 March', () => {
  expect(ageOn('1968-04-12', '2026-04-11')).toBe(57);
  expect(ageOn('1968-04-12', '2026-04-12')).toBe(58);
  expect(ageOn('2004-02-29', '2026-02-28')).toBe(21);
  expect(ageOn('2004-02-29', '2026-03-01')).toBe(22);
});

test('a date is written with its month in letters, and with the year when it is another', () => {
  expect(shortDate('2026-11-12', '2026-11-21')).toBe('12 Nov');
  expect(shortDate('2025-11-12', '2026-11-21')).toBe('12 Nov 2025');
  expect(() => plainDate('yesterday')).toThrow('Enter a real date');
});
