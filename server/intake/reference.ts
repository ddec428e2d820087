import { createHash } from 'node:crypto';
import type { RequestForm } from '#shared/intake/model.ts';

/** Without letters that are read as digits or as each other. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LETTERS = 10;

/**
 * The reference a person is given, worked out from the submission key: a retry of the same submission shows the same one, and
 * the public page needs to read nothing back. Ten letters of 32 keep two requests apart.
 */
export function referenceOf(submissionKey: string): string {
  const digest = createHash('sha256').update(`tandem-request:${submissionKey.toLowerCase()}`).digest();
  const letters = [...digest.subarray(0, LETTERS)].map((byte) => ALPHABET[byte % 32]).join('');
  return `R-${letters.slice(0, 5)}-${letters.slice(5)}`;
}

/** What tells two submissions apart: the clinic and every answer, as they were read. */
export const digestOf = (clinicId: string, form: RequestForm): string =>
  createHash('sha256')
    .update(JSON.stringify([clinicId, form]))
    .digest('hex');
