import { addDays, shortDate } from '#shared/platform/time.ts';
import { getMeasure } from './registry.ts';
import type { NamedSeries } from './series.ts';

/** The episode that a score is entered into. */
export interface ScorePlace {
  side: string | null;
  openedOn: string;
  /** Series of the newest prescription. */
  prescribed: readonly NamedSeries[];
}

/** A score this many days before the episode may still be its baseline (rules.md 6.2 step 3); an older one is asked about. */
const BEFORE_EPISODE_DAYS = 30;

const isOneSide = (side: string | null): boolean => side === 'left' || side === 'right';

/**
 * Why a score of this side does not belong to the episode: another side is prescribed, or the episode is about the other one. What is
 * prescribed for a side may be measured on it whatever the episode says.
 */
export function wrongSide({ measureCode, side }: NamedSeries, place: ScorePlace): string | undefined {
  const measure = getMeasure(measureCode);
  if (measure === undefined || !measure.sided || side === null) return undefined;
  const prescribed = place.prescribed.filter((one) => one.measureCode === measureCode);
  if (prescribed.some((one) => one.side === side)) return undefined;
  const other =
    prescribed.find((one) => one.side !== null)?.side ?? (isOneSide(place.side) ? place.side : null);
  return other === null || other === side
    ? undefined
    : `${measure.abbreviation} belongs to the ${other} side here. A value of the ${side} side is not part of this episode: check the side.`;
}

/** What to ask about a score that is older than the episode. */
export const olderThanEpisode = (measuredOn: string, { openedOn }: ScorePlace): string | undefined =>
  measuredOn < addDays(openedOn, -BEFORE_EPISODE_DAYS)
    ? `Measured on ${shortDate(measuredOn)}, long before this episode opened on ${shortDate(openedOn)}. Confirm the date.`
    : undefined;
