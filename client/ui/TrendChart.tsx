import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
  type DotItemDotProps,
} from 'recharts';
import { shortDate } from '#shared/platform/time.ts';
import { writeNumber } from './measure-change-words.ts';
import {
  dateOfDay,
  dayOf,
  describeTrend,
  errorBand,
  mcidValue,
  monthName,
  monthTicks,
  spreadLabels,
  valueAxis,
  type TrendProps,
} from './trend-model.ts';
import { TrendMarkers } from './TrendMarkers.tsx';
import classes from './TrendChart.module.css';

// Fixed margins: the labels on the right and the markers below are placed by the same arithmetic as the plot.
const LEFT = 34;
const RIGHT = 76;
const TOP = 16;
const DATES = 16;
const LABEL_GAP = 13;

/** One measure on the page's shared time axis: phases shaded, error band, MCID, goal, events. Better is always up. */
export function TrendChart(props: TrendProps) {
  const { measure, unit, direction, xDomain, height = 150, markers = [], withDates = true, asOf } = props;
  const bottom = withDates ? DATES : 2;
  const [from, to] = [dayOf(xDomain[0]), dayOf(xDomain[1])];
  return (
    <figure className={classes.figure} aria-label={`${measure} over time`}>
      <figcaption className={classes.caption}>
        <strong>{measure}</strong>
        {unit === undefined ? '' : ` ${unit}`}
        <span className={classes.hint}>
          {direction === 'lowerIsBetter' ? 'lower is better, drawn up' : 'higher is better'}
        </span>
      </figcaption>
      <div className={classes.plot} style={{ height }} role="img" aria-label={describeTrend(props)}>
        <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 600, height }}>
          <Plot {...props} from={from} to={to} bottom={bottom} />
        </ResponsiveContainer>
        <RightLabels {...props} height={height} bottom={bottom} />
      </div>
      {markers.length === 0 ? null : (
        <div style={{ marginLeft: LEFT, marginRight: RIGHT }}>
          <TrendMarkers
            markers={markers}
            shareOf={(date) => (dayOf(date) - from) / Math.max(1, to - from)}
            asOf={asOf}
          />
        </div>
      )}
    </figure>
  );
}

interface PlotProps extends TrendProps {
  from: number;
  to: number;
  bottom: number;
  /** Set by the responsive container. */
  width?: number;
}

