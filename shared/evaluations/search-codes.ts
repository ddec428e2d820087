import { STARTER_CODES, type StarterCode } from './icd10-starter.ts';

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);

/** Codes of the starter table whose code or words begin with everything typed, exact codes first. */
export function searchCodes(typed: string, limit = 12): StarterCode[] {
  const asked = words(typed);
  if (asked.length === 0) return [];
  const bare = typed.replace(/[\s.]/g, '').toLowerCase();
  const matches = STARTER_CODES.filter(({ code, display }) => {
    const parts = words(display);
    return (
      code.replace('.', '').toLowerCase().startsWith(bare) ||
      asked.every((word) => parts.some((part) => part.startsWith(word)))
    );
  });
  return matches.slice(0, limit);
}
