import { z } from 'zod';

/** The items of the Wells score for deep vein thrombosis (rules.md 5, S26: Wells 2003, surgery within 12 weeks). */
export const WELLS_ITEMS = {
  cancer: { words: 'Active cancer', points: 1 },
  paralysis: { words: 'Paralysis, paresis or recent plaster of the leg', points: 1 },
  bedRest: { words: 'Bed rest of more than 3 days, or major surgery within 12 weeks', points: 1 },
  tenderness: { words: 'Tenderness along the deep veins', points: 1 },
  wholeLeg: { words: 'Whole leg swollen', points: 1 },
  calf: {
    words: 'Calf more than 3 cm larger than the other, 10 cm below the tibial tuberosity',
    points: 1,
  },
  oedema: { words: 'Pitting oedema only in that leg', points: 1 },
  veins: { words: 'Collateral superficial veins that are not varicose', points: 1 },
  previous: { words: 'Previous deep vein thrombosis', points: 1 },
  alternative: { words: 'Another diagnosis is at least as likely', points: -2 },
} as const;
export type WellsItem = keyof typeof WELLS_ITEMS;

const isWellsItem = (key: string): key is WellsItem => Object.hasOwn(WELLS_ITEMS, key);
export const WELLS_KEYS: readonly WellsItem[] = Object.keys(WELLS_ITEMS).filter(isWellsItem);
export const WellsItem = z.enum([
  'cancer',
  'paralysis',
  'bedRest',
  'tenderness',
  'wholeLeg',
  'calf',
  'oedema',
  'veins',
  'previous',
  'alternative',
]);

/** What was found of the score, and what follows. It supports a call to the physician; it never rules a clot out. */
export interface WellsScore {
  items: WellsItem[];
  score: number;
  likelihood: 'low' | 'moderate' | 'high';
  /** The least serious level the score allows: 1 or more is urgent, 0 or less with concern is prompt. */
  level: 'urgent' | 'prompt';
}

/** Adds up the Wells score. Each item counts once. */
export function wellsScore(present: readonly WellsItem[]): WellsScore {
  const items = WELLS_KEYS.filter((key) => present.includes(key));
  const score = items.reduce((sum, key) => sum + WELLS_ITEMS[key].points, 0);
  return {
    items,
    score,
    likelihood: score <= 0 ? 'low' : score <= 2 ? 'moderate' : 'high',
    level: score >= 1 ? 'urgent' : 'prompt',
  };
}

/** "Wells score 2, moderate: calf more than 3 cm larger ..., whole leg swollen". */
export const wellsWords = ({ items, score, likelihood }: WellsScore): string =>
  `Wells score ${score}, ${likelihood}${
    items.length === 0 ? '' : `: ${items.map((key) => WELLS_ITEMS[key].words.toLowerCase()).join('; ')}`
  }`;
