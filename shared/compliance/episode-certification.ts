import { addDays, earlierOf, type PlainDate } from '#shared/platform/time.ts';
import type { CertificationCourse, CertifiedVersion } from './certification-course.ts';
import {
  certification,
  type Certification,
  type InitialCertification,
  type Recertification,
} from './certification.ts';
import { DOCUMENTATION, type DocumentationValues } from './documentation-values.ts';

export interface EpisodeCertification {
  initial: InitialCertification;
  /** The last day on which a signature certifies in time. */
  initialDueOn: PlainDate;
  /** The day of the signature that certified it first; null where none has. */
  signedOn: PlainDate | null;
  /** Whether the certified days run out; null while nothing certifies: what was never certified is not certified again. */
  recertification: Recertification | null;
  /** First day of the certified period; while nothing certifies, of the days that the version in force would cover. */
  certifiedFrom: PlainDate;
  certifiedThrough: PlainDate;
  /** After a correction of the payer: until then treatment goes on uncertified (CERT-7). */
  careUntil: PlainDate | null;
}

/**
 * As long after a correction of the payer as the first certification may take (CERT-1): what nobody asked for before must not stop needed
 * care by itself (CERT-7) [P].
 */
const CARE_GOES_ON_DAYS = 30;

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
  const { initial, signedOn } = initialOf(course, first, { begunOn, asOf, values });
  const isPending = initial.initialStatus === 'PENDING' || initial.initialStatus === 'OVERDUE';
  const certified = course.versions.filter(
    (one) => isCertified(one, asOf) || (one === first && initial.initialStatus === 'CERTIFIED_BY_ORDER'),
  );
  const current = currentOf(isPending ? course.versions : certified, asOf) ?? first;
  // Versions with one start are one period: a version that keeps its start never shortens what was certified.
  const period = isPending
    ? []
    : certified.filter((version) => version.startsOn === current.startsOn && version.signedOn <= asOf);
  const from = current.startsOn === first.startsOn ? begunOn : laterOf(current.startsOn, begunOn);
  const weeks = Math.max(current.durationWeeks, ...period.map(({ durationWeeks }) => durationWeeks));
  const running = certification(
    {
      signedOrderOnFile: true,
      planTransmittedDate: null,
      signatureDate: signedOn,
      asOf,
      evaluationDate: from,
      initialTreatmentDate: from,
      planDurationDays: weeks * 7,
    },
    values,
  );
  return {
    initial: initial.initialStatus,
    initialDueOn: initial.initialCertificationDue,
    signedOn,
    recertification: isPending ? null : running.recertification,
    certifiedFrom: from,
    certifiedThrough: running.certifiedThrough,
    careUntil: course.payerSince ? addDays(course.payerSince, CARE_GOES_ON_DAYS) : null,
  };
}

const isCertified = ({ certifiedOn }: CertifiedVersion, asOf: PlainDate): boolean =>
  certifiedOn !== null && certifiedOn <= asOf;

interface Day {
  begunOn: PlainDate;
  asOf: PlainDate;
  values: DocumentationValues;
}

/** The initial certification: by the first version's own statement or order; failing both, by the first later version that was certified. */
function initialOf(
  course: CertificationCourse,
  first: CertifiedVersion,
  { begunOn, asOf, values }: Day,
): { initial: Certification; signedOn: PlainDate | null } {
  const signedBy = (signatureDate: PlainDate | null) =>
    certification(
      {
        signedOrderOnFile: first.signedOn <= asOf,
        planTransmittedDate: course.sentOn,
        signatureDate,
        asOf,
        evaluationDate: course.evaluatedOn ?? begunOn,
        initialTreatmentDate: begunOn,
        planDurationDays: first.durationWeeks * 7,
      },
      values,
    );
  const own = signedBy(first.certifiedOn);
  if (isCertified(first, asOf)) return { initial: own, signedOn: first.certifiedOn };
  if (own.initialStatus === 'CERTIFIED_BY_ORDER') return { initial: own, signedOn: null };
  // A version that has not started yet certifies none of the days before.
  const [earliest = null] = course.versions
    .filter((one) => hasApplied(one, asOf))
    .flatMap(({ certifiedOn }) => (certifiedOn !== null && certifiedOn <= asOf ? [certifiedOn] : []))
    .toSorted();
  return { initial: signedBy(earliest), signedOn: earliest };
}

/** The first treatment, as which the evaluation counts (rules.md 1.2); before either, the day asked about would be it. */
function beginningOf({ evaluatedOn, firstTreatmentOn }: CertificationCourse, asOf: PlainDate): PlainDate {
  const treated = firstTreatmentOn ?? asOf;
  return evaluatedOn === null ? treated : earlierOf(evaluatedOn, treated);
}

/** It has been signed and has started, unless it was over before it started. */
const hasApplied = ({ signedOn, startsOn, endedOn }: CertifiedVersion, asOf: PlainDate): boolean =>
  signedOn <= asOf && startsOn <= asOf && (endedOn === null || endedOn > startsOn);

const currentOf = (versions: readonly CertifiedVersion[], asOf: PlainDate): CertifiedVersion | undefined =>
  versions.findLast((one) => hasApplied(one, asOf));

const laterOf = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b);
