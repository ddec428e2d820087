import {
  IconAlertOctagonFilled,
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconDiamondFilled,
  IconInfoSquareFilled,
} from '@tabler/icons-react';
import { toneColors, type Tone } from './tone.ts';

const SHAPES = {
  danger: IconAlertOctagonFilled,
  warning: IconAlertTriangleFilled,
  watch: IconDiamondFilled,
  ok: IconCircleCheckFilled,
  info: IconInfoSquareFilled,
  neutral: IconCircleDashed,
} satisfies Record<Tone, unknown>;

/** The shape of a tone. Decorative: the word beside it carries the name. */
export function ToneIcon({ tone, size = 14 }: { tone: Tone; size?: number }) {
  const Shape = SHAPES[tone];
  return <Shape size={size} aria-hidden style={{ color: toneColors(tone).text, flex: 'none' }} />;
}
