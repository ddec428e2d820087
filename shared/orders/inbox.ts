import { z } from 'zod';
import { NewInr } from '#shared/medications/inr-reading.ts';
import { Sex, Side } from '#shared/patients/model.ts';
import { DecisionId, DiagnosticOrderId, EpisodeId, PatientId, StaffMemberId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { OrderKind } from './order-kinds.ts';
import { ResultFlag, Urgency } from './model.ts';

/** One test in the inbox: a result to read, or one that has not come. */
export const InboxEntry = z.object({
  diagnosticOrderId: DiagnosticOrderId,
  episodeId: EpisodeId,
  patientId: PatientId,
  familyName: z.string(),
  givenName: z.string(),
  birthDate: PlainDate,
  sex: Sex,
  mrn: z.string(),
  concern: z.string(),
  kind: OrderKind,
  bodyRegion: z.string(),
  side: Side.nullable(),
  indication: z.string(),
  urgency: Urgency,
  orderedOn: PlainDate,
  orderedById: StaffMemberId,
  orderedBy: z.string(),
  scheduledOn: PlainDate.nullable(),
  scheduledAt: z.string().nullable(),
  resultOn: PlainDate.nullable(),
  /** The day the report was entered: the age of an entry counts from here. */
  enteredOn: PlainDate.nullable(),
  resultFlag: ResultFlag.nullable(),
  reportText: z.string().nullable(),
  inr: NewInr.nullish(),
  /** An amended report: how many stood before it. */
  earlierReports: z.number().int(),
  /** The decision that asked, when one did. */
  decision: z
    .object({ decisionId: DecisionId, kind: z.string(), decidedOn: PlainDate, why: z.string() })
    .nullable(),
  version: z.number().int(),
});
export type InboxEntry = z.infer<typeof InboxEntry>;
