/** Letters that carry no separable accent but are typed without it. */
const PLAIN: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/**
 * Lower case, without accents, apostrophes or hyphens: "O'Néill-Søby" becomes "oneill soby". What is stored for the search and
 * what is typed go through this same function, so they meet.
 */
export function normalizeForSearch(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøłđðþæœı]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/['’`ʼ]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What the search box looks in: names and record number, the latter also without the zeros it begins with. */
export function searchTextOf(patient: { familyName: string; givenName: string; mrn: string }): string {
  const number = normalizeForSearch(patient.mrn);
  const short = number.replace(/^0+(?=.)/, '');
  const names = normalizeForSearch(`${patient.familyName} ${patient.givenName}`);
  return [names, number, ...(short === number ? [] : [short])].filter((part) => part !== '').join(' ');
}

export interface PatientSearch {
  /** Every one must begin a word of the name or the record number. */
  words: string[];
  birthDate?: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const two = (digits: string | number): string => String(digits).padStart(2, '0');

function isRealDate(year: string, month: string, day: string): boolean {
  const text = `${year}-${month}-${day}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Ways a birth date is typed: 1968-03-12, 12 Mar 1968, Mar 12 1968, 03/12/1968 (month first, as in the clinics' country). */
const DATE_SHAPES: readonly { shape: RegExp; read: (match: string[]) => [string, string, string] }[] = [
  { shape: /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/, read: ([, y, m, d]) => [y ?? '', two(m ?? ''), two(d ?? '')] },
  {
    shape: /\b(\d{1,2})\.? ?([a-z]{3})[a-z]*\.?,? (\d{4})\b/i,
    read: ([, d, m, y]) => [y ?? '', monthNumber(m), two(d ?? '')],
  },
  {
    shape: /\b([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})\b/i,
    read: ([, m, d, y]) => [y ?? '', monthNumber(m), two(d ?? '')],
  },
  {
    shape: /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/,
    read: ([, m, d, y]) => [y ?? '', two(m ?? ''), two(d ?? '')],
  },
];

const monthNumber = (word: string | undefined): string => two(MONTHS.indexOf((word ?? '').toLowerCase()) + 1);

/** Reads one search box: a birth date in any usual form, and words for the name or the record number. */
export function readPatientSearch(typed: string): PatientSearch {
  for (const { shape, read } of DATE_SHAPES) {
    const match = shape.exec(typed);
    if (!match) continue;
    const [year, month, day] = read([...match]);
    if (!isRealDate(year, month, day)) continue;
    return { ...wordsOf(typed.replace(match[0], ' ')), birthDate: `${year}-${month}-${day}` };
  }
  return wordsOf(typed);
}

const wordsOf = (typed: string): PatientSearch => ({
  words: normalizeForSearch(typed)
    .split(' ')
    .filter((word) => word !== ''),
});
