import type { ProblemDocument } from './problem.ts';

/** What happened and what the reader can do, in a sentence: the server's own words, or ours by code. */
export function problemSentence({
  code,
  title,
  detail,
}: Pick<ProblemDocument, 'code' | 'title' | 'detail'>): string {
  if (detail !== undefined) return detail;
  switch (code) {
    case 'not-found':
      return 'This does not exist, or it is not yours to see. Access follows the care team.';
    case 'forbidden':
      return 'Your role does not allow this. Ask a colleague whose role does.';
    case 'not-signed-in':
      return 'You are no longer signed in. Sign in and try again.';
    case 'stale-version':
      return 'Somebody else has changed this since you opened it. Look at both and choose.';
    case 'too-many-requests':
      return 'Too many attempts in a short time. Wait a moment and try again.';
    case 'unavailable':
      return 'The database does not answer at the moment. Nothing was lost; try again shortly.';
    case 'read-only':
      return 'Tandem is read-only at the moment. Reading works; changes wait.';
    case 'unexpected':
      return 'Try again. If it stays so, tell whoever runs Tandem for you.';
    default:
      return `${title}.`;
  }
}
