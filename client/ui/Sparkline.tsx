import type { Direction } from './direction.ts';
import { writeNumber } from './measure-change-words.ts';
import { shapeSparkline } from './sparkline-shape.ts';

interface SparklineProps {
  /** "ODI": part of the text for those who do not see the picture. */
  label: string;
  /** In order of time; entered-in-error values left out. */
  values: readonly number[];
  direction: Direction;
  baseline?: number | null | undefined;
  /** Measurement error: the band drawn around the baseline. */
  mdc?: number | null | undefined;
  width?: number;
  height?: number;
}

/** A measure's course in the width of a word. Better is always up, whatever the measure counts. */
export function Sparkline(props: SparklineProps) {
  const { label, values, direction, baseline, mdc, width = 96, height = 24 } = props;
  const shape = shapeSparkline({ values, direction, baseline, mdc, width, height });
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={describe(props)}
      style={{ display: 'block', flex: 'none' }}
    >
      {shape.band === undefined ? null : (
        <rect x={0} y={shape.band.y} width={width} height={shape.band.height} fill="var(--chart-band)" />
      )}
      {shape.baselineY === undefined ? null : (
        <path
          d={`M0 ${shape.baselineY}H${width}`}
          stroke="var(--mantine-color-dimmed)"
          strokeDasharray="2 2"
          strokeWidth={1}
        />
      )}
      <path d={shape.path} fill="none" stroke="var(--chart-line)" strokeWidth={1.6} strokeLinejoin="round" />
      {shape.last === undefined ? null : (
        <circle cx={shape.last.x} cy={shape.last.y} r={2.8} fill="var(--chart-line)" />
      )}
      <title>{label}</title>
    </svg>
  );
}

/** "ODI: 5 scores from 46 to 31, lower is better, error 10 around 46". */
function describe({ label, values, direction, baseline, mdc }: SparklineProps): string {
  const first = values[0];
  const last = values.at(-1);
  if (first === undefined || last === undefined) return `${label}: no scores`;
  const better = direction === 'higherIsBetter' ? 'higher is better' : 'lower is better';
  const course =
    values.length === 1
      ? `one score, ${writeNumber(last)}`
      : `${values.length} scores from ${writeNumber(first)} to ${writeNumber(last)}`;
  const error =
    baseline != null && mdc != null ? `, error ${writeNumber(mdc)} around ${writeNumber(baseline)}` : '';
  return `${label}: ${course}, ${better}${error}`;
}