function Plot(props: PlotProps) {
  const {
    points,
    direction,
    goal,
    baseline,
    markers = [],
    phases = [],
    xDomain,
    from,
    to,
    bottom,
    width,
    height,
    asOf,
  } = props;
  const axis = valueAxis(props);
  const band = errorBand(props);
  const important = mcidValue(props);
  const ticks = monthTicks(xDomain);
  const start = baseline == null ? from : Math.max(from, dayOf(baseline.date));
  const rows = points.map((point) => ({
    day: dayOf(point.date),
    value: point.inError === true ? undefined : point.value,
    wrong: point.inError === true ? point.value : undefined,
  }));
  const lastDay = rows.findLast((row) => row.value !== undefined)?.day;
  return (
    <LineChart
      data={rows}
      width={width}
      height={height ?? 150}
      margin={{ top: TOP, right: RIGHT, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      {phases.map((phase, index) => (
        <ReferenceArea
          key={`${phase.from} ${phase.label}`}
          x1={Math.max(from, dayOf(phase.from))}
          x2={Math.min(to, phase.to == null ? to : dayOf(phase.to))}
          fill={index % 2 === 0 ? 'var(--chart-phase-a)' : 'var(--chart-phase-b)'}
          fillOpacity={1}
          ifOverflow="hidden"
          label={{ value: phase.label, position: 'insideTopLeft', offset: 3, className: classes.phase }}
        />
      ))}
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
      <CartesianGrid stroke="var(--chart-grid)" vertical={false} />
      <XAxis
        dataKey="day"
        type="number"
        domain={[from, to]}
        ticks={ticks.map(dayOf)}
        tickFormatter={(day: number, index: number) => monthName(dateOfDay(day), index === 0)}
        height={bottom}
        tick={bottom === DATES}
        tickLine={false}
        axisLine={{ stroke: 'var(--chart-grid)' }}
        tickMargin={2}
        interval={0}
        allowDataOverflow
      />
      <YAxis
        domain={[axis.low, axis.high]}
        ticks={axis.ticks}
        reversed={direction === 'lowerIsBetter'}
        width={LEFT}
        tickLine={false}
        axisLine={false}
        tickMargin={3}
        interval={0}
        allowDataOverflow
      />
      {important === undefined ? null : (
        <ReferenceLine
          segment={[
            { x: start, y: important },
            { x: to, y: important },
          ]}
          stroke="var(--chart-mcid)"
          strokeDasharray="1 3"
          strokeWidth={1.5}
          ifOverflow="hidden"
        />
      )}
      {goal == null ? null : (
        <ReferenceLine
          segment={[
            { x: start, y: goal.value },
            { x: Math.min(to, Math.max(start, dayOf(goal.date))), y: goal.value },
          ]}
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
      <Line
        dataKey="value"
        name={props.measure}
        stroke="var(--chart-line)"
        strokeWidth={2}
        type="linear"
        connectNulls
        isAnimationActive={false}
        dot={(dot: DotItemDotProps) => (
          <ScoreDot key={dot.key} cx={dot.cx} cy={dot.cy} last={dot.payload.day === lastDay} />
        )}
        activeDot={{ r: 4 }}
      />
      <Line
        dataKey="wrong"
        name="Entered in error"
        stroke="none"
        isAnimationActive={false}
        dot={(dot: DotItemDotProps) => <WrongDot key={dot.key} cx={dot.cx} cy={dot.cy} />}
        activeDot={false}
      />
      <Tooltip
        isAnimationActive={false}
        labelFormatter={(day) => shortDate(dateOfDay(Number(day)), asOf)}
        contentStyle={{
          background: 'var(--mantine-color-body)',
          border: '1px solid var(--tandem-control-edge)',
          borderRadius: 4,
          fontSize: 12,
          padding: '2px 8px',
        }}
      />
    </LineChart>
  );
}

interface DotProps {
  cx?: number | undefined;
  cy?: number | undefined;
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

/** A score entered in error: a struck, hollow mark. */
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

/** What the lines are, written at their right end; the latest value first. */
function RightLabels(props: TrendProps & { bottom: number; height: number }) {
  const { points, goal, direction, asOf, bottom, height } = props;
  const axis = valueAxis(props);
  const important = mcidValue(props);
  const last = points.findLast((point) => point.inError !== true);
  const y = (value: number) => {
    const share = (value - axis.low) / (axis.high - axis.low || 1);
    return TOP + (direction === 'lowerIsBetter' ? share : 1 - share) * (height - TOP - bottom);
  };
  const labels = [
    ...(last === undefined ? [] : [{ kind: 'last', text: writeNumber(last.value), y: y(last.value) }]),
    ...(goal == null
      ? []
      : [
          {
            kind: 'goal',
            text: `goal ${writeNumber(goal.value)}, ${shortDate(goal.date, asOf)}`,
            y: y(goal.value),
          },
        ]),
    ...(important === undefined
      ? []
      : [{ kind: 'mcid', text: `MCID ${writeNumber(important)}`, y: y(important) }]),
  ].filter((label) => label.y >= TOP - 1 && label.y <= height - bottom + 1);
  return (
    <div aria-hidden className={classes.labels} style={{ width: RIGHT - 6 }}>
      {spreadLabels(labels, { gap: LABEL_GAP, top: 6, bottom: height - 6 }).map((label) => (
        <span key={label.kind} data-kind={label.kind} style={{ top: label.y }}>
          {label.text}
        </span>
      ))}
    </div>
  );
}
