import { addDays, shortDate } from './time.ts';

/** A day that another one may not pass, and how it is called in a sentence: "the birth", "the evaluation". */
export interface NamedDay {
  on: string | null | undefined;
  name: string;
}

export interface DateLimits {
  /** The date may not lie before any of these. */
  notBefore?: readonly NamedDay[];
  /** The date may not lie after any of these. */
  notAfter?: readonly NamedDay[];
}

/** Nobody alive was born longer ago, so no date of theirs lies before it. */
const OLDEST_YEARS = 130;

/** The day itself as a limit: said as "in the future" or "in the past". */
export const dayOfToday = (today: string): NamedDay => ({ on: today, name: 'today' });

/** The first day of a life; where the birth date is unknown, the earliest there can be. */
export const birth = (birthDate: string | null | undefined, today: string): NamedDay =>
  birthDate === null || birthDate === undefined
    ? { on: yearsBefore(today, OLDEST_YEARS), name: 'any patient’s birth' }
    : { on: birthDate, name: 'the birth' };

const yearsBefore = (date: string, years: number): string =>
  `${Number(date.slice(0, 4)) - years}${date.slice(4)}`;

/**
 * Why a date cannot be right beside the others, and what to do; nothing when it is in order or not given. The one rule for the order
 * of dates in intake, evaluation, episode and prescription: the screen shows it at the field, the server refuses with it.
 */
export function dateProblem(
  what: string,
  date: string | null | undefined,
  { notBefore = [], notAfter = [] }: DateLimits,
): string | undefined {
  if (date === null || date === undefined || date === '') return undefined;
  const late = notAfter.find(({ on }) => isGiven(on) && date > on);
  if (late !== undefined) {
    return late.name === 'today'
      ? `${what} is in the future. Enter today or an earlier date.`
      : `${what} on ${shortDate(date)} lies after ${said(late)}. Check both dates.`;
  }
  const early = notBefore.find(({ on }) => isGiven(on) && date < on);
  if (early === undefined) return undefined;
  return early.name === 'today'
    ? `${what} is in the past. Enter today or a later date.`
    : `${what} on ${shortDate(date)} lies before ${said(early)}. Check both dates.`;
}

const isGiven = (on: string | null | undefined): on is string => on !== null && on !== undefined && on !== '';

const said = ({ on, name }: NamedDay): string => (isGiven(on) ? `${name} on ${shortDate(on)}` : name);

/** What has happened to a patient by `today`: an onset, an operation. Neither before the birth nor in the future. */
export const pastDateProblem = (
  what: string,
  date: string | null | undefined,
  { birthDate, today }: { birthDate: string | null | undefined; today: string },
): string | undefined =>
  dateProblem(what, date, { notBefore: [birth(birthDate, today)], notAfter: [dayOfToday(today)] });

/** The day so many days after another one, as a limit for what is planned. */
export const daysAfter = (date: string, days: number, name: string): NamedDay => ({
  on: addDays(date, days),
  name,
});
