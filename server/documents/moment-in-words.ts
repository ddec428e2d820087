import type { DocumentLanguage } from '#shared/documents/model.ts';
import { shortDate } from '#shared/platform/time.ts';

const MONTHS_ES = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'];

/**
 * `21 Nov 2026, 14:05`: a moment on the clinic's wall clock, with the month in letters, written as every other date of a document. Locale
 * data would write "Sept" in one place and "Sep" in the next.
 */
export function momentInWords(at: Date, timeZone: string, language: DocumentLanguage): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  const date = `${part('year')}-${part('month')}-${part('day')}`;
  const day =
    language === 'es'
      ? `${Number(part('day'))} ${MONTHS_ES[Number(part('month')) - 1] ?? ''} ${part('year')}`
      : shortDate(date);
  return `${day}, ${part('hour')}:${part('minute')}`;
}
