import { addDays, daysBetween, shortDate } from '#shared/platform/time.ts';
import type { Direction } from './direction.ts';
import { writeNumber } from './measure-change-words.ts';

export interface TrendPoint {
  date: string;
  value: number;
  /** Entered in error: shown struck, never joined to the line. */
  inError?: boolean;
}

export interface TrendPhase {
  from: string;
  /** Left out while it goes on. */
  to?: string | null | undefined;
  /** "v1", "v2": the prescription version. */
  label: string;
}

export interface TrendMarker {
  date: string;
  label: string;
  kind: 'injection' | 'test' | 'decision' | 'surgery';
  /** What it was to do and what was seen, in words; also said elsewhere on the page. */
  detail?: string | undefined;
}

/** One measure over one episode: what `TrendChart` draws and `TrendTable` lists. */
export interface TrendProps {
  /** "ODI". */
  measure: string;
  /** "%", "s", "m". */
  unit?: string | undefined;
  direction: Direction;
  /** In order of date. */
  points: readonly TrendPoint[];
  /** Ends of the measure's scale. */
  min: number;
  max: number;
  baseline?: { date: string; value: number } | null | undefined;
  /** Measurement error: shaded around the baseline. */
  mdc?: number | null | undefined;
  /** Smallest important change: a line that far from the baseline, on the better side. */
  mcid?: number | null | undefined;
  goal?: { value: number; date: string } | null | undefined;
  phases?: readonly TrendPhase[];
  markers?: readonly TrendMarker[];
  /** Names of events stand below the plot; without them, inside it beside their line. */
  markersBelow?: boolean;
  /** The same for all panels of a page. */
  xDomain: readonly [from: string, to: string];
  /** Pixels, 150 unless told. */
  height?: number;
  /** Month names under the picture: the lowest panel of a stack has them. */
  withDates?: boolean;
  /** Today: dates of its year are written without the year. */
  asOf?: string | undefined;
}

const FIRST_DAY = '1970-01-01';

/** A date as a number for the axis. */
export const dayOf = (date: string): number => daysBetween(FIRST_DAY, date);
/** The date of an axis number. */
export const dateOfDay = (day: number): string => addDays(FIRST_DAY, Math.round(day));

/** The value a meaningful improvement would reach. */
export function mcidValue({
  baseline,
  mcid,
  direction,
}: Pick<TrendProps, 'baseline' | 'mcid' | 'direction'>) {
  if (baseline == null || mcid == null) return undefined;
  return direction === 'higherIsBetter' ? baseline.value + mcid : baseline.value - mcid;
}

/** The values between which nothing has happened yet. */
export function errorBand({ baseline, mdc, min, max }: Pick<TrendProps, 'baseline' | 'mdc' | 'min' | 'max'>) {
  if (baseline == null || mdc == null) return undefined;
  return { low: Math.max(min, baseline.value - mdc), high: Math.min(max, baseline.value + mdc) };
}

const NICE = [1, 2, 5, 10];

/** A step that a person would choose, so that about `count` ticks fit into `span`. */
function niceStep(span: number, count: number): number {
  const raw = span / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  return (NICE.find((nice) => nice * power >= raw) ?? 10) * power;
}

/** The part of the scale worth showing: all valid points, band, goal and MCID, and never less than a quarter of the scale. */
export function valueAxis(props: TrendProps): { low: number; high: number; ticks: number[] } {
  const band = errorBand(props);
  const wanted = [
    ...props.points.flatMap((point) => (point.inError === true ? [] : [point.value])),
    ...(band === undefined ? [] : [band.low, band.high]),
    ...(props.goal == null ? [] : [props.goal.value]),
    ...[mcidValue(props)].filter((value) => value !== undefined),
  ].filter((value) => value >= props.min && value <= props.max);
  const scale = props.max - props.min;
  if (wanted.length === 0) wanted.push(props.min, props.max);
  const middle = (Math.min(...wanted) + Math.max(...wanted)) / 2;
  const half = Math.max((Math.max(...wanted) - Math.min(...wanted)) * 0.55, scale / 8);
  const step = niceStep(Math.min(half * 2, scale), 3);
  const low = Math.max(props.min, Math.floor((middle - half) / step) * step);
  const high = Math.min(props.max, Math.ceil((middle + half) / step) * step);
  const ticks: number[] = [];
  for (let tick = Math.ceil(low / step) * step; tick <= high + step / 1000; tick += step)
    ticks.push(Math.round(tick * 1000) / 1000);
  return { low, high, ticks };
}

/** Starts of months inside the domain, thinned to at most `most`. */
export function monthTicks([from, to]: readonly [string, string], most = 8): string[] {
  const ticks: string[] = [];
  let year = Number(from.slice(0, 4));
  let month = Number(from.slice(5, 7));
  for (;;) {
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
    const tick = `${year}-${String(month).padStart(2, '0')}-01`;
    if (tick > to) break;
    ticks.push(tick);
  }
  const every = Math.ceil(ticks.length / most);
  return ticks.filter((_, index) => index % every === 0);
}

/** "Nov", with the year in January and at the first tick: "Jan 2026". */
export const monthName = (date: string, isFirst: boolean): string => {
  const [, name = '', year = ''] = shortDate(date).split(' ');
  return isFirst || name === 'Jan' ? `${name} ${year}` : name;
};

/** Moves labels apart so that each has `gap` pixels, as little as possible, inside `[top, bottom]`. */
export function spreadLabels<Label extends { y: number }>(
  labels: readonly Label[],
  { gap, top, bottom }: { gap: number; top: number; bottom: number },
): Label[] {
  const sorted = labels.toSorted((a, b) => a.y - b.y).map((label) => ({ ...label }));
  sorted.forEach((label, index) => {
    const above = sorted[index - 1];
    label.y = Math.max(label.y, above === undefined ? top : above.y + gap);
  });
  for (let index = sorted.length - 1; index >= 0; index -= 1) {
    const label = sorted[index];
    const below = sorted[index + 1];
    if (label !== undefined) label.y = Math.min(label.y, below === undefined ? bottom : below.y - gap);
  }
  return sorted;
}

/** The picture in words: "ODI, lower is better: 5 scores, 46 on 3 Jun, latest 31 on 12 Nov; goal 20 by 20 Nov". */
export function describeTrend(props: TrendProps): string {
  const { measure, unit, direction, points, goal, asOf } = props;
  const valid = points.filter((point) => point.inError !== true);
  const first = valid[0];
  const last = valid.at(-1);
  const better = direction === 'higherIsBetter' ? 'higher is better' : 'lower is better';
  const say = (point: { value: number; date: string }, on: string) =>
    `${writeNumber(point.value)}${unit === undefined ? '' : ` ${unit}`} ${on} ${shortDate(point.date, asOf)}`;
  const course =
    first === undefined || last === undefined
      ? 'no scores'
      : valid.length === 1
        ? `one score, ${say(last, 'on')}`
        : `${valid.length} scores, ${say(first, 'on')}, latest ${say(last, 'on')}`;
  return `${measure}, ${better}: ${course}${goal == null ? '' : `; goal ${say(goal, 'by')}`}`;
}
