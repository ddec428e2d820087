import type { Side } from '#shared/patients/model.ts';

/**
 * One line of the shipped table: a pattern, our own words, and what else people type to find it. Places in the pattern:
 * `-` right 1, left 2 · `*` right 1, left 2, both 3 · `+` right 4, left 5 · `~` side and handedness, 1 to 4.
 */
export type FamilyRow = readonly [pattern: string, words: string, alsoTyped?: string];

/** Which seventh characters a family takes; `none` when its codes are whole without. */
export type EncounterSet = 'none' | 'injury' | 'fracture' | 'spine-fracture' | 'bone-stress' | 'collapse';

export interface CodeFamily {
  pattern: string;
  words: string;
  alsoTyped: string;
  encounters: EncounterSet;
}

/** One code of the classification, written out. */
export interface IcdCode {
  code: string;
  /** In our own words, with side and encounter. */
  display: string;
  /** The side that the code itself says. */
  side?: Side;
  /** The seventh character, where the family takes one. */
  encounter?: string;
  family: CodeFamily;
}

interface SideMeaning {
  character: string;
  words: string;
  side: Side;
}

const RIGHT = { words: 'right', side: 'right' } as const;
const LEFT = { words: 'left', side: 'left' } as const;

const RIGHT_LEFT: readonly SideMeaning[] = [
  { character: '1', ...RIGHT },
  { character: '2', ...LEFT },
];

/** What the character in the place of a mark may be. */
const SIDE_MARKS: Readonly<Record<string, readonly SideMeaning[]>> = {
  '-': RIGHT_LEFT,
  '*': [...RIGHT_LEFT, { character: '3', words: 'both sides', side: 'both' }],
  '+': [
    { character: '4', ...RIGHT },
    { character: '5', ...LEFT },
  ],
  '~': [
    { character: '1', words: 'right side, right-handed', side: 'right' },
    { character: '2', words: 'left side, left-handed', side: 'left' },
    { character: '3', words: 'right side, left-handed', side: 'right' },
    { character: '4', words: 'left side, right-handed', side: 'left' },
  ],
};

export interface EncounterMeaning {
  character: string;
  /** In a list and in the words of the diagnosis. */
  words: string;
  /** The whole explanation. */
  meaning: string;
}

const ACTIVE = {
  character: 'A',
  words: 'active treatment',
  meaning: 'A: while the injury itself is still being treated',
};
const OPEN = {
  character: 'B',
  words: 'open, active treatment',
  meaning: 'B: open fracture, while it is still being treated',
};
const HEALING = {
  character: 'D',
  words: 'healing',
  meaning: 'D: routine care while it heals; most therapy',
};
const DELAYED = { character: 'G', words: 'delayed healing', meaning: 'G: later care, healing is delayed' };
const NONUNION = { character: 'K', words: 'not united', meaning: 'K: later care, the bone has not united' };
const MALUNION = {
  character: 'P',
  words: 'healed out of place',
  meaning: 'P: later care, the bone healed out of place',
};
const LATER = {
  character: 'S',
  words: 'later effect',
  meaning: 'S: a later effect; the effect itself is coded first',
};

/** The seventh characters a family takes. Forearm, thigh and lower leg have more for open fractures: typed whole. */
export const ENCOUNTERS: Record<EncounterSet, readonly EncounterMeaning[]> = {
  none: [],
  injury: [HEALING, ACTIVE, LATER],
  fracture: [HEALING, ACTIVE, OPEN, DELAYED, NONUNION, MALUNION, LATER],
  'spine-fracture': [HEALING, ACTIVE, OPEN, DELAYED, NONUNION, LATER],
  'bone-stress': [HEALING, ACTIVE, DELAYED, NONUNION, MALUNION, LATER],
  collapse: [HEALING, ACTIVE, DELAYED, LATER],
};

/** Families that take the same seventh characters. */
export const families = (encounters: EncounterSet, rows: readonly FamilyRow[]): CodeFamily[] =>
  rows.map(([pattern, words, alsoTyped = '']) => ({ pattern, words, alsoTyped, encounters }));

/** The place of the side in the pattern, and what may stand there. */
export function sidePlace({ pattern }: CodeFamily) {
  // No code has one of the marks among its own characters.
  const place = pattern.search(/[-*+~]/);
  const meanings = SIDE_MARKS[pattern.charAt(place)];
  return meanings === undefined ? undefined : { place, meanings };
}

/** Every code of a family: each side with each seventh character. */
export function codesOf(family: CodeFamily): IcdCode[] {
  const place = sidePlace(family);
  const sided =
    place === undefined
      ? [{ stem: family.pattern, words: family.words }]
      : place.meanings.map(({ character, words, side }) => ({
          stem: family.pattern.slice(0, place.place) + character + family.pattern.slice(place.place + 1),
          words: `${family.words}, ${words}`,
          side,
        }));
  const encounters = ENCOUNTERS[family.encounters];
  return sided.flatMap(({ stem, words, ...rest }) =>
    encounters.length === 0
      ? [{ code: stem, display: words, family, ...rest }]
      : encounters.map((one) => ({
          code: stem + one.character,
          display: `${words}, ${one.words}`,
          encounter: one.character,
          family,
          ...rest,
        })),
  );
}

const REGIONS: Readonly<Record<string, string>> = {
  1: 'upper neck (occiput to C2)',
  2: 'neck',
  3: 'cervicothoracic',
  4: 'thoracic spine',
  5: 'thoracolumbar',
  6: 'lumbar spine',
  7: 'lumbosacral',
  8: 'sacrum',
  9: 'several levels',
};

/** One family for each spinal region; the last character of the stem names the region. */
export const spinal = (
  stem: string,
  words: string,
  regions: string,
  { alsoTyped = '', tail = '' } = {},
): FamilyRow[] =>
  regions
    .split('')
    .map((region) => [
      `${stem}${region}${tail}`,
      `${words}, ${REGIONS[region] ?? region}`,
      `${REGION_WORDS[region] ?? ''} ${alsoTyped}`,
    ]);

const REGION_WORDS: Readonly<Record<string, string>> = {
  1: 'cervical',
  2: 'cervical',
  3: 'neck',
  8: 'sacral',
};
