import { RESPONSE_SECTIONS } from '#shared/clinic-values/sections/response.ts';
import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { changedWords } from '#shared/clinic-values/value-words.ts';
import type { Reason } from './assessment.ts';

const JUDGED_BY = RESPONSE_SECTIONS.filter(({ id }) => id === 'response' || id === 'confidence').flatMap(
  ({ values }) => values,
);

/** What this clinic judges by that is not Tandem's default, so that no verdict hides by which values it was made. */
export const valueReasons = (overrides: ClinicOverrides): Reason[] =>
  changedWords(JUDGED_BY, overrides).map(({ key, words }) => ({
    code: `CLINIC_VALUE:${key}`,
    text: `This clinic’s value: ${words}`,
  }));

/** The clinic's own values that a judgement was made by, for the record of its inputs; nothing where all are defaults. */
export const judgedBy = (overrides: ClinicOverrides): Record<string, number | string> | undefined => {
  const own = changedWords(JUDGED_BY, overrides).map(({ key }) => [key, overrides[key] ?? ''] as const);
  return own.length === 0 ? undefined : Object.fromEntries(own);
};
