import { ResponsiveContainer } from 'recharts';
import { dayOf, describeTrend, type TrendProps } from './trend-model.ts';
import { TrendLabels } from './TrendLabels.tsx';
import { TrendMarkers } from './TrendMarkers.tsx';
import { PLOT_LEFT, PLOT_RIGHT } from './plot-frame.ts';
import { TrendPlot } from './TrendPlot.tsx';
import classes from './TrendChart.module.css';

const WIDTH_BEFORE_MEASURED = 600;

/** One measure on the page's shared time axis: phases shaded, error band, MCID, goal, events. Better is always up. */
export function TrendChart(props: TrendProps) {
  const { measure, unit, direction, xDomain, height = 150, markers = [], markersBelow = true, asOf } = props;
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
        <ResponsiveContainer
          width="100%"
          height={height}
          initialDimension={{ width: WIDTH_BEFORE_MEASURED, height }}
        >
          <TrendPlot {...props} height={height} />
        </ResponsiveContainer>
        <TrendLabels {...props} height={height} />
      </div>
      {markers.length === 0 || !markersBelow ? null : (
        <div style={{ marginLeft: PLOT_LEFT, marginRight: PLOT_RIGHT }}>
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
