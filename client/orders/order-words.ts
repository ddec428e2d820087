import { regionWords } from '#shared/patients/model.ts';
import {
  type DiagnosticOrder,
  ORDER_KIND_LABEL,
  RESULT_FLAG_LABEL,
  URGENCY_LABEL,
} from '#shared/orders/model.ts';
import type { SurgicalState } from '#shared/orders/surgical.ts';
import type { PlainDate } from '#shared/platform/time.ts';
import type { Tone } from '#client/ui/tone.ts';

/** "MRI, lumbar spine, left". */
export const orderName = ({
  kind,
  bodyRegion,
  side,
}: Pick<DiagnosticOrder, 'kind' | 'bodyRegion' | 'side'>) =>
  [ORDER_KIND_LABEL[kind], regionWords(bodyRegion), side ?? ''].filter(Boolean).join(', ');

/** Where a test stands, for a reader: what waits for somebody is marked. */
export const ORDER_STATUS: Record<DiagnosticOrder['status'], { tone: Tone; words: string }> = {
  ordered: { tone: 'info', words: 'waiting for the result' },
  scheduled: { tone: 'info', words: 'has an appointment' },
  resulted: { tone: 'warning', words: 'result not read yet' },
  acknowledged: { tone: 'ok', words: 'read' },
  cancelled: { tone: 'neutral', words: 'cancelled' },
};

/** A result that cannot wait, until somebody has read it. */
export const RESULT_NOW = 'critical, needs action today';

/** "Ordered 3 Nov by Amara Rivera, MD, urgent". */
export function orderedWords(
  order: Pick<DiagnosticOrder, 'orderedBy' | 'urgency' | 'byDecision'>,
  on: string,
): string {
  const soon = order.urgency === 'routine' ? '' : URGENCY_LABEL[order.urgency];
  return [`Ordered ${on} by ${order.orderedBy}`, soon, order.byDecision ? DECIDED : '']
    .filter(Boolean)
    .join(', ');
}

/** How something came about that was not asked for on its own. */
export const DECIDED = 'decided on the review';

/** What has happened with a test, each with its day and who did it. `day` says a calendar day, `on` the day of an instant. */
export function orderSteps(
  order: DiagnosticOrder,
  { day, on }: { day: (date: PlainDate) => string; on: (instant: string) => string },
): string[] {
  const act = (words: string, at: string | null, name: string | null) =>
    at === null ? [] : [`${words} ${on(at)}${name === null ? '' : ` by ${name}`}`];
  const { scheduledOn, scheduledAt, resultFlag, cancelReason } = order;
  return [
    ...(scheduledOn === null
      ? []
      : [`Appointment ${[day(scheduledOn), scheduledAt].filter(Boolean).join(', ')}`]),
    ...(resultFlag === 'unremarkable' ? [`Result: ${RESULT_FLAG_LABEL[resultFlag]}`] : []),
    ...act('Report entered', order.resultEnteredAt, order.resultEnteredBy),
    ...act('Read', order.acknowledgedAt, order.acknowledgedBy),
    ...(cancelReason === null
      ? []
      : act('Cancelled', order.cancelledAt, order.cancelledBy).map((words) => `${words}: ${cancelReason}`)),
  ];
}

/** Where a question to a surgeon stands. */
export const SURGICAL_STATE: Record<SurgicalState, { tone: Tone; words: string }> = {
  draft: { tone: 'neutral', words: 'draft' },
  signed: { tone: 'watch', words: 'signed, not sent yet' },
  sent: { tone: 'info', words: 'sent, waiting for the answer' },
  answered: { tone: 'warning', words: 'answered, not decided yet' },
  declined: { tone: 'warning', words: 'declined by the surgeon, not decided yet' },
  decided: { tone: 'ok', words: 'decided' },
};
