import type { ClinicValue, NumberDescription } from './model.ts';
import { valueWords } from './value-words.ts';

const NOISE = 1e-6;

/** What is wrong with a value for this place, as a sentence; nothing when it may be stored. */
export function refusalOf(about: ClinicValue, value: number | string): string | undefined {
  if (about.kind === 'choice') {
    const words = about.choices.map(({ label }) => label).join(', ');
    return about.choices.some((one) => one.value === value) ? undefined : `Choose one of: ${words}.`;
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'Enter a number.';
  if (value < about.min || value > about.max)
    return `Choose from ${valueWords(about, about.min)} to ${valueWords(about, about.max)}.`;
  if (about.kind === 'whole' && !Number.isInteger(value)) return 'Choose a whole number.';
  const written = writtenNumber(about, value);
  const start = writtenNumber(about, about.min);
  const places = (written - start) / about.step;
  const isOnStep = Math.abs(places - Math.round(places)) < NOISE;
  return isOnStep || value === about.default ? undefined : `Choose in steps of ${about.step}.`;
}

/** The number as it is written: 70 for the share 0.7. */
export const writtenNumber = ({ kind }: Pick<NumberDescription, 'kind'>, value: number): number =>
  kind === 'percent' ? Math.round(value * 1e6) / 1e4 : value;

/** The number as it is kept: 0.7 for a written 70 %. */
export const keptNumber = ({ kind }: Pick<NumberDescription, 'kind'>, written: number): number =>
  kind === 'percent' ? Math.round(written * 1e4) / 1e6 : written;
