import { CartesianGrid, LineChart, Tooltip, XAxis, YAxis } from 'recharts';
import { shortDate } from '#shared/platform/time.ts';
import { plotBottom, PLOT_LEFT, PLOT_RIGHT, PLOT_TOP } from './plot-frame.ts';
import { dateOfDay, dayOf, monthName, monthTicks, valueAxis, type TrendProps } from './trend-model.ts';
import { scoreLines } from './trend-scores.tsx';
import { markerLines, phaseAreas, thresholdLines } from './trend-thresholds.tsx';
import classes from './TrendChart.module.css';

interface TrendPlotProps extends TrendProps {
  height: number;
  /** Set by the responsive container. */
  width?: number;
}

const AXIS = { tickLine: false, tickMargin: 3, interval: 0, allowDataOverflow: true } as const;

/** The picture itself; words and events are laid over it by `TrendChart`. */
export function TrendPlot(props: TrendPlotProps) {
  const { measure, direction, xDomain, width, height, withDates = true, asOf } = props;
  const axis = valueAxis(props);
  const rows = rowsOf(props, axis);
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
      {markerLines(props)}
      <CartesianGrid stroke="var(--chart-grid)" vertical={false} />
      <XAxis
        {...AXIS}
        dataKey="day"
        type="number"
        domain={xDomain.map(dayOf)}
        ticks={monthTicks(xDomain).map(dayOf)}
        tickFormatter={(day: number, index: number) => monthName(dateOfDay(day), index === 0)}
        height={plotBottom(withDates)}
        tick={withDates}
        axisLine={{ stroke: 'var(--chart-grid)' }}
      />
      <YAxis
        {...AXIS}
        domain={[axis.low, axis.high]}
        ticks={axis.ticks}
        reversed={direction === 'lowerIsBetter'}
        width={PLOT_LEFT}
        axisLine={false}
      />
      {scoreLines(measure, rows.findLast((row) => row.value !== undefined)?.day)}
      <Tooltip
        isAnimationActive={false}
        labelFormatter={(day) => shortDate(dateOfDay(Number(day)), asOf)}
        wrapperClassName={classes.tooltip}
      />
    </LineChart>
  );
}

function rowsOf({ points }: TrendProps, axis: { low: number; high: number }) {
  // What was entered in error does not stretch the scale; beyond it the mark stands at the edge.
  const onAxis = (value: number) => Math.min(axis.high, Math.max(axis.low, value));
  return points.map((point) => ({
    day: dayOf(point.date),
    value: point.inError === true ? undefined : point.value,
    wrong: point.inError === true ? onAxis(point.value) : undefined,
  }));
}
