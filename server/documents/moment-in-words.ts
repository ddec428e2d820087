import type { DocumentLanguage } from '#shared/documents/model.ts';

/** `21 Nov 2026, 14:05`: a moment on the clinic's wall clock, with the month in letters. */
export const momentInWords = (at: Date, timeZone: string, language: DocumentLanguage): string =>
  new Intl.DateTimeFormat(language === 'es' ? 'es-US' : 'en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
