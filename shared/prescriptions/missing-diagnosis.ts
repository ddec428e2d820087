import { findIcdCode, ICD10_CODES } from '#shared/evaluations/icd10/code-table.ts';
import { shortDate } from '#shared/platform/time.ts';
import { rowKey } from './difference.ts';
import { missing, twice, type MissingElement } from './missing-element.ts';
import type { PrescribedDiagnosis, PrescriptionDraftContent } from './model.ts';

/** A letter, a digit, a digit or letter, then up to four characters behind the point. */
const ICD_10_CM_FORM = /^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/i;

/** Injuries of a limb: the classification asks for the side of every one of them (S40 to S99) [M]. */
const INJURED_LIMB = /^S[4-9]/i;

/** At least one diagnosis in the form of its code, on the side that the code says; onset or surgery, not in the future. */
export function missingDiagnosis(
  draft: PrescriptionDraftContent,
  { today }: { today?: string | undefined },
): MissingElement[] {
  const future = (field: 'onsetOn' | 'surgeryOn', what: string) => {
    const date = draft[field];
    return date !== null && today !== undefined && date > today
      ? [missing('ONSET_DATE', field, `${what} on ${shortDate(date)} is in the future.`)]
      : [];
  };
  return [
    ...future('onsetOn', 'Onset'),
    ...future('surgeryOn', 'Surgery'),
    ...draft.diagnoses.flatMap(codeGaps),
    ...twice('diagnoses', draft.diagnoses, rowKey.diagnosis, (row) => row.display),
    ...(draft.diagnoses.length === 0
      ? [missing('DIAGNOSIS', 'diagnoses', 'Add the diagnosis with its ICD-10-CM code and side.')]
      : []),
    ...(draft.onsetOn === null && draft.surgeryOn === null
      ? [missing('ONSET', 'onsetOn', 'Give the date of onset or of surgery.')]
      : []),
  ];
}

function codeGaps({ code, display, side }: PrescribedDiagnosis, index: number): MissingElement[] {
  const path = `diagnoses.${index}` as const;
  if (!ICD_10_CM_FORM.test(code)) {
    const sentence = `"${code}" of ${display} has not the form of an ICD-10-CM code, such as M54.16.`;
    return [missing('DIAGNOSIS_CODE', path, sentence)];
  }
  const said = findIcdCode(code.toUpperCase())?.side;
  if (said !== undefined && side !== null && side !== said) {
    const sentence = `${display}: ${code} means ${sideWords(said)}, and ${sideWords(side)} is written. Correct one of the two.`;
    return [missing('DIAGNOSIS_SIDE', path, sentence)];
  }
  return side === null && isSided(code.toUpperCase())
    ? [missing('DIAGNOSIS_SIDE', path, `Say which side ${display} (${code}) is on.`)]
    : [];
}

const sideWords = (side: NonNullable<PrescribedDiagnosis['side']>): string =>
  side === 'both' ? 'both sides' : `the ${side} side`;

/** The side that a code says by itself, for a diagnosis written without one. */
export const sideOfCode = (code: string): PrescribedDiagnosis['side'] =>
  findIcdCode(code.toUpperCase())?.side ?? null;

/**
 * Whether what a code means has a side: the code says one, leaves it open (M17.10, M17.1) or is an injury of a limb. A code that
 * the shipped table does not know is not asked about otherwise.
 */
function isSided(code: string): boolean {
  const known = findIcdCode(code);
  if (known !== undefined) return known.side !== undefined;
  const stem = code.replace(/[09]$/, '');
  return INJURED_LIMB.test(code) || STEMS.has(code) || STEMS.has(stem);
}

/** What comes before the character of the side, in every family that has one. */
const STEMS: ReadonlySet<string> = new Set(
  ICD10_CODES.flatMap(({ family: { pattern } }) => {
    const place = pattern.search(/[-*+~]/);
    return place === -1 ? [] : [pattern.slice(0, place)];
  }),
);
