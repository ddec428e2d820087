import { z } from 'zod';

export const LONGEST_CSV = 500_000;
export const MOST_LINES = 1000;

/** What an import would do, or has done, line by line. */
export const ImportReport = z.object({
  lines: z.array(
    z.object({
      /** Line of the file, the heading being 1. */
      line: z.number().int(),
      code: z.string(),
      action: z.enum(['add', 'change', 'same', 'refused']),
      problems: z.array(z.string()),
    }),
  ),
  /** Whether it was written: never when a line was refused, never on a trial. */
  applied: z.boolean(),
});
export type ImportReport = z.infer<typeof ImportReport>;
