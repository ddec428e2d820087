/** How much of a list and of a text a letter takes from the record. What is left out is counted, never dropped in silence. */
export interface Extent {
  /** Entries of one list, the most relevant first. */
  entries: number;
  /** Signs of one entry. */
  signs: number;
}

export const WHOLE: Extent = { entries: Infinity, signs: Infinity };

/** What is tried until a part fits: all of it first. */
const EXTENTS: readonly Extent[] = [
  WHOLE,
  { entries: 10, signs: 400 },
  { entries: 8, signs: 260 },
  { entries: 6, signs: 180 },
  { entries: 4, signs: 130 },
  { entries: 3, signs: 90 },
  { entries: 2, signs: 70 },
  { entries: 1, signs: 55 },
];

/** `and 4 more in the record`: how much a list leaves out; nothing when it is whole. */
export const leftOut = (count: number): string => (count <= 0 ? '' : `and ${count} more in the record`);

/** The first entries of a list in order of relevance, each shortened; the last one says how many are left out. */
export function extract(entries: readonly string[], extent: Extent): string[] {
  const rest = leftOut(entries.length - extent.entries);
  const kept = entries.slice(0, extent.entries).map((entry) => shortened(entry, extent.signs));
  return rest === '' ? kept : [...kept.slice(0, -1), `${kept.at(-1) ?? ''}; ${rest}`];
}

/** What stands where a text is cut; the letter says what it means. */
export const CUT = ' …';

/** A text up to its last whole word within the length. */
export function shortened(text: string, signs: number): string {
  if (text.length <= signs) return text;
  const cut = text.slice(0, signs);
  const whole = cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut;
  return `${whole.replace(/[.,;:]$/, '')}${CUT}`;
}

/**
 * Parts that fit together on a page: whole if they can be, else the longest one is taken in a smaller extent, again and again. A short
 * part is not cut because another one is long.
 */
export function fitted<Part>(
  parts: readonly ((extent: Extent) => Part)[],
  { length, room }: { length: (part: Part) => number; room: number },
): Part[] {
  const made = parts.map((make) => ({ make, step: 0, part: make(WHOLE) }));
  const total = () => made.reduce((sum, { part }) => sum + length(part), 0);
  while (total() > room) {
    const [longest] = made
      .filter(({ step }) => step < EXTENTS.length - 1)
      .toSorted((a, b) => length(b.part) - length(a.part));
    if (longest === undefined) break;
    longest.step += 1;
    longest.part = longest.make(EXTENTS[longest.step] ?? WHOLE);
  }
  return made.map(({ part }) => part);
}
