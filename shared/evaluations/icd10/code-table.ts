import { isIcd10Shaped } from '#shared/patients/code-systems.ts';
import {
  type CodeFamily,
  codesOf,
  type EncounterMeaning,
  ENCOUNTERS,
  type IcdCode,
  sidePlace,
} from './code-family.ts';
import { AFTERCARE, SYMPTOMS, TISSUE } from './general.ts';
import { BONE_STRESS, FRACTURES, INJURIES, TRUNK_FRACTURES } from './injuries.ts';
import { ARM, LEG } from './limbs.ts';
import { CENTRAL, PERIPHERAL } from './nerves.ts';
import { SPINE, SPINE_COLLAPSE } from './spine.ts';

/**
 * The diagnoses that rehabilitation meets, from memory of ICD-10-CM (fiscal year 2026) [M]. The words are ours, not the official
 * descriptions. A clinic's coder confirms a code before it is billed; any other well-formed code may be typed.
 */
const FAMILIES: readonly CodeFamily[] = [
  ...SPINE,
  ...ARM,
  ...LEG,
  ...TISSUE,
  ...CENTRAL,
  ...PERIPHERAL,
  ...SYMPTOMS,
  ...AFTERCARE,
  ...INJURIES,
  ...FRACTURES,
  ...TRUNK_FRACTURES,
  ...BONE_STRESS,
  ...SPINE_COLLAPSE,
];

/** Every code of the shipped table, in the order in which it is offered. */
export const ICD10_CODES: readonly IcdCode[] = FAMILIES.flatMap(codesOf);

const BY_CODE: ReadonlyMap<string, IcdCode> = new Map(ICD10_CODES.map((one) => [one.code, one]));

/** The code as the shipped table has it. */
export const findIcdCode = (code: string): IcdCode | undefined => BY_CODE.get(code);

/** What the characters for side and encounter of a code mean, and what else they could be. */
export interface CodeChoices {
  sides: { code: IcdCode; words: string }[];
  encounters: { code: IcdCode; words: string }[];
}

/** The same diagnosis on the other side, or at another stage of its care. */
export function choicesOf({ family, code, encounter }: IcdCode): CodeChoices {
  const codes = codesOf(family);
  const place = sidePlace(family);
  const sideAt = place?.place;
  const withSide = (character: string) =>
    codes.find(
      (one) => one.encounter === encounter && sideAt !== undefined && one.code[sideAt] === character,
    );
  const withEncounter = (character: string) =>
    codes.find(
      (one) => one.encounter === character && (sideAt === undefined || one.code[sideAt] === code[sideAt]),
    );
  const listed = (found: IcdCode | undefined, words: string) =>
    found === undefined ? [] : [{ code: found, words }];
  return {
    sides: (place?.meanings ?? []).flatMap(({ character, words }) =>
      listed(withSide(character), `${character}: ${words}`),
    ),
    encounters: ENCOUNTERS[family.encounters].flatMap(({ character, meaning }) =>
      listed(withEncounter(character), meaning),
    ),
  };
}

/** The seventh character of a code in full words. */
export const encounterOf = ({ family, encounter }: IcdCode): EncounterMeaning | undefined =>
  ENCOUNTERS[family.encounters].find(({ character }) => character === encounter);

/** What to know about a code before using it; nothing when the table has it. */
export function codeDoubt(code: string): string | undefined {
  if (!isIcd10Shaped(code) || BY_CODE.has(code)) return undefined;
  const begun = ICD10_CODES.find((one) => one.code.startsWith(code));
  if (begun !== undefined) {
    return `${code} is not a whole code: it goes on with ${missingPart(code, begun)}, such as ${begun.code}.`;
  }
  const isInjury = /^[ST]/.test(code);
  return isInjury && code.length < INJURY_LENGTH
    ? `Not in the table shipped here. Codes that begin with ${code.charAt(0)} usually have a seventh character (A, D or S).`
    : 'Not in the table shipped here: its form is right, its meaning was not checked.';
}

/** Seven characters and the point. */
const INJURY_LENGTH = 8;

function missingPart(typed: string, { code, side, encounter }: IcdCode): string {
  const isLast = code.length - typed.length === 1;
  if (encounter !== undefined) return isLast ? 'the seventh character' : 'side and seventh character';
  return side !== undefined && isLast ? 'the side' : 'more characters';
}
