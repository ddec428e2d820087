import { expect, test } from 'vitest';
import { firstFreeTime, minutesOf } from './free-time.ts';

const booked = (from: string, to: string) => ({ from: minutesOf(from), to: minutesOf(to) });

test('the first free time of a day begins when the last session ends', () => {
  expect(firstFreeTime([booked('08:00', '08:45'), booked('08:45', '09:30')], 45)).toBe('09:30');
  expect(firstFreeTime([booked('08:30', '09:15')], 30)).toBe('08:00');
  expect(firstFreeTime([booked('08:30', '09:15')], 45)).toBe('09:15');
});

test('nothing earlier than now is proposed, and nothing when the day is over', () => {
  expect(firstFreeTime([], 45, minutesOf('09:05'))).toBe('09:15');
  expect(firstFreeTime([], 45, minutesOf('17:15'))).toBe('17:15');
  expect(firstFreeTime([], 45, minutesOf('22:40'))).toBeUndefined();
});
