import type { ProblemIssue } from '#shared/platform/problem.ts';

/** One line of what signing asks for: a sentence, or a wish and all that it is about. */
export interface MissingGroup {
  title: string;
  entries: { path: string; words: string }[];
}

/** Wishes that many rows share: said once, with the rows after it. */
const SHARED: Record<string, string> = {
  CARRIED: 'Carried over from the last session, confirm or change:',
  MINUTES: 'Enter the minutes of',
  DOSE: 'Enter the dose of',
};

/** Who a shared sentence is about stands at its beginning or its end. */
const SUBJECT: Record<string, RegExp> = {
  CARRIED: /^(.*) is carried over/,
  MINUTES: /^Enter the minutes of (.*)\.$/,
  DOSE: /^Enter the dose of (.*)\.$/,
};

/** The list before signing, without one sentence repeated row after row. */
export function groupMissing(missing: readonly ProblemIssue[]): MissingGroup[] {
  const groups = new Map<string, MissingGroup>();
  for (const { path, code, message } of missing) {
    const subject = SUBJECT[code]?.exec(message)?.[1];
    const title = subject === undefined ? '' : (SHARED[code] ?? '');
    const key = title === '' ? message : title;
    const words = subject ?? message;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { title, entries: [{ path, words }] });
    else if (title !== '') group.entries.push({ path, words });
  }
  return [...groups.values()];
}
