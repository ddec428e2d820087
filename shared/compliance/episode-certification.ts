import type { PlainDate } from '#shared/platform/time.ts';
import { certification, type InitialCertification, type Recertification } from './certification.ts';

import { DOCUMENTATION, type DocumentationValues } from './documentation-values.ts';

/** What the record of an episode says about its certification. Dates are calendar dates in the clinic's zone. */
export interface EpisodeCertificationFacts {
  /** Signature and length of the first prescription: the certified plan of care. */
  first: { signedOn: PlainDate; durationWeeks: number } | undefined;
  /** The version in force: each later one, signed by the physiatrist, certifies again from its start. */
  current: { versionNumber: number; startsOn: PlainDate; durationWeeks: number } | undefined;
  evaluatedOn: PlainDate | null;
  firstTreatmentOn: PlainDate | null;
  /** The day asked about: today, or that of the session. */
  asOf: PlainDate;
}

export interface EpisodeCertification {
  initial: InitialCertification;
  recertification: Recertification;
  certifiedThrough: PlainDate;
}

/** Where an episode stands with certification; undefined before the first prescription. Rules in {@link certification}. */
export function episodeCertification(
  facts: EpisodeCertificationFacts,
  values: DocumentationValues = DOCUMENTATION,
): EpisodeCertification | undefined {
  const { first, current, asOf } = facts;
  if (!first) return undefined;
  const firstTreatmentOn = facts.firstTreatmentOn ?? asOf;
  const plan = {
    evaluationDate: facts.evaluatedOn ?? firstTreatmentOn,
    initialTreatmentDate: firstTreatmentOn,
    planDurationDays: first.durationWeeks * 7,
    signedOrderOnFile: true,
    planTransmittedDate: null,
    signatureDate: first.signedOn,
    asOf,
  };
  const initial = certification(plan, values);
  const renewed =
    current !== undefined && current.versionNumber > 1 ? renewal(current, asOf, values) : initial;
  return {
    initial: initial.initialStatus,
    recertification: renewed.recertification,
    certifiedThrough: renewed.certifiedThrough,
  };
}

const renewal = (
  { startsOn, durationWeeks }: { startsOn: PlainDate; durationWeeks: number },
  asOf: PlainDate,
  values: DocumentationValues,
) =>
  certification(
    {
      evaluationDate: startsOn,
      initialTreatmentDate: startsOn,
      planDurationDays: durationWeeks * 7,
      signedOrderOnFile: true,
      planTransmittedDate: null,
      signatureDate: startsOn,
      asOf,
    },
    values,
  );
