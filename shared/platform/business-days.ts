import { addDays, type PlainDate } from './time.ts';

/** What every screen that counts business days says about them. */
export const BUSINESS_DAYS_WORDS = 'Business days are Monday to Friday; holidays are not known to Tandem.';

const isWeekend = (date: string): boolean => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/** The next day that is not Saturday or Sunday. */
export function nextBusinessDay(date: PlainDate): PlainDate {
  const next = addDays(date, 1);
  return isWeekend(next) ? nextBusinessDay(next) : next;
}

/** So many business days later; clinics' holidays are not known. */
export const businessDaysAfter = (date: PlainDate, days: number): PlainDate =>
  days <= 0 ? date : businessDaysAfter(nextBusinessDay(date), days - 1);
