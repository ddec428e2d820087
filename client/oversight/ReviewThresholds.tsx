import type { MeasureAssessment } from '#shared/oversight/assessment.ts';
import type { ChosenThreshold } from '#shared/outcomes/thresholds.ts';
import classes from './Review.module.css';

/** The thresholds of the verdict with population and citation: in sight on demand, never only in a tooltip. */
export function ReviewThresholds({ measures }: { measures: readonly MeasureAssessment[] }) {
  if (measures.length === 0) return null;
  return (
    <details className={classes.thresholds}>
      <summary>Thresholds and sources</summary>
      {measures.map((m) => (
        <div key={m.measureCode + (m.side ?? '')}>
          <strong>{m.abbreviation}</strong>
          <Threshold name="Error (MDC)" threshold={m.thresholds.mdc} unit={m.unit} />
          <Threshold name="Important (MCID)" threshold={m.thresholds.mcid} unit={m.unit} />
        </div>
      ))}
    </details>
  );
}

function Threshold({
  name,
  threshold,
  unit,
}: {
  name: string;
  threshold: ChosenThreshold | null;
  unit: string;
}) {
  if (threshold === null) return <p>{name}: no published figure that we trust</p>;
  return (
    <p>
      {name} {threshold.value} {unit}, {threshold.level}: {threshold.population}. {threshold.citation}
      {threshold.verified ? '' : ' (not checked against the source)'}
    </p>
  );
}
