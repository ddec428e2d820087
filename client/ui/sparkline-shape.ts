import type { Direction } from './direction.ts';

export interface SparklineShape {
  /** `M0 10L…`, empty without values. */
  path: string;
  dots: readonly { x: number; y: number }[];
  last: { x: number; y: number } | undefined;
  /** The error band around the baseline, clipped to the picture. */
  band: { y: number; height: number } | undefined;
  baselineY: number | undefined;
}

interface SparklineInput {
  /** In order of time. */
  values: readonly number[];
  direction: Direction;
  baseline?: number | null | undefined;
  mdc?: number | null | undefined;
  width: number;
  height: number;
}

const MARGIN = 3;
const round = (value: number) => Math.round(value * 10) / 10;

/**
 * Places values in a small picture: its own scale, better always up. The error band takes part in the scale up to
 * its edges, so that a change inside the error looks as small as it is.
 */
export function shapeSparkline({
  values,
  direction,
  baseline,
  mdc,
  width,
  height,
}: SparklineInput): SparklineShape {
  const band = baseline != null && mdc != null ? [baseline - mdc, baseline + mdc] : [];
  const all = [...values, ...band, ...(baseline == null ? [] : [baseline])];
  const low = Math.min(...all);
  const high = Math.max(...all);
  const span = high - low;
  const x = (index: number) =>
    values.length === 1 ? width - MARGIN : MARGIN + (index / (values.length - 1)) * (width - 2 * MARGIN);
  const y = (value: number) => {
    const share = span === 0 ? 0.5 : (value - low) / span;
    const fromTop = direction === 'higherIsBetter' ? 1 - share : share;
    return MARGIN + fromTop * (height - 2 * MARGIN);
  };
  const dots = values.map((value, index) => ({ x: round(x(index)), y: round(y(value)) }));
  const edges = band.map(y);
  return {
    dots,
    path: dots.map((dot, index) => `${index === 0 ? 'M' : 'L'}${dot.x} ${dot.y}`).join(''),
    last: dots.at(-1),
    band:
      edges.length === 0
        ? undefined
        : { y: round(Math.min(...edges)), height: round(Math.max(...edges) - Math.min(...edges)) },
    baselineY: baseline == null || all.length === 0 ? undefined : round(y(baseline)),
  };
}
