import { normalizeForSearch } from '#shared/patients/search-text.ts';
import { CLASS_NAMES, type DrugClass } from './drug-classes.ts';
import { COMBINATIONS, DRUGS } from './drugs.ts';

/** What a written name means: ingredients of the table, and the classes they or the name itself belong to. */
export interface Recognised {
  ingredients: readonly string[];
  classes: readonly DrugClass[];
}

const plain = normalizeForSearch;

/** Every name that stands for ingredients: the ingredient itself, its synonyms, the combinations. */
const NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ...DRUGS.flatMap(({ key, synonyms }) =>
    [key, ...synonyms].map((name): [string, readonly string[]] => [plain(name), [key]]),
  ),
  ...Object.entries(COMBINATIONS).map(([name, keys]): [string, readonly string[]] => [plain(name), keys]),
]);

const CLASS_OF_NAME: ReadonlyMap<string, DrugClass> = new Map(
  CLASS_NAMES.map(([name, drugClass]) => [plain(name), drugClass]),
);

/** The classes of ingredients, each once. */
export const classesOf = (ingredients: readonly string[]): DrugClass[] => [
  ...new Set(DRUGS.filter(({ key }) => ingredients.includes(key)).flatMap(({ classes }) => classes)),
];

/** Whether `name` stands in `text` as whole words: "metformin" in "Metformin 850 mg", never "asa" in "asacol". */
const names = (text: string, name: string): boolean => ` ${text} `.includes(` ${name} `);

/** The ingredients that a written medication names. Nothing when the table does not know it. */
export function recogniseDrug(written: string): Recognised {
  const text = plain(written);
  const exact = NAMES.get(text);
  const found = exact ?? [...NAMES].flatMap(([name, keys]) => (names(text, name) ? keys : []));
  const ingredients = [...new Set(found)];
  return { ingredients, classes: classesOf(ingredients) };
}

/** What an allergy names: a drug (with its classes) or a whole class. */
export function recogniseAllergen(written: string): Recognised {
  const text = plain(written);
  const { ingredients, classes } = recogniseDrug(written);
  const named = [...CLASS_OF_NAME].flatMap(([name, drugClass]) => (names(text, name) ? [drugClass] : []));
  return { ingredients, classes: [...new Set([...classes, ...named])] };
}

/** Names to offer while somebody types, ingredient first. */
export const KNOWN_NAMES: readonly string[] = [
  ...DRUGS.map(({ key }) => key),
  ...DRUGS.flatMap(({ key, synonyms }) => synonyms.map((name) => `${name} (${key})`)),
  ...Object.entries(COMBINATIONS).map(([name, keys]) => `${name} (${keys.join(' + ')})`),
];
