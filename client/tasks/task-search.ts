import { z } from 'zod';
import { TASK_SCOPES } from '#shared/tasks/contract.ts';

/** What the list shows, held in the URL. Left out: all open tasks. */
export const TaskSearch = z.object({
  whose: z.enum(TASK_SCOPES).optional().catch(undefined),
  status: z.enum(['open', 'done']).optional().catch(undefined),
  kind: z.string().max(40).optional().catch(undefined),
});
export type TaskSearch = z.infer<typeof TaskSearch>;
