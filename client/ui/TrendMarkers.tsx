import { shortDate } from '#shared/platform/time.ts';
import { MarkerIcon } from './MarkerIcon.tsx';
import type { TrendMarker } from './trend-model.ts';
import classes from './TrendChart.module.css';

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

/** Injections, tests, decisions and operations under the line: an icon and a name, each reachable with Tab. */
export function TrendMarkers({ markers, shareOf, asOf }: TrendMarkersProps) {
  const shown = markers.filter(({ date }) => shareOf(date) >= 0 && shareOf(date) <= 1);
  const sorted = shown.toSorted((a, b) => a.date.localeCompare(b.date));
  return (
    <ul className={classes.markers} aria-label="Events">
      {sorted.map((marker, index) => {
        const share = shareOf(marker.date);
        const next = sorted[index + 1];
        const room = (next === undefined ? 1.15 : shareOf(next.date)) - share;
        const when = shortDate(marker.date, asOf);
        return (
          <li
            key={`${marker.date} ${marker.label}`}
            style={{ left: `${share * 100}%`, maxWidth: `${room * 100}%` }}
          >
            <button
              type="button"
              className={classes.marker}
              aria-label={`${KIND[marker.kind]}: ${marker.label}, ${when}`}
            >
              <MarkerIcon kind={marker.kind} />
              <span>
                {marker.label} {when}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
