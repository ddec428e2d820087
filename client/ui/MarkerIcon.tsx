import { IconFlag, IconNeedle, IconSlice, IconTestPipe } from '@tabler/icons-react';
import type { TrendMarker } from './trend-model.ts';

const SHAPES = {
  injection: IconNeedle,
  test: IconTestPipe,
  decision: IconFlag,
  surgery: IconSlice,
} satisfies Record<TrendMarker['kind'], unknown>;

/** The shape of an event on a trend. Decorative: its label stands beside it. */
export function MarkerIcon({ kind, size = 14 }: { kind: TrendMarker['kind']; size?: number }) {
  const Shape = SHAPES[kind];
  return <Shape size={size} stroke={1.8} aria-hidden style={{ flex: 'none' }} />;
}
