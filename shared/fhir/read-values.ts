import { instantInZone } from '#shared/platform/time.ts';
import { ICD_10_CM, SNOMED_CT } from '#shared/patients/code-systems.ts';
import type { CodeableConcept } from './r4.ts';
import type { ImportedCode } from './model.ts';

const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
export const LOINC = 'http://loinc.org';

/** Where several codings say the same, the first of these is kept. */
const PREFERRED = [ICD_10_CM, SNOMED_CT, RXNORM, LOINC];

/** The coding that is kept; nothing without a code. */
export function codeOf(
  concept: CodeableConcept | undefined,
): { code: string; codeSystem: string } | undefined {
  const coded = (concept?.coding ?? []).filter((one) => one.code !== undefined);
  const chosen =
    PREFERRED.map((system) => coded.find((one) => one.system === system)).find((one) => one !== undefined) ??
    coded[0];
  return chosen?.code === undefined
    ? undefined
    : { code: chosen.code, codeSystem: chosen.system ?? 'unknown' };
}

/** The concept in words: its own text, else a coding's display. */
export const textOf = (concept: CodeableConcept | undefined): string | undefined =>
  concept?.text ?? concept?.coding?.find((one) => one.display !== undefined)?.display;

/** Code and words; words alone are coded as `text`. Nothing when the concept says nothing. */
export function conceptOf(concept: CodeableConcept | undefined): ImportedCode | undefined {
  const code = codeOf(concept);
  const display = textOf(concept) ?? code?.code;
  if (display === undefined) return undefined;
  return { ...(code ?? { code: 'none', codeSystem: 'text' }), display };
}

export const hasCode = (concept: CodeableConcept | undefined, ...codes: string[]): boolean =>
  (concept?.coding ?? []).some((one) => one.code !== undefined && codes.includes(one.code));

/**
 * The calendar date as written at the source, whatever its offset: "2013-10-26T04:14:01+00:00" is 26 Oct there. A year or
 * a month alone is no date and is not completed.
 */
export const writtenDate = (text: string | undefined): string | undefined =>
  text !== undefined && text.length >= 10 ? text.slice(0, 10) : undefined;

/** The moment; a date alone is that day's first moment in the clinic. Nothing for a year or a month alone. */
export function momentOf(text: string | undefined, timeZone: string): string | undefined {
  if (text === undefined || text.length < 10) return undefined;
  return (text.length === 10 ? instantInZone(text, '00:00', timeZone) : new Date(text)).toISOString();
}

/** Joined words, or nothing. */
export const joined = (parts: readonly (string | undefined)[]): string | undefined => {
  const said = parts.filter((part) => part !== undefined && part !== '');
  return said.length > 0 ? said.join(', ') : undefined;
};
