import { ageOn, daysBetween, shortDate } from '#shared/platform/time.ts';
import { useSessionIfAny } from './session.ts';

const parts = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  let found = parts.get(timeZone);
  if (found === undefined) {
    // Day, month and clock come out as numbers; the words are put together here, the same in every browser language.
    found = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    parts.set(timeZone, found);
  }
  return found;
}

function wallClock(instant: string | Date, timeZone: string): { date: string; time: string } {
  const read = new Map(
    formatter(timeZone)
      .formatToParts(new Date(instant))
      .map((part) => [part.type, part.value]),
  );
  return {
    date: `${read.get('year')}-${read.get('month')}-${read.get('day')}`,
    time: `${read.get('hour')}:${read.get('minute')}`,
  };
}

/** A date is read as one word: no line ends between its day and its month. */
const unbroken = (words: string): string => words.replaceAll(' ', '\u00A0');

/** `10:42` on the clinic's wall. */
export const clockTime = (instant: string | Date, timeZone: string): string =>
  wallClock(instant, timeZone).time;

/** `19 Nov 10:42` on the clinic's wall; the year is added when it is not that of `asOf`. */
export function dateAndTime(instant: string | Date, timeZone: string, asOf?: string): string {
  const { date, time } = wallClock(instant, timeZone);
  return `${unbroken(shortDate(date, asOf))} ${time}`;
}

/** `New York`: the city of a time zone as a person says it. */
export const zoneWords = (timeZone: string): string =>
  timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');

/** `today`, `yesterday`, `6 d ago`, `in 3 d`. */
export function daysAgo(date: string, today: string): string {
  const days = daysBetween(date, today);
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days === -1) return 'tomorrow';
  return days > 0 ? `${days} d ago` : `in ${-days} d`;
}

export interface ClinicTime {
  /** Today on the clinic's calendar. */
  today: string;
  timeZone: string;
  /** `12 Nov`, with the year when it is another. */
  date: (date: string) => string;
  /** `10:42`. */
  time: (instant: string | Date) => string;
  /** `12 Nov 10:42`. */
  dateTime: (instant: string | Date) => string;
  /** The clinic's calendar date of an instant, `YYYY-MM-DD`. */
  dateOf: (instant: string | Date) => string;
  /** `6 d ago`. */
  ago: (date: string) => string;
  /** Completed years. */
  age: (birthDate: string) => number;
}

/** Dates and times as the signed-in person's clinic reads them; on a public page, as the device does. */
export function useClinicTime(): ClinicTime {
  const session = useSessionIfAny();
  const timeZone = session?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const today: string = session?.today ?? wallClock(new Date(), timeZone).date;
  return {
    today,
    timeZone,
    date: (date) => unbroken(shortDate(date, today)),
    time: (instant) => clockTime(instant, timeZone),
    dateTime: (instant) => dateAndTime(instant, timeZone, today),
    dateOf: (instant) => wallClock(instant, timeZone).date,
    ago: (date) => daysAgo(date, today),
    age: (birthDate) => ageOn(birthDate, today),
  };
}
