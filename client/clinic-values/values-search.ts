import { z } from 'zod';

/** What is looked for among the values, and the open one; held in the URL. */
export const ValuesSearch = z.object({
  q: z.string().max(80).optional().catch(undefined),
  show: z.enum(['changed', 'unconfirmed']).optional().catch(undefined),
  section: z.string().max(40).optional().catch(undefined),
  /** The value whose panel is open. */
  value: z.string().max(80).optional().catch(undefined),
});
export type ValuesSearch = z.infer<typeof ValuesSearch>;
