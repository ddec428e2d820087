import { Button, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { procedureKindLabel } from '#shared/orders/procedure-kinds.ts';
import type { MeasureAssessment } from '#shared/oversight/assessment.ts';
import type { Review } from '#shared/oversight/contract.ts';
import { reachableChange } from '#shared/outcomes/reachable.ts';
import { loadMeasure } from '#shared/outcomes/registry.ts';
import { addDays } from '#shared/platform/time.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { KeyHint } from '#client/ui/KeyHint.tsx';
import { TrendChart } from '#client/ui/TrendChart.tsx';
import { TrendTable } from '#client/ui/TrendTable.tsx';
import type { TrendMarker, TrendPhase, TrendProps } from '#client/ui/trend-model.ts';
import { changeSummary } from './change-summary.ts';
import { effectWords } from './effect-words.ts';
import classes from './Review.module.css';

interface ReviewTrendsProps {
  review: Review;
  showTable: boolean;
  onToggle: () => void;
}

const CAPTION_PIXELS = 36;
const TOOLS_AND_DATES_PIXELS = 52;
const MARKERS_PIXELS = 54;
const LOWEST_PANEL_PIXELS = 96;
const HIGHEST_PANEL_PIXELS = 210;

/** One panel a measure on one time axis: phases, error band, importance, goal, events. Every chart has a table. */
export function ReviewTrends({ review, showTable, onToggle }: ReviewTrendsProps) {
  const { ref, height } = useElementSize();
  const measures = review.verdict.measures;
  if (measures.length === 0) {
    return (
      <section className={classes.trends} aria-label="Trends">
        <EmptyState title="No outcome measure is prescribed yet">
          The prescription names the measures that therapy is judged by; their trends appear here.
        </EmptyState>
      </section>
    );
  }
  const events = markersOf(review).length === 0 ? 0 : MARKERS_PIXELS;
  const free = height - TOOLS_AND_DATES_PIXELS - events;
  const panel = height === 0 ? 120 : Math.floor(free / measures.length) - CAPTION_PIXELS;
  const panelHeight = Math.max(LOWEST_PANEL_PIXELS, Math.min(HIGHEST_PANEL_PIXELS, panel));
  return (
    <section className={classes.trends} aria-label="Trends" ref={ref}>
      <div className={classes.trendTools}>
        <Text size="xs" c="dimmed">
          {changeLegend(measures)}
        </Text>
        <Button
          size="compact-xs"
          variant="subtle"
          className={classes.toggle}
          onClick={onToggle}
          aria-pressed={showTable}
        >
          {showTable ? 'Charts' : 'Tables'}&nbsp;
          <KeyHint keys="t" />
        </Button>
      </div>
      {measures.map((m, index) => {
        const props = trendOf(review, m, {
          height: panelHeight,
          withDates: index === measures.length - 1,
          withMarkers: index === 0,
        });
        const change = changeSummary(m, m.points.at(-1)?.value);
        return (
          <div key={m.measureCode + (m.side ?? '')} className={classes.panel}>
            {showTable ? <TrendTable {...props} /> : <TrendChart {...props} />}
            <p className={classes.panelWords}>
              <strong>{change.numbers}</strong> {change.words}
              {m.episode.improvement === null || m.episode.baseline?.date === m.baseline?.date
                ? ''
                : `; whole episode: ${Math.abs(m.episode.improvement)} ${m.episode.improvement >= 0 ? 'better' : 'worse'}`}
              {m.pace?.behind === true ? '; behind the expected pace' : ''}
            </p>
          </div>
        );
      })}
    </section>
  );
}

const changeLegend = (measures: readonly MeasureAssessment[]): string =>
  `Better is up. Band: measurement error around the baseline. ${measures.some((m) => m.goal) ? 'Dashed: goal. ' : ''}Shading: prescription versions.`;

function trendOf(
  review: Review,
  m: MeasureAssessment,
  options: { height: number; withDates: boolean; withMarkers: boolean },
): TrendProps {
  const measure = loadMeasure(m.measureCode);
  const points = review.scores
    .filter((score) => score.measureCode === m.measureCode && score.side === m.side)
    .map(({ measuredOn, value, enteredInError }) => ({ date: measuredOn, value, inError: enteredInError }));
  return {
    measure: m.abbreviation,
    unit: m.unit === '' ? undefined : m.unit,
    direction: m.direction,
    points,
    min: measure.min ?? 0,
    max: drawnMaximum(measure.max, points, m.goal?.target),
    baseline: m.baseline,
    mdc: shown(m.measureCode, m.thresholds.mdc),
    mcid: shown(m.measureCode, m.thresholds.mcid),
    goal: m.goal ? { value: m.goal.target, date: m.goal.targetOn } : null,
    phases: phasesOf(review),
    // Every panel says what was injected; tests and decisions are named once, under the first.
    markers: options.withMarkers ? markersOf(review) : procedureMarkers(review),
    markersBelow: options.withMarkers,
    xDomain: domainOf(review),
    height: options.height,
    withDates: options.withDates,
    asOf: review.today,
  };
}

const shown = (measureCode: string, threshold: { value: number } | null): number | undefined =>
  threshold === null ? undefined : reachableChange(measureCode, threshold.value);

/** Stretches of the prescription's versions; a version that is superseded ends where the next one starts. */
function phasesOf({ prescriptions }: Review): TrendPhase[] {
  return prescriptions.map((version, index) => ({
    from: version.startsOn,
    to: prescriptions[index + 1]?.startsOn ?? version.endedOn,
    label: `v${version.versionNumber}`,
  }));
}

const procedureMarkers = ({ procedures, today }: Review): TrendMarker[] =>
  procedures.map((p) => ({
    date: p.performedOn,
    label: procedureKindLabel(p.kind),
    kind: p.kind === 'surgery' ? 'surgery' : 'injection',
    detail: effectWords(p, today),
  }));

function markersOf(review: Review): TrendMarker[] {
  const { tests, decisions } = review;
  const markers = [
    ...procedureMarkers(review),
    ...tests.map((t): TrendMarker => ({
      date: t.resultOn ?? t.orderedOn,
      label: t.kind.toUpperCase(),
      kind: 'test',
    })),
    ...decisions.map((d): TrendMarker => ({
      date: d.decidedOn,
      label: d.kind.charAt(0).toUpperCase() + d.kind.slice(1).replace('-', ' '),
      kind: 'decision',
    })),
  ];
  return markers.toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** Some scales end far beyond any value a patient has (300 s for a timed walk): those are drawn as far as the values go. */
const OPEN_ENDED_FROM = 100;
const ROOM_ABOVE = 1.6;

function drawnMaximum(
  scaleEnd: number | null,
  points: readonly { value: number }[],
  goal: number | undefined,
): number {
  const end = scaleEnd ?? OPEN_ENDED_FROM;
  if (end <= OPEN_ENDED_FROM) return end;
  const highest = Math.max(1, goal ?? 0, ...points.map((point) => point.value));
  return Math.min(end, Math.ceil((highest * ROOM_ABOVE) / 5) * 5);
}

/** From the first score or version to today, or to the nearest goal if that lies ahead by less than two months. */
function domainOf({ scores, prescriptions, today, verdict, episode }: Review): readonly [string, string] {
  const starts = [
    ...scores.map((score) => score.measuredOn),
    ...prescriptions.map((version) => version.startsOn),
  ].sort();
  const goals = verdict.measures.flatMap((m) => (m.goal ? [m.goal.targetOn] : []));
  const horizon = addDays(today, 60);
  const ends = [today, ...goals.filter((date) => date <= horizon)].sort();
  const from = starts[0] ?? episode.openedOn;
  return [addDays(from, -3), addDays(ends.at(-1) ?? today, 3)];
}
