import { z } from 'zod';
import { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { CertificationCourse } from '#shared/compliance/certification-course.ts';
import { TaperStep } from '#shared/prescriptions/model.ts';

/** Everything the judgement of an episode looks at, as plain data. Dates are calendar dates of the clinic. */
export const EpisodeFacts = z.object({
  status: z.enum(['open', 'closed']),
  openedOn: z.string(),
  closedOn: z.string().nullable(),
  payerProfile: z.enum(['none', 'medicare_part_b']),
  consultSignedOn: z.string().nullable(),
  /** Signed versions, oldest first. */
  prescriptions: z.array(
    z.object({
      prescriptionId: z.string(),
      versionNumber: z.number(),
      signedOn: z.string(),
      startsOn: z.string(),
      endsOn: z.string(),
      endedOn: z.string().nullable(),
      inForce: z.boolean(),
      opensPhase: z.boolean(),
      frequencyPerWeek: z.number(),
      /** Steps of a plan whose frequency falls or rises by weeks. */
      taper: z.array(TaperStep).nullish(),
      /** Times on each day of treatment; once unless said. */
      amountPerDay: z.number().nullish(),
      visitsPrescribed: z.number(),
      reEvaluationOn: z.string(),
    }),
  ),
  /** Only where the payer asks for certification. */
  certification: CertificationCourse.nullish(),
  /** Measures of the newest version, with the populations it names. */
  measures: z.array(
    z.object({
      measureCode: z.string(),
      side: z.enum(['left', 'right']).nullable(),
      role: z.enum(['primary', 'secondary']),
      everyDays: z.number(),
      mdcTag: z.string().nullable(),
      mcidTag: z.string().nullable(),
    }),
  ),
  goals: z.array(
    z.object({
      measureCode: z.string(),
      side: z.enum(['left', 'right']).nullable(),
      target: z.number(),
      targetOn: z.string(),
    }),
  ),
  /** The clinic's own choice of published thresholds. */
  clinicThresholds: z.array(
    z.object({ measureCode: z.string(), mdcTag: z.string().nullable(), mcidTag: z.string().nullable() }),
  ),
  /** In order of entry. */
  scores: z.array(
    z.object({
      measureCode: z.string(),
      side: z.enum(['left', 'right']).nullable(),
      condition: z.string().nullable(),
      value: z.number(),
      measuredOn: z.string(),
      enteredInError: z.boolean(),
    }),
  ),
  sessions: z.array(
    z.object({
      date: z.string(),
      status: z.enum(['planned', 'arrived', 'missed', 'cancelled', 'completed']),
      cancelledBy: z.string().nullable(),
      prescriptionId: z.string().nullable(),
    }),
  ),
  /** What the clinic has set differently from Tandem's defaults. */
  clinicValues: ClinicOverrides,
  /** Home exercise in the last 14 days (or the clinic's own window), as recorded at sessions. */
  home: z.object({ daysDone: z.number(), daysPrescribed: z.number() }).nullable(),
  openRequests: z.array(
    z.object({
      changeRequestId: z.string(),
      askedOn: z.string(),
      reason: z.string(),
      /** The change in words with numbers; absent on older requests. */
      asks: z.string().nullish(),
      askedBy: z.string(),
    }),
  ),
  openHolds: z.array(z.object({ redFlagCode: z.string(), openedOn: z.string(), note: z.string() })),
  /** Oldest first. */
  decisions: z.array(
    z.object({
      decisionId: z.string(),
      kind: z.string(),
      verdict: z.string().nullable(),
      decidedOn: z.string(),
      expectation: z.string(),
      expectedMeasure: z.string().nullable(),
      expectedSide: z.enum(['left', 'right']).nullable(),
      expectedValue: z.number().nullable(),
      reviewOn: z.string(),
      outcome: z.string().nullable(),
    }),
  ),
  /** Injections, blocks and surgery: each confounds what therapy did, so each opens a phase. */
  procedures: z.array(z.object({ kind: z.string(), performedOn: z.string() })),
});
export type EpisodeFacts = z.infer<typeof EpisodeFacts>;

export type PrescribedMeasureFacts = EpisodeFacts['measures'][number];
