import { Problem } from '#shared/platform/problem.ts';

/** A field whose value is well formed but cannot be right; the sentence says what to do. */
export const invalidField = (path: string, message: string): Problem =>
  new Problem('invalid-input', message, { issues: [{ path, code: 'custom', message }] });
