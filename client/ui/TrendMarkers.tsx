import { useElementSize } from '@mantine/hooks';
import { shortDate } from '#shared/platform/time.ts';
import { placeMarkers } from './marker-lanes.ts';
import { MarkerIcon } from './MarkerIcon.tsx';
import type { TrendMarker } from './trend-model.ts';
import classes from './TrendMarkers.module.css';

interface TrendMarkersProps {
  markers: readonly TrendMarker[];
  /** Share of the plot's width at which a date stands, 0 to 1. */
  shareOf: (date: string) => number;
  asOf?: string | undefined;
}

const KIND: Record<TrendMarker['kind'], string> = {
  injection: 'Injection',
  test: 'Test',
  decision: 'Decision',
  surgery: 'Surgery',
};
const LANES = 2;
const LANE_HEIGHT = 26;
const WIDTH_BEFORE_MEASURED = 600;

/** Injections, tests, decisions and operations under the line: a shape and a name, each reachable with Tab. */
export function TrendMarkers({ markers, shareOf, asOf }: TrendMarkersProps) {
  const { ref, width } = useElementSize<HTMLUListElement>();
  const inside = markers.filter(({ date }) => shareOf(date) >= 0 && shareOf(date) <= 1);
  const across = width === 0 ? WIDTH_BEFORE_MEASURED : width;
  const nameOf = (marker: TrendMarker) => `${marker.label} ${shortDate(marker.date, asOf)}`;
  const placed = placeMarkers(
    inside.toSorted((a, b) => a.date.localeCompare(b.date)),
    { width: across, lanes: LANES, xOf: (marker) => shareOf(marker.date) * across, nameOf },
  );
  const used = Math.max(0, ...placed.map((place) => place.lane + 1));
  return (
    <ul ref={ref} className={classes.markers} aria-label="Events" style={{ height: used * LANE_HEIGHT }}>
      {placed.map(({ marker, left, lane, name }) => (
        <li key={nameOf(marker)} style={{ left, top: lane * LANE_HEIGHT }}>
          <button
            type="button"
            data-print
            className={classes.marker}
            data-name={name}
            aria-label={[`${KIND[marker.kind]}: ${nameOf(marker)}`, marker.detail].filter(Boolean).join('. ')}
            title={marker.detail}
          >
            <MarkerIcon kind={marker.kind} />
            <span>{nameOf(marker)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
