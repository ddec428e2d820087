import type { Side } from '#shared/patients/model.ts';
import type { IcdCode } from './icd10/code-family.ts';
import { ICD10_CODES } from './icd10/code-table.ts';

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[\s,()/-]+/)
    .filter(Boolean);

interface Entry {
  one: IcdCode;
  bare: string;
  own: string[];
  all: string[];
}

/** Read once, at the first search. */
let entries: Entry[] | undefined;

const listed = (): Entry[] =>
  (entries ??= ICD10_CODES.map((one) => {
    const own = words(one.display);
    const all = [...own, ...words(one.family.alsoTyped)];
    return { one, bare: one.code.replace('.', '').toLowerCase(), own, all };
  }));

const beginWith = (parts: readonly string[], asked: readonly string[]) =>
  asked.every((word) => parts.some((part) => part.startsWith(word)));

interface SearchOptions {
  /** The side of the episode: its codes come first. */
  side?: Side | null;
  limit?: number;
}

/**
 * Codes that begin with what was typed, or whose words do. By words, each diagnosis stands once for a side: with the encounter
 * character that was asked for, or else the one most therapy has.
 */
export function searchCodes(typed: string, { side = null, limit = 12 }: SearchOptions = {}): IcdCode[] {
  const asked = words(typed);
  if (asked.length === 0) return [];
  const bare = typed.replace(/[\s.]/g, '').toLowerCase();
  const byCode = listed().filter((entry) => entry.bare.startsWith(bare));
  if (byCode.length > 0) return byCode.slice(0, limit).map(({ one }) => one);
  const matches = onceForEachSide(listed().filter(({ all }) => beginWith(all, asked)));
  const rank = ({ one, own }: Entry) =>
    (beginWith(own, asked) ? 0 : 2) + (one.side === undefined || side === null || one.side === side ? 0 : 1);
  return matches
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, limit)
    .map(({ one }) => one);
}

function onceForEachSide(matches: readonly Entry[]): Entry[] {
  const seen = new Set<string>();
  return matches.filter(({ one }) => {
    const body = one.encounter === undefined ? one.code : one.code.slice(0, -1);
    if (seen.has(body)) return false;
    seen.add(body);
    return true;
  });
}
