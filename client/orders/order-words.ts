import { regionWords } from '#shared/patients/model.ts';
import { ORDER_KIND_LABEL, type DiagnosticOrder } from '#shared/orders/model.ts';
import type { SurgicalState } from '#shared/orders/surgical.ts';
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

/** Where a question to a surgeon stands. */
export const SURGICAL_STATE: Record<SurgicalState, { tone: Tone; words: string }> = {
  draft: { tone: 'neutral', words: 'draft' },
  signed: { tone: 'watch', words: 'signed, not sent yet' },
  sent: { tone: 'info', words: 'sent, waiting for the answer' },
  answered: { tone: 'warning', words: 'answered, not decided yet' },
  declined: { tone: 'warning', words: 'declined by the surgeon, not decided yet' },
  decided: { tone: 'ok', words: 'decided' },
};
