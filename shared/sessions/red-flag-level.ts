import { addDays, type PlainDate } from '#shared/platform/time.ts';
import type { RedFlag, RedFlagLevel } from './red-flags.ts';
import { wellsScore, type WellsItem } from '#shared/evaluations/wells.ts';

const SEVERITY: Record<RedFlagLevel, number> = { prompt: 0, urgent: 1, emergency: 2 };

/** Where a score decides the level. */
export const isScored = ({ code }: Pick<RedFlag, 'code'>): boolean => code === 'RF-DVT';

/** The least serious level a flag may be raised at. A scored flag without its score is taken as urgent. */
export function leastLevel(flag: RedFlag, wells: readonly WellsItem[] | undefined): RedFlagLevel {
  if (!isScored(flag)) return flag.level;
  return wells === undefined ? 'urgent' : wellsScore(wells).level;
}

/** Whether `level` is at least as serious as `least`: a flag may always be taken more seriously, never less (rules.md section 5). */
export const isAtLeast = (level: RedFlagLevel, least: RedFlagLevel): boolean =>
  SEVERITY[level] >= SEVERITY[least];

const isWeekend = (date: string): boolean => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/** The next day that is not Saturday or Sunday: a prompt flag is told within one business day. */
export function nextBusinessDay(date: PlainDate): PlainDate {
  const next = addDays(date, 1);
  return isWeekend(next) ? nextBusinessDay(next) : next;
}

/** So many business days later; clinics' holidays are not known. */
export const businessDaysAfter = (date: PlainDate, days: number): PlainDate =>
  days <= 0 ? date : businessDaysAfter(nextBusinessDay(date), days - 1);
