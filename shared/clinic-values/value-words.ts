import type { ClinicOverrides } from './overrides.ts';
import type { ClinicValue } from './model.ts';

/** "70 %", "2 business days", "urgent". */
export function valueWords(about: ClinicValue, value: number | string): string {
  if (about.kind === 'choice')
    return about.choices.find((one) => one.value === value)?.label ?? String(value);
  const number = about.kind === 'percent' ? Math.round(Number(value) * 1000) / 10 : Number(value);
  return about.unit === '' ? String(number) : `${number} ${about.unit}`;
}

/** The value as it holds: the clinic's own, or the default. */
export const valueInForce = (about: ClinicValue, overrides: ClinicOverrides): number | string => {
  const own = overrides[about.key];
  return own !== undefined && typeof own === typeof about.default ? own : about.default;
};

/** "Low attendance 60 % (default 70 %)": what a clinic has set differently, among the values given. */
export const changedWords = (
  values: readonly ClinicValue[],
  overrides: ClinicOverrides,
): { key: string; words: string }[] =>
  values.flatMap((about) => {
    const value = valueInForce(about, overrides);
    return value === about.default
      ? []
      : [
          {
            key: about.key,
            words: `${about.title} ${valueWords(about, value)} (default ${valueWords(about, about.default)})`,
          },
        ];
  });
