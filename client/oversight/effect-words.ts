import { judgeResponse } from '#shared/orders/procedure-response.ts';
import type { Review } from '#shared/oversight/contract.ts';

/** "Expected: NPRS 3 better by 16 Oct. Seen: NPRS 7 on 2 Oct, then 4 on 14 Oct: 3 better (error 1.77), as expected." */
export function effectWords(procedure: Review['procedures'][number], today: string): string {
  const { expected, seen } = judgeResponse(procedure, today);
  return `Expected: ${expected}. Seen: ${seen}`;
}
