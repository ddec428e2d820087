import { addDays, earlierOf, shortDate, type PlainDate } from '#shared/platform/time.ts';
import { episodeCertification, type EpisodeCertification } from './episode-certification.ts';
import { documentationOf, type DocumentationValues } from './documentation-values.ts';
import { kxStanding, type KxStanding } from './kx-threshold.ts';
import type { ComplianceFacts } from './model.ts';
import { progressReport, type ProgressReportStatus } from './progress-report.ts';
import { rulePackOn, type RulePack } from './rule-packs.ts';

/** Whether there is evidence that the plan was sent in time (rules.md CERT-4). */
export type SendingState = 'no-plan' | 'sent' | 'sent-late' | 'due' | 'overdue';

/** Where an episode stands with the documentation its payer asks for; a part the pack does not ask for is null. */
export interface ComplianceStanding {
  pack: RulePack;
  certification: EpisodeCertification | null;
  /** A certification that came late has its reason on record (CERT-7). */
  delayExplained: boolean;
  sending: { state: SendingState; dueOn: PlainDate } | null;
  progress: { treatmentDays: number; everyTreatmentDays: number; status: ProgressReportStatus } | null;
  dischargeNote: 'not-yet' | 'missing' | 'signed' | null;
  kx: KxStanding | null;
}

/** Applies the rule pack of the day to the facts of one episode. */
export function complianceStanding(facts: ComplianceFacts, asOf: PlainDate): ComplianceStanding {
  const pack = rulePackOn(facts.payerProfile, asOf);
  const values = documentationOf(facts.clinicValues);
  return {
    pack,
    certification: pack.certification === null ? null : certificationOf(facts, values, asOf),
    delayExplained: facts.delayExplained,
    sending: pack.planOfCare === null ? null : sendingOf(facts, pack.planOfCare.sendWithinDays, asOf),
    progress: pack.progressReport === null ? null : progressOf(facts, pack.progressReport, values, asOf),
    dischargeNote: asksForDischargeNote(pack, values) ? dischargeNoteOf(facts) : null,
    kx: pack.kxThreshold ? kxStanding(Number(asOf.slice(0, 4)), facts.amountCents, values) : null,
  };
}

/** A closed episode was certified or not; nothing runs out any more (CERT-8). */
function certificationOf(
  facts: ComplianceFacts,
  values: DocumentationValues,
  asOf: PlainDate,
): EpisodeCertification | null {
  if (facts.status === 'closed') return null;
  return episodeCertification(facts.certification, asOf, values) ?? null;
}

/** Counted from the earlier of evaluation and first treatment: the cautious reading of CERT-4. */
function sendingOf(
  facts: ComplianceFacts,
  withinDays: number,
  asOf: PlainDate,
): ComplianceStanding['sending'] {
  const { first, firstSentOn, evaluatedOn, firstTreatmentOn } = facts;
  if (first === null) return { state: 'no-plan', dueOn: addDays(asOf, withinDays) };
  const begun = [evaluatedOn, firstTreatmentOn].filter((date) => date !== null);
  const [begunFirst = asOf, ...others] = begun;
  const dueOn = addDays(others.reduce(earlierOf, begunFirst), withinDays);
  if (firstSentOn !== null) return { state: firstSentOn <= dueOn ? 'sent' : 'sent-late', dueOn };
  return { state: asOf <= dueOn ? 'due' : 'overdue', dueOn };
}

function progressOf(
  { status, treatmentDates, lastReportOn }: ComplianceFacts,
  { everyTreatmentDays }: { everyTreatmentDays: number },
  values: DocumentationValues,
  asOf: PlainDate,
): ComplianceStanding['progress'] {
  // After discharge the discharge note stands for the last report.
  if (status === 'closed') return null;
  const counted = progressReport({ treatmentDates, lastProgressReportDate: lastReportOn, asOf }, values);
  return { treatmentDays: counted.treatmentDaysSinceReport, everyTreatmentDays, status: counted.status };
}

/** The clinic asks for it of every discharge (rules.md 7.3.8 [P]), or leaves it to the payer. */
export const asksForDischargeNote = (
  { dischargeNote }: Pick<RulePack, 'dischargeNote'>,
  { dischargeNoteFor }: DocumentationValues,
): boolean => dischargeNote.required || dischargeNoteFor === 'every-episode';

function dischargeNoteOf(facts: ComplianceFacts): ComplianceStanding['dischargeNote'] {
  if (facts.dischargeNoteOn !== null) return 'signed';
  // Without a treatment there is nothing to report on.
  return facts.status === 'closed' && facts.firstTreatmentOn !== null ? 'missing' : 'not-yet';
}

/** `Certified through 3 Feb 2026`. */
export const certificationWords = ({ recertification, certifiedThrough }: EpisodeCertification): string => {
  // Nothing certifies it yet: the days are those that it would cover.
  if (recertification === null)
    return `Not certified yet; it would cover the days through ${shortDate(certifiedThrough)}`;
  return recertification === 'EXPIRED'
    ? `Certification ended ${shortDate(certifiedThrough)}`
    : `Certified through ${shortDate(certifiedThrough)}`;
};
