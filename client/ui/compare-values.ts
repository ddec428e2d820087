export type SortValue = string | number | null | undefined;

const words = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Ascending order of two cells; numbers by size, text as a person would file it, accents and case aside. */
export function compareValues(a: SortValue, b: SortValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (a == null || b == null) return a == null && b == null ? 0 : a == null ? 1 : -1;
  return words.compare(String(a), String(b));
}
