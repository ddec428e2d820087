import { IconEqual, IconTrendingDown, IconTrendingUp } from '@tabler/icons-react';
import { measureChangeWords, type MeasureChangeInput } from './measure-change-words.ts';
import { toneColors, type Tone } from './tone.ts';
import classes from './MeasureChange.module.css';

interface MeasureChangeProps extends MeasureChangeInput {
  /** "ODI", in front of the numbers. */
  measure?: string;
}

const TONES: Record<ReturnType<typeof measureChangeWords>['meaning'], Tone> = {
  better: 'ok',
  worse: 'danger',
  'within-error': 'neutral',
  'no-error-known': 'neutral',
  same: 'neutral',
};

/** `ODI 46 → 31, 15 better (error 10, MCID 10)`. Coloured only beyond the measurement error. */
export function MeasureChange({ measure, ...change }: MeasureChangeProps) {
  const { numbers, judgement, meaning } = measureChangeWords(change);
  const Shape = meaning === 'better' ? IconTrendingUp : meaning === 'worse' ? IconTrendingDown : IconEqual;
  return (
    <span className={classes.change}>
      {measure === undefined ? null : <span className={classes.measure}>{measure}</span>}
      <span className={classes.numbers}>{numbers}</span>
      <span className={classes.judgement} style={{ color: toneColors(TONES[meaning]).text }}>
        <Shape size={14} aria-hidden />
        {judgement}
      </span>
    </span>
  );
}
