import type { Direction } from './direction.ts';

export interface MeasureChangeInput {
  from: number;
  to: number;
  direction: Direction;
  /** Measurement error (MDC): a smaller change is not one. */
  mdc?: number | null | undefined;
  /** The smallest change that matters to the person (MCID). */
  mcid?: number | null | undefined;
}

export interface MeasureChangeWords {
  /** `46 → 31`. */
  numbers: string;
  /** `15 better (error 10, MCID 10)`. */
  judgement: string;
  /** Better and worse only beyond the measurement error; inside it nothing has happened yet. */
  meaning: 'better' | 'worse' | 'within-error' | 'no-error-known' | 'same';
}

/** A number as it is written: at most two decimals, none for whole numbers. */
export const writeNumber = (value: number): string => String(Math.round(value * 100) / 100);

/** Says a change number first, then its judgement, with the error that it must be read against. */
export function measureChangeWords({
  from,
  to,
  direction,
  mdc,
  mcid,
}: MeasureChangeInput): MeasureChangeWords {
  const better = direction === 'higherIsBetter' ? to - from : from - to;
  const size = Math.round(Math.abs(better) * 100) / 100;
  const against = [
    mdc == null ? '' : `error ${writeNumber(mdc)}`,
    mcid == null ? '' : `MCID ${writeNumber(mcid)}`,
  ]
    .filter((words) => words !== '')
    .join(', ');
  const word = size === 0 ? 'no change' : `${writeNumber(size)} ${better > 0 ? 'better' : 'worse'}`;
  return {
    numbers: `${writeNumber(from)} → ${writeNumber(to)}`,
    judgement: against === '' ? word : `${word} (${against})`,
    meaning: meaningOf(better, size, mdc),
  };
}

function meaningOf(
  better: number,
  size: number,
  mdc: number | null | undefined,
): MeasureChangeWords['meaning'] {
  if (size === 0) return 'same';
  if (mdc == null) return 'no-error-known';
  if (size < mdc) return 'within-error';
  return better > 0 ? 'better' : 'worse';
}
