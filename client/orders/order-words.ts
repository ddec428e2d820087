import { ORDER_KIND_LABEL, type DiagnosticOrder } from '#shared/orders/model.ts';
import type { Tone } from '#client/ui/tone.ts';

/** "MRI, lumbar spine, left". */
export const orderName = ({
  kind,
  bodyRegion,
  side,
}: Pick<DiagnosticOrder, 'kind' | 'bodyRegion' | 'side'>) =>
  [ORDER_KIND_LABEL[kind], bodyRegion, side ?? ''].filter(Boolean).join(', ');

/** Where a test stands, for a reader: what waits for somebody is marked. */
export const ORDER_STATUS: Record<DiagnosticOrder['status'], { tone: Tone; words: string }> = {
  ordered: { tone: 'info', words: 'waiting for the result' },
  scheduled: { tone: 'info', words: 'has an appointment' },
  resulted: { tone: 'warning', words: 'result not read yet' },
  acknowledged: { tone: 'ok', words: 'read' },
  cancelled: { tone: 'neutral', words: 'cancelled' },
};
