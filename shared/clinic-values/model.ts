/** Where a value comes from (rules.md): `M` from memory of the literature, to be confirmed; `P` chosen for this product. */
export type ValueTag = 'M' | 'P';

export const TAG_WORDS: Record<ValueTag, string> = {
  M: 'Common practice, to be confirmed',
  P: 'Tandem’s policy',
};

/** A source without its place in our own rules, which tells a reader of the screen nothing. */
export function sourceWords(source: string): string {
  const said = source.replace(/^(?:Rules|rules\.md) .*?[:;.]\s+/, '');
  return said.slice(0, 1).toUpperCase() + said.slice(1);
}

/** Who may set a value: `clinic` the physiatrist or the administrator, `safety` the physiatrist alone. */
export type Keeper = 'clinic' | 'safety';

/** What a value is about, in words for the person who sets it. */
interface About {
  title: string;
  explanation: string;
  tag: ValueTag;
  /** One sentence: rules.md, and what stands behind it. */
  source: string;
}

/** A number; a `percent` is kept as its share (0.7) and written times hundred. */
export interface NumberDescription extends About {
  kind: 'whole' | 'decimal' | 'percent';
  unit: string;
  min: number;
  max: number;
  /** Distance between two values that may be chosen, in the unit that is written (percent points for a percent). */
  step: number;
}

export interface ChoiceDescription extends About {
  kind: 'choice';
  choices: readonly { value: string; label: string }[];
}

export type ValueDescription = NumberDescription | ChoiceDescription;

/** One value of the registry: its key never changes, because stored overrides and histories name it. */
export type ClinicValue = ValueDescription & {
  key: string;
  default: number | string;
};

/** Values that are read together, set by the same people and used in the same place. */
export interface ValueSection {
  id: string;
  title: string;
  /** Where these values are used, in one sentence. */
  usedIn: string;
  keeper: Keeper;
  /** Whether a change may alter a verdict or a place on the board, so that open episodes are judged again. */
  judgesAgain: boolean;
  values: readonly ClinicValue[];
}

/** Gives every default of a group its description; a default without one, or the other way round, does not compile. */
export const described = <Names extends string>(
  group: string,
  defaults: Readonly<Record<Names, number | string>>,
  descriptions: Readonly<Record<Names, ValueDescription>>,
): ClinicValue[] =>
  Object.entries<ValueDescription>(descriptions).map(([name, description]) => ({
    ...description,
    key: `${group}.${name}`,
    default: Object.entries<number | string>(defaults).find(([one]) => one === name)?.[1] ?? 0,
  }));
