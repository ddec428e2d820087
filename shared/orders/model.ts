import { z } from 'zod';
import { EnteredInError } from '#shared/corrections/entered-in-error.ts';
import { NewInr } from '#shared/medications/inr-reading.ts';
import { Side } from '#shared/patients/model.ts';
import { requiredText } from '#shared/platform/endpoint.ts';
import { DiagnosticOrderId, StaffMemberId } from '#shared/platform/ids.ts';
import { addDays, PlainDate } from '#shared/platform/time.ts';
import { OrderKind } from './order-kinds.ts';
import { SafetyAnswer, StoredSafetyAnswer } from './safety-answers.ts';

export { ORDER_KIND_LABEL, ORDER_KINDS, OrderKind } from './order-kinds.ts';

export const URGENCIES = ['routine', 'soon', 'urgent'] as const;
export const Urgency = z.enum(URGENCIES, { error: 'Choose how soon.' });
export type Urgency = z.infer<typeof Urgency>;

export const URGENCY_LABEL: Record<Urgency, string> = {
  routine: 'routine',
  soon: 'within 2 weeks',
  urgent: 'urgent',
};

/** Days in which the ordering physiatrist reads a result: product policy. */
const READ_WITHIN_DAYS: Record<Urgency, number> = { routine: 7, soon: 3, urgent: 0 };

/** When a result that came `on` is to be read; one that needs action, on its day. */
export const acknowledgeBy = (urgency: Urgency, on: string, flag: ResultFlag | null = null): PlainDate =>
  addDays(on, flag === 'critical' ? 0 : READ_WITHIN_DAYS[urgency]);

/** Days after which a test without a result is asked after: product policy. */
const EXPECTED_WITHIN_DAYS: Record<Urgency, number> = { routine: 28, soon: 14, urgent: 3 };

/** The day by which a result is expected: after its appointment when there is one. */
export const expectedBy = (order: {
  urgency: Urgency;
  orderedOn: string;
  scheduledOn: string | null;
}): PlainDate =>
  order.scheduledOn === null
    ? addDays(order.orderedOn, EXPECTED_WITHIN_DAYS[order.urgency])
    : addDays(order.scheduledOn, READ_WITHIN_DAYS[order.urgency]);

export const RESULT_FLAGS = ['unremarkable', 'abnormal', 'critical'] as const;
export const ResultFlag = z.enum(RESULT_FLAGS, { error: 'Say what the result is.' });
export type ResultFlag = z.infer<typeof ResultFlag>;

export const RESULT_FLAG_LABEL: Record<ResultFlag, string> = {
  unremarkable: 'unremarkable',
  abnormal: 'abnormal',
  critical: 'critical',
};

export const NewOrder = z.object({
  kind: OrderKind,
  bodyRegion: requiredText(80, 'The part of the body'),
  side: Side.nullable(),
  indication: requiredText(500, 'The indication'),
  urgency: Urgency,
  /** What is asked before this kind of test; the server refuses an order that leaves one open. */
  safety: z.array(SafetyAnswer).max(20).default([]),
});
export type NewOrder = z.infer<typeof NewOrder>;

/** A report that another one took the place of, with the reading it had. */
export const EarlierReport = z.object({
  resultOn: PlainDate,
  reportText: z.string(),
  ownReading: z.string().nullable(),
  /** The INR that it said. */
  inr: NewInr.nullish(),
  replacedAt: z.string(),
  replacedBy: z.string(),
});
export type EarlierReport = z.infer<typeof EarlierReport>;

export const DiagnosticOrder = z.object({
  diagnosticOrderId: DiagnosticOrderId,
  kind: OrderKind,
  bodyRegion: z.string(),
  side: Side.nullable(),
  indication: z.string(),
  urgency: Urgency,
  status: z.enum(['ordered', 'scheduled', 'resulted', 'acknowledged', 'cancelled']),
  safety: z.array(StoredSafetyAnswer),
  orderedById: StaffMemberId,
  orderedBy: z.string(),
  orderedOn: PlainDate,
  scheduledOn: PlainDate.nullable(),
  scheduledAt: z.string().nullable(),
  resultOn: PlainDate.nullable(),
  resultFlag: ResultFlag.nullable(),
  resultEnteredBy: z.string().nullable(),
  resultEnteredAt: z.string().nullable(),
  /** What the report said before it was corrected or amended, oldest first. */
  earlierReports: z.array(EarlierReport),
  reportText: z.string().nullable(),
  /** What a laboratory's report says of the INR: it counts wherever an anticoagulant is judged. */
  inr: NewInr.nullish(),
  ownReading: z.string().nullable(),
  acknowledgedBy: z.string().nullable(),
  acknowledgedAt: z.string().nullable(),
  cancelReason: z.string().nullable(),
  cancelledBy: z.string().nullable(),
  cancelledAt: z.string().nullable(),
  byDecision: z.boolean(),
  enteredInError: EnteredInError.nullish(),
  version: z.number().int(),
});
export type DiagnosticOrder = z.infer<typeof DiagnosticOrder>;
