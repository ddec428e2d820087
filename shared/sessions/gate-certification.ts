import type { InitialCertification, Recertification } from '#shared/compliance/certification.ts';
import { shortDate, type PlainDate } from '#shared/platform/time.ts';
import type { GateRefusal } from './gate-refusal.ts';

/** Where the plan of care stands on the session's day. */
export interface CertificationOfDay {
  /** Whether the payer's rules stop a session over it, or it is only said. */
  blocks: boolean;
  initial: InitialCertification;
  /** Null while nothing certifies it. */
  recertification: Recertification | null;
  /** The last day on which treatment goes on although it is missing: the payer was corrected lately. */
  careUntil?: PlainDate | null | undefined;
}

/** What is missing of the certification, in the words for the payer (rules.md 7.2). */
export function uncertified(certification: CertificationOfDay | undefined): GateRefusal[] {
  if (certification === undefined) return [];
  const lapsed = certification.recertification === 'EXPIRED';
  return lapsed || certification.initial === 'OVERDUE'
    ? [{ code: 'NOT_CERTIFIED', ...wordsOf(certification, lapsed) }]
    : [];
}

/** The initial certification is given on its page, a later one by signing the next version (CERT-5). */
function wordsOf(
  { blocks, careUntil }: CertificationOfDay,
  lapsed: boolean,
): Pick<GateRefusal, 'sentence' | 'act'> {
  const act = lapsed
    ? 'The physiatrist certifies again by signing the next version.'
    : 'The physiatrist certifies it on the documentation page.';
  if (blocks) {
    const sentence = lapsed
      ? 'The certification of the plan of care has expired.'
      : 'The plan of care is not certified and the 30 days are over.';
    return { sentence, act };
  }
  if (careUntil) {
    const sentence = `The payer was corrected to Medicare, and the plan of care is not certified. Treatment goes on until ${shortDate(careUntil)}.`;
    return { sentence, act };
  }
  return {
    sentence:
      'The plan is older than Medicare would certify it for. No rule of this payer asks for it, and nothing is stopped.',
    act: '',
  };
}
