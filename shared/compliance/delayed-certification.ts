import { z } from 'zod';
import { text } from '#shared/platform/endpoint.ts';
import { daysBetween, laterOf, shortDate, type PlainDate } from '#shared/platform/time.ts';
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

/**
 * How late the certification of a version is: what recertifies against the days certified before it, anything else against the day the
 * initial certification was due. Undefined where no version is signed.
 */
export function delayOfVersion(
  course: CertificationCourse,
  versionNumber: number,
  asOf: PlainDate,
  values?: DocumentationValues,
): CertificationDelay | undefined {
  // What is signed ahead certifies from the day that the version starts.
  const startsOn = course.versions.find((one) => one.versionNumber === versionNumber)?.startsOn ?? asOf;
  const standing = episodeCertification(course, laterOf(asOf, startsOn), values);
  return standing && (delayOfRecertification(course, versionNumber, values) ?? delayOfInitial(standing));
}

/** The version that is about to be signed. */
interface NextVersion {
  startsOn: PlainDate;
  durationWeeks: number;
  signedOn: PlainDate;
}

/** How late a signature certifies that is about to be given: asked before it, by the rule that judges it after. The version in force ends with it. */
export function delayOfSignature(
  course: CertificationCourse,
  next: NextVersion,
  values?: DocumentationValues,
): CertificationDelay | undefined {
  const { signedOn, startsOn } = next;
  const endedOn = laterOf(startsOn, signedOn);
  const versionNumber = (course.versions.at(-1)?.versionNumber ?? 0) + 1;
  const versions = [
    ...course.versions.map((one) => ({ ...one, endedOn: one.endedOn ?? endedOn })),
    { ...next, versionNumber, endedOn: null, certifiedOn: signedOn },
  ];
  return delayOfVersion({ ...course, versions }, versionNumber, signedOn, values);
}

/** Why a certification comes late and, after six months, what shows that the physiatrist was involved meanwhile (CERT-7). */
export const DelayWords = z.object({ reason: text(1000).nullable(), involvement: text(2000).nullable() });
export type DelayWords = z.infer<typeof DelayWords>;

/** What a late certification still has to say, as sentences for whoever signs; nothing when it is in time or all is said. */
export function unsaidOfDelay(
  { dueOn, isLate, needsEvidence }: CertificationDelay,
  { reason, involvement }: DelayWords,
): { path: keyof DelayWords; sentence: string }[] {
  const isBlank = (words: string | null) => words === null || words.trim() === '';
  return [
    ...(isLate && isBlank(reason)
      ? [
          {
            path: 'reason' as const,
            sentence: `The certification was due on ${shortDate(dueOn)}: say why it comes late.`,
          },
        ]
      : []),
    ...(needsEvidence && isBlank(involvement)
      ? [
          {
            path: 'involvement' as const,
            sentence:
              'It is more than six months late: say what shows that you were involved in the care meanwhile.',
          },
        ]
      : []),
  ];
}

const delay = (dueOn: PlainDate, on: PlainDate): CertificationDelay => ({
  dueOn,
  isLate: on > dueOn,
  needsEvidence: daysBetween(dueOn, on) > EVIDENCE_AFTER_DAYS,
});
