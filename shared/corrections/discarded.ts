import { z } from 'zod';

/** The answer when a draft was thrown away. */
export const Discarded = z.object({ discarded: z.literal(true) });
