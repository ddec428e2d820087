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
