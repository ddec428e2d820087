import { earlierOf, type PlainDate } from '#shared/platform/time.ts';
import type { CertificationCourse, CertifiedVersion } from './certification-course.ts';
import { certification, type InitialCertification, type Recertification } from './certification.ts';
import { DOCUMENTATION, type DocumentationValues } from './documentation-values.ts';

export interface EpisodeCertification {
  initial: InitialCertification;
  recertification: Recertification;
  /** First day of the certified period. */
  certifiedFrom: PlainDate;
  certifiedThrough: PlainDate;
}

/**
 * Where an episode stands with certification on a day: today, or that of a session. Undefined before the first prescription.
 * The gate, the board and the documentation page all ask here. Rules in {@link certification}.
 */
export function episodeCertification(
  course: CertificationCourse,
  asOf: PlainDate,
  values: DocumentationValues = DOCUMENTATION,
): EpisodeCertification | undefined {
  const [first] = course.versions;
  if (!first) return undefined;
  const begunOn = beginningOf(course, asOf);
  const current = currentOf(course.versions, asOf) ?? first;
  // Versions with one start are one period: a version that keeps its start never shortens what was certified.
  const period = course.versions.filter(
    (version) => version.startsOn === current.startsOn && version.signedOn <= asOf,
  );
  const from = period.includes(first) || current === first ? begunOn : laterOf(current.startsOn, begunOn);
  const weeks = Math.max(current.durationWeeks, ...period.map(({ durationWeeks }) => durationWeeks));
  const evidence = {
    signedOrderOnFile: first.signedOn <= asOf,
    planTransmittedDate: course.sentOn,
    signatureDate: first.signedOn,
    asOf,
  };
  const initial = certification(
    {
      ...evidence,
      evaluationDate: course.evaluatedOn ?? begunOn,
      initialTreatmentDate: begunOn,
      planDurationDays: first.durationWeeks * 7,
    },
    values,
  );
  const running = certification(
    { ...evidence, evaluationDate: from, initialTreatmentDate: from, planDurationDays: weeks * 7 },
    values,
  );
  return {
    initial: initial.initialStatus,
    recertification: running.recertification,
    certifiedFrom: from,
    certifiedThrough: running.certifiedThrough,
  };
}

/** The first treatment, as which the evaluation counts (rules.md 1.2); before either, the day asked about would be it. */
function beginningOf({ evaluatedOn, firstTreatmentOn }: CertificationCourse, asOf: PlainDate): PlainDate {
  const treated = firstTreatmentOn ?? asOf;
  return evaluatedOn === null ? treated : earlierOf(evaluatedOn, treated);
}

/** The newest version that has been signed and has started, unless it was over before it started. */
const currentOf = (versions: readonly CertifiedVersion[], asOf: PlainDate): CertifiedVersion | undefined =>
  versions.findLast(
    ({ signedOn, startsOn, endedOn }) =>
      signedOn <= asOf && startsOn <= asOf && (endedOn === null || endedOn > startsOn),
  );

const laterOf = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b);
