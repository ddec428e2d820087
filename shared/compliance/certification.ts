import { addDays, daysBetween, earlierOf, type PlainDate } from '#shared/platform/time.ts';

import { DOCUMENTATION, type DocumentationValues } from './documentation-values.ts';

/** Dates are calendar dates in the clinic's zone. */
export interface CertificationFacts {
  evaluationDate: PlainDate;
  /** Date of first treatment; the evaluation counts as one. */
  initialTreatmentDate: PlainDate;
  planDurationDays: number;
  /** A signed and dated order or referral is in the record. */
  signedOrderOnFile: boolean;
  /** When the plan was sent to the referrer: evidence, never inferred. */
  planTransmittedDate: PlainDate | null;
  signatureDate: PlainDate | null;
  asOf: PlainDate;
}

export type InitialCertification =
  'CERTIFIED_BY_SIGNATURE' | 'CERTIFIED_DELAYED' | 'CERTIFIED_BY_ORDER' | 'PENDING' | 'OVERDUE';
export type Recertification = 'OK' | 'RECERT_DUE_SOON' | 'EXPIRED';

export interface Certification {
  initialCertificationDue: PlainDate;
  planTransmissionDue: PlainDate;
  certifiedThrough: PlainDate;
  initialStatus: InitialCertification;
  recertification: Recertification;
}

/** Timely within 30 days of the first treatment (rules.md CERT-1, S2 S4). */
const TIMELY_DAYS = 30;
/** One certification covers at most 90 days (CERT-2, S4). */
const LONGEST_CERTIFICATION_DAYS = 90;
/** First treatments from this date may be certified by the order alone (CERT-4, S5 S6). */
const ORDER_EXCEPTION_FROM = '2025-01-01';

/** Where an episode stands with Medicare's certification of its plan of care (rules.md 1.2). */
export function certification(
  facts: CertificationFacts,
  values: DocumentationValues = DOCUMENTATION,
): Certification {
  const { initialTreatmentDate: first, evaluationDate, asOf } = facts;
  const initialCertificationDue = addDays(first, TIMELY_DAYS);
  const planTransmissionDue = addDays(earlierOf(first, evaluationDate), TIMELY_DAYS);
  const days = Math.min(facts.planDurationDays, LONGEST_CERTIFICATION_DAYS);
  // The first day of treatment is day 1, unless the clinic counts from the day after.
  const certifiedThrough = addDays(first, values.certificationCounts === 'first-is-day-1' ? days - 1 : days);
  return {
    initialCertificationDue,
    planTransmissionDue,
    certifiedThrough,
    initialStatus: initialStatus(facts, initialCertificationDue, planTransmissionDue),
    recertification: recertification(daysBetween(asOf, certifiedThrough), values),
  };
}

function initialStatus(
  facts: CertificationFacts,
  due: PlainDate,
  transmissionDue: PlainDate,
): InitialCertification {
  const { signatureDate, planTransmittedDate, asOf } = facts;
  if (signatureDate !== null && signatureDate <= asOf) {
    return signatureDate <= due ? 'CERTIFIED_BY_SIGNATURE' : 'CERTIFIED_DELAYED';
  }
  const sent =
    planTransmittedDate !== null && planTransmittedDate <= asOf && planTransmittedDate <= transmissionDue;
  if (facts.signedOrderOnFile && sent && facts.initialTreatmentDate >= ORDER_EXCEPTION_FROM)
    return 'CERTIFIED_BY_ORDER';
  return asOf <= due ? 'PENDING' : 'OVERDUE';
}

function recertification(
  daysLeft: number,
  { recertificationWarnDays }: DocumentationValues,
): Recertification {
  if (daysLeft < 0) return 'EXPIRED';
  return daysLeft <= recertificationWarnDays ? 'RECERT_DUE_SOON' : 'OK';
}
