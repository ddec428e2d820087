/** What the text of a number field says: a number, nothing, or something that is not a number. */
export type TypedNumber = number | null | 'unreadable';

/** Digits with at most one point; a comma is read as the point, except before three digits, where it could mean thousands. */
const NUMBER = /^[-+−]?(\d+[.,]?\d*|[.,]\d+)$/;
const THOUSANDS = /^[-+−]?\d{1,3},\d{3}$/;

/** Reads a number exactly as typed. It never joins, drops or rounds a digit: "12.5" is 12.5 or refused, and never 125. */
export function readNumber(text: string): TypedNumber {
  const typed = text.trim();
  if (typed === '') return null;
  if (!NUMBER.test(typed) || THOUSANDS.test(typed)) return 'unreadable';
  return Number(typed.replace(',', '.').replace('−', '-'));
}

interface NumberLimits {
  min?: number | undefined;
  max?: number | undefined;
  decimals: number;
}

const decimalsIn = (value: number): number => (String(value).split('.')[1] ?? '').length;

/** Why a number does not fit its field, in the few words that fit under it; nothing when it does. */
export function numberProblem(
  value: TypedNumber,
  { min, max, decimals }: NumberLimits,
  { isTyping }: { isTyping: boolean },
): string | undefined {
  if (value === null) return undefined;
  if (value === 'unreadable') return isTyping ? undefined : 'Not a number.';
  if (decimals === 0 && !Number.isInteger(value)) return 'Whole numbers only.';
  if (decimals > 0 && decimalsIn(value) > decimals)
    return `At most ${decimals} decimal${decimals === 1 ? '' : 's'}.`;
  if (max !== undefined && value > max) return range(min, max);
  // A number that is still being typed grows: "1" on the way to "12" is not below 10.
  if (min !== undefined && value < min && !isTyping) return range(min, max);
  return undefined;
}

const range = (min: number | undefined, max: number | undefined): string =>
  min === undefined ? `At most ${max}.` : max === undefined ? `At least ${min}.` : `${min} to ${max}.`;
