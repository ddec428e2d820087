import { z } from 'zod';

/** What the inbox shows, and the open result, held in the URL. Left out: results to read of all my patients. */
export const ResultsSearch = z.object({
  show: z.enum(['to-read', 'awaited']).optional().catch(undefined),
  whose: z.enum(['all', 'mine']).optional().catch(undefined),
  on: z.uuid().optional().catch(undefined),
});
export type ResultsSearch = z.infer<typeof ResultsSearch>;
