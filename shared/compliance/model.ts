import { z } from 'zod';
import { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { PayerProfile } from '#shared/patients/model.ts';
import { text } from '#shared/platform/endpoint.ts';
import { PrescriptionId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { CertificationCourse } from './certification-course.ts';

/** What the record says that payers' documentation rules look at. Dates are those of the clinic's wall. */
export const ComplianceFacts = z.object({
  /** What the episode's clinic has set differently from Tandem's defaults. */
  clinicValues: ClinicOverrides,
  payerProfile: PayerProfile,
  status: z.enum(['open', 'closed']),
  closedOn: PlainDate.nullable(),
  evaluatedOn: PlainDate.nullable(),
  firstTreatmentOn: PlainDate.nullable(),
  certification: CertificationCourse,
  first: z.object({ signedOn: PlainDate, durationWeeks: z.number().int() }).nullable(),
  /** The newest version. */
  current: z
    .object({
      prescriptionId: PrescriptionId,
      versionNumber: z.number().int(),
      signedOn: PlainDate,
      startsOn: PlainDate,
      durationWeeks: z.number().int(),
    })
    .nullable(),
  /** When a plan of this episode was first sent, and when the newest version was. */
  firstSentOn: PlainDate.nullable(),
  currentSentOn: PlainDate.nullable(),
  /** A reason stands on record for a certification that came late (CERT-7). */
  delayExplained: z.boolean(),
  lastReportOn: PlainDate.nullable(),
  /** Treatment dates since the last report. */
  treatmentDates: z.array(PlainDate),
  dischargeNoteOn: PlainDate.nullable(),
  /** The newest entry for this calendar year. */
  amountCents: z.number().int().nullable(),
});
export type ComplianceFacts = z.infer<typeof ComplianceFacts>;

export const SENDING_METHODS = ['portal', 'fax', 'secure-mail', 'post', 'by-hand'] as const;
export const SendingMethod = z.enum(SENDING_METHODS);
export type SendingMethod = z.infer<typeof SendingMethod>;

export const SENDING_METHOD_LABEL: Record<SendingMethod, string> = {
  portal: 'Portal or direct message',
  fax: 'Fax',
  'secure-mail': 'Secure e-mail',
  post: 'Post',
  'by-hand': 'By hand',
};

export const GOAL_STATUSES = ['met', 'on-the-way', 'unchanged', 'worse', 'not-measured'] as const;
export const GoalStatus = z.enum(GOAL_STATUSES);
export type GoalStatus = z.infer<typeof GoalStatus>;

export const GOAL_STATUS_LABEL: Record<GoalStatus, string> = {
  met: 'Met',
  'on-the-way': 'On the way',
  unchanged: 'Unchanged',
  worse: 'Worse',
  'not-measured': 'Not measured',
};

export const PLAN_KINDS = ['continue', 'change-goals', 'discharge'] as const;
export const PlanKind = z.enum(PLAN_KINDS);
export type PlanKind = z.infer<typeof PlanKind>;

export const PLAN_KIND_LABEL: Record<PlanKind, string> = {
  continue: 'Continue',
  'change-goals': 'Change goals',
  discharge: 'Discharge',
};

/** What a clinician says of one goal; which goal it is, in the goal's own words and number. */
export const GoalJudgement = z.object({
  measureCode: z.string().min(1).max(60),
  side: z.enum(['left', 'right']).nullable(),
  target: z.number(),
  status: GoalStatus,
  comment: text(1000),
});
export type GoalJudgement = z.infer<typeof GoalJudgement>;
