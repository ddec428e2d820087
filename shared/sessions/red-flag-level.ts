import { addDays, type PlainDate } from '#shared/platform/time.ts';
import type { RedFlag, RedFlagLevel } from './red-flags.ts';

const SEVERITY: Record<RedFlagLevel, number> = { prompt: 0, urgent: 1, emergency: 2 };

/** A flag may always be taken more seriously than its table says, never less (rules.md section 5). */
export const isLevelAllowed = (flag: RedFlag, level: RedFlagLevel): boolean =>
  SEVERITY[level] >= SEVERITY[flag.level];

const isWeekend = (date: string): boolean => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/** The next day that is not Saturday or Sunday: a prompt flag is told within one business day. */
export function nextBusinessDay(date: PlainDate): PlainDate {
  const next = addDays(date, 1);
  return isWeekend(next) ? nextBusinessDay(next) : next;
}
