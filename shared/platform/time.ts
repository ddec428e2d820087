import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** A calendar date without a zone, `YYYY-MM-DD`: birth dates, due dates, the day a score was measured. */
export const PlainDate = z
  .string()
  .refine(isPlainDate, { error: 'Enter a real date as YYYY-MM-DD.' })
  .brand<'PlainDate'>();
export type PlainDate = z.infer<typeof PlainDate>;

/** A moment, ISO 8601 with offset or `Z`. */
export const Instant = z.iso.datetime({ offset: true }).brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

/** Whether the text is a calendar date as `YYYY-MM-DD`. */
export function isPlainDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Parses `YYYY-MM-DD`; throws when it is no calendar date. For literals and trusted columns. */
export const plainDate = (text: string): PlainDate => PlainDate.parse(text);

const MILLISECONDS_PER_DAY = 86_400_000;

const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / MILLISECONDS_PER_DAY;

/** Calendar days from `from` to `to`; negative when `to` is earlier. Clocks and zones play no part. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** The date `days` calendar days after (or before, if negative) `date`. */
export const addDays = (date: string, days: number): PlainDate =>
  plainDate(new Date((dayNumber(date) + days) * MILLISECONDS_PER_DAY).toISOString().slice(0, 10));

/** The calendar date that a clock on the clinic's wall shows at `instant`. */
export const dateInZone = (instant: Date, timeZone: string): PlainDate => {
  const { year, month, day } = wallClock(instant, timeZone);
  return plainDate(`${year}-${month}-${day}`);
};

/** The moment at which the clinic's wall clock shows `date` and `time` (`HH:MM`); a time skipped by the clock change moves forward. */
export const instantInZone = (date: string, time: string, timeZone: string): Date =>
  new Date(Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone).epochMilliseconds);

/** What the clinic's wall clock shows at `instant`, `HH:MM`. */
export const clockInZone = (instant: Date, timeZone: string): string => {
  const { hour, minute } = wallClock(instant, timeZone);
  return `${hour}:${minute}`;
};

const wallClocks = new Map<string, Intl.DateTimeFormat>();

/** The wall clock in parts, of four and two digits. Every request asks for it several times, so a zone's format is kept. */
function wallClock(instant: Date, timeZone: string): Partial<Record<Intl.DateTimeFormatPartTypes, string>> {
  const kept = wallClocks.get(timeZone) ?? newWallClock(timeZone);
  wallClocks.set(timeZone, kept);
  return Object.fromEntries(kept.formatToParts(instant).map(({ type, value }) => [type, value]));
}

const newWallClock = (timeZone: string) =>
  new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });

/** Completed years of age on `on`. */
export function ageOn(birthDate: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `12 Nov`, or `12 Nov 2025` when the year differs from that of `asOf` (always with the year if `asOf` is left out). */
export function shortDate(date: string, asOf?: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const text = `${Number(day)} ${MONTHS[Number(month) - 1]}`;
  return asOf !== undefined && asOf.startsWith(year) ? text : `${text} ${year}`;
}

/** The later of two dates. */
export const laterOf = <D extends string>(a: D, b: D): D => (a >= b ? a : b);

/** The earlier of two dates. */
export const earlierOf = <D extends string>(a: D, b: D): D => (a <= b ? a : b);
