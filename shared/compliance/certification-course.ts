import { z } from 'zod';
import { PlainDate } from '#shared/platform/time.ts';

/** A signed version of the plan, as far as certification looks at it. */
const CertifiedVersion = z.object({
  versionNumber: z.number().int(),
  signedOn: PlainDate,
  startsOn: PlainDate,
  /** When it was stopped or replaced. */
  endedOn: PlainDate.nullable(),
  durationWeeks: z.number().int(),
  /** The day of the physiatrist's statement that certifies it: with the signature, or later by itself. Null while it is an order only. */
  certifiedOn: PlainDate.nullable(),
});
export type CertifiedVersion = z.infer<typeof CertifiedVersion>;

/** What the record of an episode says about its certification. Dates are calendar dates in the clinic's zone. */
export const CertificationCourse = z.object({
  /** Oldest first. */
  versions: z.array(CertifiedVersion),
  /** The physical therapist's first signed evaluation: it counts as a treatment (rules.md 1.2). */
  evaluatedOn: PlainDate.nullable(),
  firstTreatmentOn: PlainDate.nullable(),
  /** First evidence that the plan was sent to the referrer (CERT-4). */
  sentOn: PlainDate.nullable(),
  /** The day on which the payer of an episode under way was first corrected to Medicare. */
  payerSince: PlainDate.nullish(),
});
export type CertificationCourse = z.infer<typeof CertificationCourse>;
