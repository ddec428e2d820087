import type { WeightBearing } from './model.ts';
import { limbWords, weightBearingWords } from './words.ts';

/** Weight bearing whose last day is over on a day, in words; what limits nothing needs no end. */
export const weightBearingOver = (rows: readonly WeightBearing[], on: string): string[] =>
  rows
    .filter(({ until, status }) => until !== null && until < on && status !== 'FWB' && status !== 'WBAT')
    .map(
      (row) =>
        `The weight bearing of the ${limbWords(row.limb)} (${weightBearingWords(row)}) is over and still holds.`,
    );
