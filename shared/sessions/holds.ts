import { z } from 'zod';
import { SafetyHoldId } from '#shared/platform/ids.ts';

const Act = z.object({ at: z.string(), by: z.string() });

/** A safety hold with who opened, acknowledged and closed it. */
export const HoldRecord = z.object({
  safetyHoldId: SafetyHoldId,
  code: z.string(),
  level: z.enum(['emergency', 'urgent']),
  note: z.string(),
  opened: Act,
  acknowledged: Act.nullable(),
  closed: Act.extend({ reason: z.string() }).nullable(),
  version: z.number().int(),
});
export type HoldRecord = z.infer<typeof HoldRecord>;
