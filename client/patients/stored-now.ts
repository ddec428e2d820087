import type { z } from 'zod';
import { asClientProblem } from '#client/platform/client-problem.ts';

/** What the server holds now, when it refused a change because of another version. */
export function storedNow<Schema extends z.ZodType>(
  error: unknown,
  schema: Schema,
): z.output<Schema> | undefined {
  if (error === null) return undefined;
  const problem = asClientProblem(error);
  return problem.code === 'stale-version' ? schema.safeParse(problem.current).data : undefined;
}
