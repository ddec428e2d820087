import { z } from 'zod';
import { StaffMemberId } from '#shared/platform/ids.ts';

/** Which patients the list shows, held in the URL. */
export const TeamsSearch = z.object({
  search: z.string().max(120).optional().catch(undefined),
  person: StaffMemberId.optional().catch(undefined),
  lacks: z.enum(['physiatrist', 'therapist']).optional().catch(undefined),
});
export type TeamsSearch = z.infer<typeof TeamsSearch>;
