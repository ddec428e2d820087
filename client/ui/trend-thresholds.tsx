import { ReferenceArea, ReferenceLine } from 'recharts';
import { shortDate } from '#shared/platform/time.ts';
import { dayOf, errorBand, mcidValue, type TrendProps } from './trend-model.ts';
import classes from './TrendChart.module.css';

const domainOf = ({ xDomain }: TrendProps): [number, number] => [dayOf(xDomain[0]), dayOf(xDomain[1])];

/** The prescription's versions, shaded in turn. */
export function phaseAreas(props: TrendProps) {
  const [from, to] = domainOf(props);
  return (props.phases ?? []).map((phase, index) => (
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

/** The error band and the levels of MCID and goal, from the baseline on. */
export function thresholdLines(props: TrendProps) {
  const [from, to] = domainOf(props);
  const { baseline, goal } = props;
  const start = baseline == null ? from : Math.max(from, dayOf(baseline.date));
  const band = errorBand(props);
  const important = mcidValue(props);
  return [
    band === undefined ? null : (
      <ReferenceArea
        key="error"
        x1={start}
        x2={to}
        y1={band.low}
        y2={band.high}
        fill="var(--chart-band)"
        fillOpacity={0.7}
        ifOverflow="hidden"
      />
    ),
    important === undefined
      ? null
      : levelLine({ name: 'mcid', dashes: '1 3', value: important, start, end: to }),
    goal == null
      ? null
      : levelLine({
          name: 'goal',
          dashes: '6 3',
          value: goal.value,
          start,
          end: Math.min(to, Math.max(start, dayOf(goal.date))),
        }),
  ];
}

interface Level {
  name: 'mcid' | 'goal';
  dashes: string;
  value: number;
  start: number;
  end: number;
}

function levelLine({ name, dashes, value, start, end }: Level) {
  return (
    <ReferenceLine
      key={name}
      segment={[
        { x: start, y: value },
        { x: end, y: value },
      ]}
      stroke={`var(--chart-${name})`}
      strokeDasharray={dashes}
      strokeWidth={1.5}
      ifOverflow="hidden"
    />
  );
}

/** Where events stand, as thin upright lines; their names are below the plot, or beside the line where there is no such row. */
export function markerLines({ markers = [], markersBelow = true, asOf }: TrendProps) {
  return markers.map((marker) => (
    <ReferenceLine
      key={`${marker.date} ${marker.label}`}
      x={dayOf(marker.date)}
      stroke="var(--mantine-color-dimmed)"
      strokeDasharray="2 2"
      ifOverflow="hidden"
      label={
        markersBelow
          ? undefined
          : {
              value: `${marker.label} ${shortDate(marker.date, asOf)}`,
              position: 'insideTopLeft',
              offset: 4,
              className: classes.phase,
            }
      }
    />
  ));
}
