import { z } from 'zod';
import { TriageRoute } from '#shared/intake/triage.ts';
import { ClinicId } from '#shared/platform/ids.ts';

/** What the queue shows, held in the URL. Left out: everything open. */
export const QueueSearch = z.object({
  status: z
    .enum(['new', 'in-review', 'needs-information', 'accepted', 'declined'])
    .optional()
    .catch(undefined),
  route: TriageRoute.optional().catch(undefined),
  owner: z.enum(['me', 'nobody']).optional().catch(undefined),
  clinicId: ClinicId.optional().catch(undefined),
  search: z.string().max(120).optional().catch(undefined),
});
export type QueueSearch = z.infer<typeof QueueSearch>;
