import { addDays, instantInZone, type PlainDate } from '#shared/platform/time.ts';

/** Today and the wall clock of one clinic: every date of the demo is told as days before today. */
export interface Calendar {
  today: PlainDate;
  timeZone: string;
  now: Date;
  day: (daysAgo: number) => PlainDate;
  /** A working day at or after (`forward`) or at or before the date. */
  workday: (date: PlainDate, direction?: 'forward' | 'back') => PlainDate;
  at: (date: PlainDate, time: string) => Date;
}

export function calendarOf(today: PlainDate, timeZone: string, now: Date): Calendar {
  return {
    today,
    timeZone,
    now,
    day: (daysAgo) => addDays(today, -daysAgo),
    workday: (date, direction = 'back') => {
      const weekday = weekdayOf(date);
      if (weekday === 6) return addDays(date, direction === 'back' ? -1 : 2);
      return weekday === 0 ? addDays(date, direction === 'back' ? -2 : 1) : date;
    },
    // Nothing of the past lies in the future: a demo loaded at six in the morning has no visit of today at ten yet.
    at: (date, time) => instantInZone(date, time, timeZone),
  };
}

/** 0 is Sunday. */
export const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();

/** "09:05" a number of minutes later; stays on the same day. */
export function later(time: string, minutes: number): string {
  const [hours = 0, past = 0] = time.split(':').map(Number);
  const total = Math.min(23 * 60 + 59, hours * 60 + past + minutes);
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}
