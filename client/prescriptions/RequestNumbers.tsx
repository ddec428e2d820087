import { reachableChange } from '#shared/outcomes/reachable.ts';
import { getMeasure } from '#shared/outcomes/registry.ts';
import { type ChosenThreshold, chooseThresholds } from '#shared/outcomes/thresholds.ts';
import type { SupportingNumbers } from '#shared/prescriptions/page.ts';
import { seriesName } from '#shared/prescriptions/words.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { MeasureChange } from '#client/ui/MeasureChange.tsx';
import classes from './Contract.module.css';

/** The numbers behind a request, as they stood when it was made. */
export function RequestNumbers({ supporting }: { supporting: SupportingNumbers }) {
  const { date } = useClinicTime();
  const { measures, lastSession, visitsUsed, lines } = supporting;
  const pain = lastSession === null ? undefined : painWords(lastSession);
  return (
    <ul className={classes.numbers} aria-label="Numbers when it was asked">
      {measures.map((series) => {
        const measure = getMeasure(series.measureCode);
        if (measure === undefined) return null;
        const thresholds = chooseThresholds(measure);
        return (
          <li key={`${series.measureCode} ${series.side ?? ''}`}>
            <MeasureChange
              measure={seriesName(series)}
              from={series.baseline}
              to={series.latest}
              direction={measure.direction}
              mdc={reachable(series.measureCode, thresholds.mdc)}
              mcid={reachable(series.measureCode, thresholds.mcid)}
            />{' '}
            <small>
              {date(series.baselineOn)} to {date(series.latestOn)}
            </small>
          </li>
        );
      })}
      {measures.length === 0 ? <li>No scores in this episode when it was asked.</li> : null}
      {lastSession === null ? null : (
        <li>
          Last session {date(lastSession.sessionDate)}
          {pain === undefined ? '' : `, pain ${pain}`}
        </li>
      )}
      {visitsUsed === null ? null : <li>{visitsUsed} visits used</li>}
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

const reachable = (measureCode: string, threshold: ChosenThreshold | null): number | null =>
  threshold === null ? null : reachableChange(measureCode, threshold.value);

function painWords({
  painBefore,
  painAfter,
}: NonNullable<SupportingNumbers['lastSession']>): string | undefined {
  if (painBefore === null) return painAfter === null ? undefined : `${painAfter} after`;
  return painAfter === null ? `${painBefore} before` : `${painBefore} → ${painAfter}`;
}
