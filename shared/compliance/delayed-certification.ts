import { daysBetween, type PlainDate } from '#shared/platform/time.ts';
import type { CertificationCourse } from './certification-course.ts';
import type { DocumentationValues } from './documentation-values.ts';
import { episodeCertification, type EpisodeCertification } from './episode-certification.ts';

/** How many days late a certification asks for evidence that the physician was involved: over six months (CERT-7, S4). */
const EVIDENCE_AFTER_DAYS = 183;

export interface CertificationDelay {
  dueOn: PlainDate;
  /** Late certifications are allowed with a reason (CERT-7). */
  isLate: boolean;
  /** More than six months late: what shows that the physician was involved meanwhile. */
  needsEvidence: boolean;
}

/**
 * How late it is to certify on a day. Before the initial certification it was due with it; after, when the certified days ended.
 * What is late asks for a reason and never stops needed care by itself (CERT-7).
 */
export function delayOn(standing: EpisodeCertification, on: PlainDate): CertificationDelay {
  const isInitial = standing.initial === 'PENDING' || standing.initial === 'OVERDUE';
  return delay(isInitial ? standing.initialDueOn : standing.certifiedThrough, on);
}

/** How late the initial certification was signed. */
export const delayOfInitial = ({ initialDueOn, signedOn }: EpisodeCertification): CertificationDelay =>
  delay(initialDueOn, signedOn ?? initialDueOn);

/**
 * How late a later version certified again: on a day after the days that the versions before it had certified. Undefined for a version
 * that is an order only, and for one on which the initial certification rests.
 */
export function delayOfRecertification(
  course: CertificationCourse,
  versionNumber: number,
  values?: DocumentationValues,
): CertificationDelay | undefined {
  const version = course.versions.find((one) => one.versionNumber === versionNumber);
  if (!version || version.certifiedOn === null) return undefined;
  const earlier = course.versions.filter((one) => one.versionNumber < versionNumber);
  const before = episodeCertification({ ...course, versions: earlier }, version.certifiedOn, values);
  return before === undefined || before.initial === 'PENDING' || before.initial === 'OVERDUE'
    ? undefined
    : delay(before.certifiedThrough, version.certifiedOn);
}

const delay = (dueOn: PlainDate, on: PlainDate): CertificationDelay => ({
  dueOn,
  isLate: on > dueOn,
  needsEvidence: daysBetween(dueOn, on) > EVIDENCE_AFTER_DAYS,
});
