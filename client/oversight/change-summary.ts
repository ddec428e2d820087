import type { BoardMeasure } from '#shared/oversight/assessment.ts';
import { changeWords } from '#shared/oversight/reasons.ts';

export interface ChangeSummary {
  /** "38 → 50". */
  numbers: string;
  /** "12 worse (error 10)". */
  words: string;
  /** Colour is earned only beyond the measurement error. */
  meaning: 'better' | 'worse' | 'within-error' | 'none';
}

const two = (n: number): string => String(Math.round(n * 100) / 100);

/** The numbers of one measure as the board and the review write them; `last` stands for it while its phase has no score. */
export function changeSummary(m: Omit<BoardMeasure, 'points'>, last: number | undefined): ChangeSummary {
  if (m.baseline === null) {
    const numbers = last === undefined ? '–' : two(last);
    return { numbers, words: 'no score in this phase', meaning: 'none' };
  }
  if (m.latest === null) return { numbers: two(m.baseline.value), words: 'one measurement', meaning: 'none' };
  const numbers = `${two(m.baseline.value)} → ${two(m.latest.value)}`;
  const beyond =
    m.improvement !== null && m.thresholdDetect !== null && Math.abs(m.improvement) >= m.thresholdDetect;
  const way = (m.improvement ?? 0) > 0 ? 'better' : 'worse';
  return { numbers, words: changeWords(m), meaning: beyond ? way : 'within-error' };
}
