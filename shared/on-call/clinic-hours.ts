import { z } from 'zod';
import { addDays, dateInZone, instantInZone } from '#shared/platform/time.ts';

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** A time on the clinic's wall clock, `HH:MM`. */
export const ClockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Enter a time as HH:MM, from 00:00 to 23:59.' });

const OpenFrom = z
  .object({ opens: ClockTime, closes: ClockTime })
  .refine(({ opens, closes }) => closes > opens, {
    error: 'The clinic closes after it opens.',
    path: ['closes'],
  });

/** A day's opening; `null` is closed. */
export const DayHours = OpenFrom.nullable();
export type DayHours = z.infer<typeof DayHours>;

/** When a clinic is open in an ordinary week, on its own wall clock. */
export const ClinicWeek = z.object({
  monday: DayHours,
  tuesday: DayHours,
  wednesday: DayHours,
  thursday: DayHours,
  friday: DayHours,
  saturday: DayHours,
  sunday: DayHours,
});
export type ClinicWeek = z.infer<typeof ClinicWeek>;

const WORKDAY = { opens: '08:00', closes: '18:00' };

/** What holds until a clinic says otherwise: Monday to Friday, 08:00 to 18:00 [P]. */
export const DEFAULT_WEEK: ClinicWeek = {
  monday: WORKDAY,
  tuesday: WORKDAY,
  wednesday: WORKDAY,
  thursday: WORKDAY,
  friday: WORKDAY,
  saturday: null,
  sunday: null,
};

export interface ClinicHours {
  timeZone: string;
  week: ClinicWeek;
}

/** The day of the week of a calendar date. */
export function weekdayOf(date: string): Weekday {
  const fromMonday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  return WEEKDAYS[fromMonday] ?? 'monday';
}

const MILLISECONDS_PER_MINUTE = 60_000;

/** A clinic that opens at all does so within a week; one more day covers the rest of the first. */
const DAYS_TO_LOOK = 8;

/**
 * The moment at which `minutes` of clinic hours have gone by since `from`; nothing when the clinic never opens. Minutes are those
 * that pass: on the day the clocks change, the skipped hour does not count and the repeated one counts twice.
 */
export function afterClinicMinutes(
  { timeZone, week }: ClinicHours,
  from: Date,
  minutes: number,
): Date | undefined {
  let left = minutes * MILLISECONDS_PER_MINUTE;
  let day = dateInZone(from, timeZone);
  let closedDays = 0;
  while (closedDays < DAYS_TO_LOOK) {
    const hours = week[weekdayOf(day)];
    const opens = hours === null ? undefined : instantInZone(day, hours.opens, timeZone).getTime();
    const closes = hours === null ? undefined : instantInZone(day, hours.closes, timeZone).getTime();
    const start = Math.max(from.getTime(), opens ?? 0);
    if (closes !== undefined && closes > start) {
      if (closes - start >= left) return new Date(start + left);
      left -= closes - start;
      closedDays = 0;
    } else {
      closedDays += 1;
    }
    day = addDays(day, 1);
  }
  return undefined;
}

/** "Mon-Fri 08:00-18:00; Sat, Sun closed": days with the same hours in one breath. */
export function weekWords(week: ClinicWeek): string {
  const runs: { first: Weekday; last: Weekday; words: string }[] = [];
  for (const day of WEEKDAYS) {
    const hours = week[day];
    const words = hours === null ? 'closed' : `${hours.opens}-${hours.closes}`;
    const run = runs.at(-1);
    if (run?.words === words) run.last = day;
    else runs.push({ first: day, last: day, words });
  }
  return runs
    .map(({ first, last, words }) =>
      first === last ? `${shortDay(first)} ${words}` : `${shortDay(first)}-${shortDay(last)} ${words}`,
    )
    .join('; ');
}

const shortDay = (day: Weekday): string => `${day.slice(0, 1).toUpperCase()}${day.slice(1, 3)}`;
