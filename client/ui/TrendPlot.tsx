import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceArea,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
  type DotItemDotProps,
} from 'recharts';
import { shortDate } from '#shared/platform/time.ts';
import { plotBottom, PLOT_LEFT, PLOT_RIGHT, PLOT_TOP } from './plot-frame.ts';
import {
  dateOfDay,
  dayOf,
  errorBand,
  mcidValue,
  monthName,
  monthTicks,
  valueAxis,
  type TrendProps,
} from './trend-model.ts';
import classes from './TrendChart.module.css';

interface TrendPlotProps extends TrendProps {
  height: number;
  /** Set by the responsive container. */
  width?: number;
}

/** The picture itself; words and events are laid over it by `TrendChart`. */
export function TrendPlot(props: TrendPlotProps) {
  const { points, direction, xDomain, width, height, withDates = true, asOf } = props;
  const axis = valueAxis(props);
  const rows = points.map((point) => ({
    day: dayOf(point.date),
    value: point.inError === true ? undefined : point.value,
    // What was entered in error does not stretch the scale; beyond it the mark stands at the edge.
    wrong: point.inError === true ? Math.min(axis.high, Math.max(axis.low, point.value)) : undefined,
  }));
  return (
    <LineChart
      data={rows}
      width={width}
      height={height}
      margin={{ top: PLOT_TOP, right: PLOT_RIGHT, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      {phaseAreas(props)}
      {thresholdLines(props)}
      <CartesianGrid stroke="var(--chart-grid)" vertical={false} />
      <XAxis
        dataKey="day"
        type="number"
        domain={xDomain.map(dayOf)}
        ticks={monthTicks(xDomain).map(dayOf)}
        tickFormatter={(day: number, index: number) => monthName(dateOfDay(day), index === 0)}
        height={plotBottom(withDates)}
        tick={withDates}
        tickLine={false}
        axisLine={{ stroke: 'var(--chart-grid)' }}
        tickMargin={3}
        interval={0}
        allowDataOverflow
      />
      <YAxis
        domain={[axis.low, axis.high]}
        ticks={axis.ticks}
        reversed={direction === 'lowerIsBetter'}
        width={PLOT_LEFT}
        tickLine={false}
        axisLine={false}
        tickMargin={3}
        interval={0}
        allowDataOverflow
      />
      {scoreLines(rows.findLast((row) => row.value !== undefined)?.day, props.measure)}
      <Tooltip
        isAnimationActive={false}
        labelFormatter={(day) => shortDate(dateOfDay(Number(day)), asOf)}
        wrapperClassName={classes.tooltip}
      />
    </LineChart>
  );
}

function phaseAreas({ phases = [], xDomain }: TrendProps) {
  const [from, to] = [dayOf(xDomain[0]), dayOf(xDomain[1])];
  return phases.map((phase, index) => (
    <ReferenceArea
      key={`${phase.from} ${phase.label}`}
      x1={Math.max(from, dayOf(phase.from))}
      x2={Math.min(to, phase.to == null ? to : dayOf(phase.to))}
      fill={index % 2 === 0 ? 'var(--chart-phase-a)' : 'var(--chart-phase-b)'}
      fillOpacity={1}
      ifOverflow="hidden"
      label={{ value: phase.label, position: 'insideBottomLeft', offset: 4, className: classes.phase }}
    />
  ));
}

function thresholdLines(props: TrendProps) {
  const { baseline, goal, markers = [], xDomain } = props;
  const [from, to] = [dayOf(xDomain[0]), dayOf(xDomain[1])];
  const start = baseline == null ? from : Math.max(from, dayOf(baseline.date));
  const band = errorBand(props);
  const important = mcidValue(props);
  const level = (value: number, end: number): [{ x: number; y: number }, { x: number; y: number }] => [
    { x: start, y: value },
    { x: end, y: value },
  ];
  return (
    <>
      {band === undefined ? null : (
        <ReferenceArea
          x1={start}
          x2={to}
          y1={band.low}
          y2={band.high}
          fill="var(--chart-band)"
          fillOpacity={0.7}
          ifOverflow="hidden"
        />
      )}
      {important === undefined ? null : (
        <ReferenceLine
          segment={level(important, to)}
          stroke="var(--chart-mcid)"
          strokeDasharray="1 3"
          strokeWidth={1.5}
          ifOverflow="hidden"
        />
      )}
      {goal == null ? null : (
        <ReferenceLine
          segment={level(goal.value, Math.min(to, Math.max(start, dayOf(goal.date))))}
          stroke="var(--chart-goal)"
          strokeDasharray="6 3"
          strokeWidth={1.5}
          ifOverflow="hidden"
        />
      )}
      {markers.map((marker) => (
        <ReferenceLine
          key={`${marker.date} ${marker.label}`}
          x={dayOf(marker.date)}
          stroke="var(--mantine-color-dimmed)"
          strokeDasharray="2 2"
          ifOverflow="hidden"
        />
      ))}
    </>
  );
}

function scoreLines(lastDay: number | undefined, measure: string) {
  return (
    <>
      <Line
        dataKey="value"
        name={measure}
        stroke="var(--chart-line)"
        strokeWidth={2}
        connectNulls
        isAnimationActive={false}
        dot={(dot: DotItemDotProps) => (
          <ScoreDot key={dot.key} cx={dot.cx} cy={dot.cy} last={dot.payload.day === lastDay} />
        )}
      />
      <Line
        dataKey="wrong"
        name="Entered in error"
        stroke="none"
        isAnimationActive={false}
        dot={(dot: DotItemDotProps) => <WrongDot key={dot.key} cx={dot.cx} cy={dot.cy} />}
        activeDot={false}
      />
    </>
  );
}

interface DotProps {
  cx?: number | undefined;
  cy?: number | null | undefined;
}

function ScoreDot({ cx, cy, last }: DotProps & { last: boolean }) {
  if (cx === undefined || cy == null || Number.isNaN(cy)) return null;
  return (
    <circle
      cx={cx}
      cy={cy}
      r={last ? 4.5 : 2.8}
      fill="var(--chart-line)"
      stroke="var(--mantine-color-body)"
      strokeWidth={1}
    />
  );
}

/** A score entered in error: a hollow, struck mark that no line reaches. */
function WrongDot({ cx, cy }: DotProps) {
  if (cx === undefined || cy == null || Number.isNaN(cy)) return null;
  return (
    <path
      d={`M${cx - 3.5} ${cy - 3.5}l7 7m0-7l-7 7`}
      stroke="var(--mantine-color-dimmed)"
      strokeWidth={1.4}
      fill="none"
    />
  );
}
