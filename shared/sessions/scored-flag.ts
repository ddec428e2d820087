import type { EvaluationContent, PresentRedFlag } from '#shared/evaluations/model.ts';
import { wellsScore, type WellsItem } from '#shared/evaluations/wells.ts';
import { isAtLeast, isScored, leastLevel } from './red-flag-level.ts';
import { getRedFlag, type RedFlag, type RedFlagLevel } from './red-flags.ts';

type RedFlagsOfVisit = EvaluationContent['redFlags'];

/** The flag that a score may speak for: a swollen leg (rules.md section 5). */
export const SCORED_FLAG = 'RF-DVT';

/** The least serious level a flag may have at this visit; one that is scored goes by its score, and is urgent without. */
export const leastLevelAtVisit = (flag: RedFlag, { wells }: Pick<RedFlagsOfVisit, 'wells'>): RedFlagLevel =>
  leastLevel(flag, isScored(flag) ? (wells ?? undefined) : undefined);

/** A flag that is ticked, at the least level it may have. */
export const foundFlag = (flag: RedFlag, at: Pick<RedFlagsOfVisit, 'wells'>): PresentRedFlag => ({
  code: flag.code,
  level: leastLevelAtVisit(flag, at),
  note: '',
});

/** The score as it now is; a scored flag that is ticked follows it, unless it was taken as an emergency. */
export function withWells(redFlags: RedFlagsOfVisit, wells: WellsItem[] | null): RedFlagsOfVisit {
  const present = redFlags.present.map((one) => {
    const flag = getRedFlag(one.code);
    if (flag === undefined || !isScored(flag) || one.level === 'emergency') return one;
    return { ...one, level: leastLevelAtVisit(flag, { wells }) };
  });
  return { ...redFlags, wells, present };
}

/** Whether the score speaks for a flag that nobody has ticked: moderate or high, that is 1 or more. */
export const speaksForFlag = ({ wells, present }: RedFlagsOfVisit): boolean =>
  wells !== null && wellsScore(wells).level === 'urgent' && present.every(({ code }) => code !== SCORED_FLAG);

/** Whether a ticked flag is at least as serious as it must be. */
export const isSeriousEnough = (
  flag: RedFlag,
  level: RedFlagLevel,
  at: Pick<RedFlagsOfVisit, 'wells'>,
): boolean => isAtLeast(level, leastLevelAtVisit(flag, at));
