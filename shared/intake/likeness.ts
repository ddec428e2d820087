import { phoneDigits } from '#shared/patients/identity.ts';
import { normalizeForSearch } from '#shared/patients/search-text.ts';

/** What two records of a person are compared by. */
export interface Person {
  familyName: string;
  givenName: string;
  birthDate: string;
  phone: string | null;
  email: string | null;
}

export type LikenessField =
  'name' | 'similar name' | 'birth date' | 'similar birth date' | 'phone' | 'e-mail';

/** How sure it is that two records are one person, and in what they agree. */
export interface Likeness {
  strength: 'same' | 'likely' | 'possible';
  agrees: LikenessField[];
}

/** Letters that may differ before a name counts as another: none in short names, one from 4 letters, two from 8. */
const allowedSlips = (length: number): number => (length >= 8 ? 2 : length >= 4 ? 1 : 0);

/** Edits that turn one word into the other, with swapped neighbours as one; stops counting beyond `most`. */
function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      next[column] = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + same,
        swapped ? (beforeLast[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    beforeLast = last;
    last = next;
  }
  return last[b.length] ?? most + 1;
}

const isSimilar = (a: string, b: string): boolean => {
  const most = allowedSlips(Math.min(a.length, b.length));
  return a === b || slips(a, b, most) <= most;
};

function nameLikeness(a: Person, b: Person): 'name' | 'similar name' | undefined {
  const [family, given] = [normalizeForSearch(a.familyName), normalizeForSearch(a.givenName)];
  const [otherFamily, otherGiven] = [normalizeForSearch(b.familyName), normalizeForSearch(b.givenName)];
  if (family === otherFamily && given === otherGiven) return 'name';
  const swapped = family === otherGiven && given === otherFamily;
  const firstGiven = given.split(' ')[0] ?? '';
  const otherFirstGiven = otherGiven.split(' ')[0] ?? '';
  const givenFits =
    isSimilar(firstGiven, otherFirstGiven) ||
    firstGiven.startsWith(otherFirstGiven) ||
    otherFirstGiven.startsWith(firstGiven);
  return swapped || (isSimilar(family, otherFamily) && givenFits) ? 'similar name' : undefined;
}

/** One digit mistyped, or day and month exchanged. */
function birthDateLikeness(a: string, b: string): 'birth date' | 'similar birth date' | undefined {
  if (a === b) return 'birth date';
  const [year, month, day] = a.split('-');
  if (b === `${year}-${day}-${month}`) return 'similar birth date';
  const different = a.split('').filter((digit, index) => digit !== b[index]).length;
  return different === 1 ? 'similar birth date' : undefined;
}

const samePhone = (a: string | null, b: string | null): boolean => {
  const [one, other] = [phoneDigits(a ?? ''), phoneDigits(b ?? '')];
  // A country code in front of one of them does not make it another number.
  return one.length >= 7 && other.length >= 7 && (one.endsWith(other) || other.endsWith(one));
};

const sameEmail = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && a.trim() !== '' && a.trim().toLowerCase() === b.trim().toLowerCase();

/**
 * Whether two records may be one person: the same birth date and a similar name, or the same telephone or e-mail. Nothing when
 * they merely share a name or a birthday. A hint for the person who decides, never a decision.
 */
export function likenessOf(a: Person, b: Person): Likeness | undefined {
  const name = nameLikeness(a, b);
  const born = birthDateLikeness(a.birthDate, b.birthDate);
  const contact: LikenessField[] = [
    ...(samePhone(a.phone, b.phone) ? (['phone'] as const) : []),
    ...(sameEmail(a.email, b.email) ? (['e-mail'] as const) : []),
  ];
  const agrees = [name, born, ...contact].filter((field) => field !== undefined);
  if (name === 'name' && born === 'birth date') return { strength: 'same', agrees };
  if (name !== undefined && (born === 'birth date' || contact.length > 0))
    return { strength: 'likely', agrees };
  if (contact.length > 0) return { strength: born === 'birth date' ? 'likely' : 'possible', agrees };
  if (name === 'name' && born === 'similar birth date') return { strength: 'possible', agrees };
  return undefined;
}

const STRENGTHS = ['same', 'likely', 'possible'] as const;

/** Candidates that may be the person, the surest first. */
export const rankByLikeness = <Candidate extends Person>(
  person: Person,
  candidates: readonly Candidate[],
): (Candidate & { likeness: Likeness })[] =>
  candidates
    .flatMap((candidate) => {
      const likeness = likenessOf(person, candidate);
      return likeness === undefined ? [] : [{ ...candidate, likeness }];
    })
    .toSorted((a, b) => STRENGTHS.indexOf(a.likeness.strength) - STRENGTHS.indexOf(b.likeness.strength));
