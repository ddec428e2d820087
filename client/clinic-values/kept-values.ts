import type { ValueAct } from '#shared/clinic-values/contract.ts';
import type { ClinicValue, ValueSection } from '#shared/clinic-values/model.ts';
import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { VALUE_SECTIONS } from '#shared/clinic-values/registry.ts';
import { valueInForce, valueWords } from '#shared/clinic-values/value-words.ts';
import type { ValuesSearch } from './values-search.ts';

/** A value of the registry as it stands in the clinic. */
export interface KeptValue {
  about: ClinicValue;
  section: ValueSection;
  value: number | string;
  isChanged: boolean;
  /** The last thing that somebody did to it. */
  last: ValueAct | undefined;
}

/** The whole registry with what the clinic has made of it. */
export const keptValues = ({
  overrides,
  acts,
}: {
  overrides: ClinicOverrides;
  acts: readonly ValueAct[];
}): KeptValue[] => {
  const lastOf = new Map(acts.map((act) => [act.key, act]));
  return VALUE_SECTIONS.flatMap((section) =>
    section.values.map((about) => {
      const value = valueInForce(about, overrides);
      return { about, section, value, isChanged: value !== about.default, last: lastOf.get(about.key) };
    }),
  );
};

/** From memory, and nobody of the clinic has answered for it yet. */
export const isUnconfirmed = ({ about, last }: KeptValue): boolean => about.tag === 'M' && last === undefined;

/** The values that hold every typed word and pass the filter; without either, those of one section. */
export function shownValues(
  values: readonly KeptValue[],
  { q = '', show, section }: ValuesSearch,
): KeptValue[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const isWide = words.length > 0 || show !== undefined;
  return values.filter((one) => {
    if (!isWide) return one.section.id === (section ?? VALUE_SECTIONS[0]?.id);
    if (show === 'changed' && !one.isChanged) return false;
    if (show === 'unconfirmed' && !isUnconfirmed(one)) return false;
    const { title, explanation, source } = one.about;
    const text = [title, explanation, source, one.section.title, valueWords(one.about, one.value)]
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
