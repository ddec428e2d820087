import { ClientProblem } from './client-problem.ts';

/** What the server said about one field, by its path in the body; nothing when it said nothing. */
export const fieldErrorsOf =
  (error: unknown) =>
  (path: string): string | undefined =>
    error instanceof ClientProblem ? error.issues.find((issue) => issue.path === path)?.message : undefined;
