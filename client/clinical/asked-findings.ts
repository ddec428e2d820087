import { z } from 'zod';
import { Problem } from '#shared/platform/problem.ts';

/** A finding that the server asks about, and what has been written to it. */
export const AskedFinding = z.object({ finding: z.string(), sentence: z.string(), reason: z.string() });
export type AskedFinding = z.infer<typeof AskedFinding>;

const ANSWERS = 'answers.';

/** The findings after a refusal: those answered before and those it asks about. The same list when it asks about none. */
export function askedFindings(error: unknown, before: AskedFinding[]): AskedFinding[] {
  const issues = error instanceof Problem ? (error.issues ?? []) : [];
  const asked = issues
    .filter(({ code }) => code === 'FINDING')
    .map(({ path, message }) => ({
      finding: path.slice(path.indexOf(ANSWERS) + ANSWERS.length),
      sentence: message,
    }))
    .filter(({ finding }) => !before.some((one) => one.finding === finding));
  return asked.length === 0 ? before : [...before, ...asked.map((one) => ({ ...one, reason: '' }))];
}
