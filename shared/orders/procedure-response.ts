import { reachableChange } from '#shared/outcomes/reachable.ts';
import { getMeasure, unitLabel, type OutcomeMeasure } from '#shared/outcomes/registry.ts';
import { chooseThresholds } from '#shared/outcomes/thresholds.ts';
import { judgedScores, type SeriesScore } from '#shared/outcomes/series.ts';
import { addDays, shortDate } from '#shared/platform/time.ts';
import type { ProcedureEffect } from './procedure.ts';

export const RESPONSE_STATES = [
  'not-stated',
  'no-baseline',
  'waiting',
  'not-measured',
  'as-expected',
  'not-kept',
  'less',
  'no-change',
  'worse',
] as const;
export type ResponseState = (typeof RESPONSE_STATES)[number];

/** What was expected of a procedure, what was seen within its window, and both in words with numbers. */
export interface ProcedureResponse {
  state: ResponseState;
  /** The last day of the window; null when no window was written. */
  until: string | null;
  /** The window still runs: what is said may change. */
  open: boolean;
  expected: string;
  seen: string;
}

interface Dated {
  value: number;
  measuredOn: string;
}

interface Series {
  measure: OutcomeMeasure;
  name: string;
  mdc: number | null;
  expected: number;
  before: Dated | undefined;
  within: Dated[];
}

const round = (value: number): number => Math.round(value * 100) / 100;

/**
 * Judges a procedure by the last score inside its window against the last one before it. A change within the measurement error
 * is no effect (rules.md 6.2); one that was reached and lost again inside the window is said to be so. The day of the
 * procedure itself still counts as before.
 */
export function judgeResponse(
  procedure: ProcedureEffect,
  today: string,
  { withYear = false }: { withYear?: boolean } = {},
): ProcedureResponse {
  const until =
    procedure.responseWindowDays === null
      ? null
      : addDays(procedure.performedOn, procedure.responseWindowDays);
  const open = until !== null && today <= until;
  const on = (date: string) => shortDate(date, withYear ? undefined : today);
  const base = { until, open, expected: expectedWords(procedure, until === null ? null : on(until)) };
  const series = seriesOf(procedure, until);
  if (series === undefined) {
    return { ...base, state: 'not-stated', seen: 'No measure was named: judge it yourself.' };
  }
  return { ...base, ...seenOf(series, { until: until ?? today, open, on }) };
}

/** Later than any measurement: a window without an end. */
const LAST_DAY = '9999-12-31';

const sameCondition = (a: Pick<SeriesScore, 'condition'>, b: Pick<SeriesScore, 'condition'>): boolean =>
  (a.condition ?? null) === (b.condition ?? null);

function seriesOf(procedure: ProcedureEffect, until: string | null): Series | undefined {
  const { expected, performedOn, values, mdcTag } = procedure;
  const measure = expected === null ? undefined : getMeasure(expected.measureCode);
  if (expected === null || measure === undefined) return undefined;
  const named = { measureCode: expected.measureCode, side: expected.side };
  const all = values.map((value) => ({ ...value, ...named }));
  const before = judgedScores(all, named, performedOn).at(-1);
  // What came before is compared with what was measured in the same way only.
  const compared = before === undefined ? all : all.filter((value) => sameCondition(value, before));
  return {
    measure,
    name: [measure.abbreviation, expected.side].filter(Boolean).join(' '),
    mdc: chooseThresholds(measure, { mdcTag }).mdc?.value ?? null,
    expected: expected.change,
    before,
    within: judgedScores(compared, named, until ?? LAST_DAY).filter(
      ({ measuredOn }) => measuredOn > performedOn,
    ),
  };
}

interface Window {
  until: string;
  open: boolean;
  /** A date in words: documents name the year, a screen only another one. */
  on: (date: string) => string;
}

function seenOf(series: Series, window: Window): Pick<ProcedureResponse, 'state' | 'seen'> {
  const { name, before, within } = series;
  const by = window.on(window.until);
  const last = within.at(-1);
  if (last === undefined) {
    return window.open
      ? { state: 'waiting', seen: `no ${name} since; the window runs until ${by}.` }
      : { state: 'not-measured', seen: `no ${name} measured by ${by}: cannot be judged.` };
  }
  if (before === undefined) {
    return {
      state: 'no-baseline',
      seen: `${name} ${last.value} on ${window.on(last.measuredOn)}, but none before the procedure: cannot be judged.`,
    };
  }
  return compare(series, before, last, window);
}

/** Positive is better, whichever way the measure runs. */
const better = ({ measure }: Series, from: Dated, to: Dated): number =>
  round(measure.direction === 'higherIsBetter' ? to.value - from.value : from.value - to.value);

function compare(
  series: Series,
  before: Dated,
  last: Dated,
  window: Window,
): Pick<ProcedureResponse, 'state' | 'seen'> {
  const gain = better(series, before, last);
  const best = series.within.reduce((most, one) =>
    better(series, before, one) > better(series, before, most) ? one : most,
  );
  const state = stateOf(series, gain, better(series, before, best));
  const on = (dated: Dated) => `${dated.value} on ${window.on(dated.measuredOn)}`;
  const amount = gain === 0 ? 'the same' : `${Math.abs(gain)} ${gain > 0 ? 'better' : 'worse'}`;
  const error =
    series.mdc === null ? 'error unknown' : `error ${reachableChange(series.measure.code, series.mdc)}`;
  const lost = state === 'not-kept' ? `; ${on(best)} was not kept` : '';
  const soFar = window.open ? ' so far' : '';
  return {
    state,
    seen: `${series.name} ${on(before)}, then ${on(last)}: ${amount} (${error}), ${JUDGEMENT[state]}${soFar}${lost}.`,
  };
}

function stateOf({ expected, mdc }: Series, gain: number, best: number): ResponseState {
  const error = mdc ?? 0;
  // However little was expected, a change within the error is no effect.
  const asked = Math.max(expected, error);
  if (gain >= asked) return 'as-expected';
  if (best >= asked) return 'not-kept';
  if (gain !== 0 && gain <= -error) return 'worse';
  return gain !== 0 && gain >= error ? 'less' : 'no-change';
}

const JUDGEMENT: Record<ResponseState, string> = {
  'not-stated': '',
  'no-baseline': '',
  waiting: '',
  'not-measured': '',
  'as-expected': 'as expected',
  'not-kept': 'less than expected',
  less: 'less than expected',
  'no-change': 'no detectable change',
  worse: 'worse',
};

function expectedWords({ expected, expectedEffect }: ProcedureEffect, until: string | null) {
  const own = (expectedEffect ?? '').replace(/\.$/, '');
  const measure = expected === null ? undefined : getMeasure(expected.measureCode);
  const by = until === null ? '' : ` by ${until}`;
  if (expected === null || measure === undefined) return own === '' ? 'nothing stated' : `${own}${by}`;
  const name = [measure.abbreviation, expected.side].filter(Boolean).join(' ');
  const unit = unitLabel(measure);
  const amount = `${name} ${expected.change}${unit === '' || unit === '°' ? unit : ` ${unit}`} better${by}`;
  return own === '' ? amount : `${amount} (${own})`;
}
