import { z } from 'zod';
import { isPlainDate } from '#shared/platform/time.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A date as precisely as somebody remembers it: `2019`, `2019-05` or `2019-05-14`. */
export const PartialDate = z.string().refine(isPartialDate, {
  error: 'Enter a year, a month and year, or a day: 2019, 5/2019 or 14 May 2019.',
});

function isPartialDate(text: string): boolean {
  if (/^(19|20)\d{2}$/.test(text)) return true;
  return isPlainDate(/^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text);
}

const two = (digits: string): string => digits.padStart(2, '0');

/** Reads what people write: `2019`, `5/2019`, `May 2019`, `5/14/2019`, `14 May 2019`, `2019-05-14`. Nothing when it is no date. */
export function readPartialDate(typed: string): string | undefined {
  const text = typed.trim().replace(/,/g, '').toLowerCase();
  const month = (word: string) => MONTHS.findIndex((one) => word.startsWith(one.toLowerCase())) + 1;
  const forms: [RegExp, (...groups: string[]) => string][] = [
    [/^(\d{4})$/, (year = '') => year],
    [/^(\d{4})-(\d{1,2})$/, (year = '', m = '') => `${year}-${two(m)}`],
    [/^(\d{4})-(\d{1,2})-(\d{1,2})$/, (year = '', m = '', day = '') => `${year}-${two(m)}-${two(day)}`],
    [/^(\d{1,2})\/(\d{4})$/, (m = '', year = '') => `${year}-${two(m)}`],
    [/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, (m = '', day = '', year = '') => `${year}-${two(m)}-${two(day)}`],
    [/^([a-z]{3,9}) (\d{4})$/, (word = '', year = '') => `${year}-${two(String(month(word)))}`],
    [
      /^(\d{1,2}) ([a-z]{3,9}) (\d{4})$/,
      (day = '', word = '', year = '') => `${year}-${two(String(month(word)))}-${two(day)}`,
    ],
    [
      /^([a-z]{3,9}) (\d{1,2}) (\d{4})$/,
      (word = '', day = '', year = '') => `${year}-${two(String(month(word)))}-${two(day)}`,
    ],
  ];
  for (const [form, read] of forms) {
    const match = form.exec(text);
    if (match === null) continue;
    const date = read(...match.slice(1));
    return isPartialDate(date) ? date : undefined;
  }
  return undefined;
}

/** `2019`, `May 2019`, `14 May 2019`. */
export function partialDateWords(date: string): string {
  const [year = '', month, day] = date.split('-');
  const words = month === undefined ? '' : (MONTHS[Number(month) - 1] ?? '');
  return [day === undefined ? '' : String(Number(day)), words, year].filter(Boolean).join(' ');
}

/** Whether a date lies after another one for certain: a year that both share tells nothing about it. */
export function isAfter(date: string, other: string): boolean {
  const shared = Math.min(date.length, other.length);
  return date.slice(0, shared) > other.slice(0, shared);
}
