import { regionWords } from '#shared/patients/model.ts';
import { ORDER_KIND_LABEL, OrderKind } from '#shared/orders/order-kinds.ts';
import type { Review } from '#shared/oversight/contract.ts';

type ReviewTest = Review['tests'][number];

const STATE: Record<string, string> = {
  ordered: 'no result yet',
  scheduled: 'has an appointment, no result yet',
};

/** "MRI, lumbar spine, left". */
export function testWords({ kind, bodyRegion, side }: ReviewTest): string {
  const known = OrderKind.safeParse(kind);
  const name = known.success ? ORDER_KIND_LABEL[known.data] : kind;
  return [name, regionWords(bodyRegion), side].filter(Boolean).join(', ');
}

/** A report that nobody has answered for: it stands above what has been read. */
export const waitsToBeRead = ({ status, ownReading }: Pick<ReviewTest, 'status' | 'ownReading'>): boolean =>
  status === 'resulted' && ownReading === null;

/** What the physiatrist read, else how far it is. */
export function testState({ ownReading, status, reportText }: ReviewTest): string {
  if (ownReading !== null) return ownReading;
  return STATE[status] ?? reportText ?? status;
}
