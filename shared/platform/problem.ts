import { z } from 'zod';

/** Every code a problem can carry, with its HTTP status and its title. The client switches on the code. */
export const PROBLEMS = {
  'invalid-input': { status: 400, title: 'Some of what was sent is not valid' },
  'malformed-json': { status: 400, title: 'The request body is not valid JSON' },
  'not-signed-in': { status: 401, title: 'Sign in to go on' },
  'wrong-credentials': { status: 401, title: 'E-mail or password is wrong' },
  'cross-site': { status: 403, title: 'The request came from another site' },
  forbidden: { status: 403, title: 'Your role does not allow this' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'This address does not answer that method' },
  'stale-version': { status: 412, title: 'Somebody else has changed this in the meantime' },
  'key-reused': { status: 422, title: 'The same request key was used for something else' },
  'too-large': { status: 413, title: 'The request is too large' },
  'wrong-media-type': { status: 415, title: 'Send JSON' },
  'too-many-requests': { status: 429, title: 'Too many attempts; wait a moment' },
  conflict: { status: 409, title: 'This is not possible in the present state' },
  'already-signed': { status: 409, title: 'This is already signed and can no longer change' },
  'already-decided': { status: 409, title: 'This has already been decided' },
  'already-on-team': { status: 409, title: 'This person already has that role in this period' },
  'episode-closed': { status: 409, title: 'The episode of care is closed' },
  'incomplete-evaluation': { status: 422, title: 'The evaluation is not complete' },
  'incomplete-prescription': { status: 422, title: 'The prescription is not complete' },
  'outside-bounds': { status: 422, title: 'The dose is outside the prescribed limits' },
  'intervention-blocked': { status: 422, title: 'This intervention is not permitted' },
  'gate-closed': { status: 422, title: 'The session cannot start' },
  'incomplete-session': { status: 422, title: 'The session is not complete' },
  'score-refused': { status: 422, title: 'The score cannot be right' },
  'score-needs-confirmation': { status: 422, title: 'The score is unusual; confirm it' },
  'decision-needs-confirmation': { status: 422, title: 'Part of the decision is unusual; confirm it' },
  'time-taken': { status: 409, title: 'That time is already booked' },
  'read-only': { status: 503, title: 'Tandem is read-only at the moment' },
  unavailable: { status: 503, title: 'The database does not answer; try again shortly' },
  unexpected: { status: 500, title: 'Something went wrong on our side' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

/** One thing that is wrong, where it is, and what to do. `path` is the dotted place in what was sent. */
export const ProblemIssue = z.object({ path: z.string(), code: z.string(), message: z.string() });
export type ProblemIssue = z.infer<typeof ProblemIssue>;

/** RFC 9457 body. */
export const ProblemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  requestId: z.string().optional(),
  issues: z.array(ProblemIssue).optional(),
  /** What the reader needs in order to choose: the current version of a stale draft, the gate's refusals. */
  current: z.unknown().optional(),
});
export type ProblemDocument = z.infer<typeof ProblemDocument>;

/** Thrown by use cases only; one handler turns it into HTTP. `detail` is a sentence for the person who asked. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly detail: string | undefined;
  readonly issues: readonly ProblemIssue[] | undefined;
  readonly current: unknown;

  constructor(
    code: ProblemCode,
    detail?: string,
    more: { issues?: readonly ProblemIssue[]; current?: unknown; cause?: unknown } = {},
  ) {
    super(detail ?? PROBLEMS[code].title, { cause: more.cause });
    this.name = 'Problem';
    this.code = code;
    this.detail = detail;
    this.issues = more.issues;
    this.current = more.current;
  }

  get status(): number {
    return PROBLEMS[this.code].status;
  }

  /** The RFC 9457 document of this problem. */
  toDocument(requestId?: string): ProblemDocument {
    return {
      type: `/problems/${this.code}`,
      title: PROBLEMS[this.code].title,
      status: this.status,
      code: this.code,
      ...(this.detail === undefined ? {} : { detail: this.detail }),
      ...(requestId === undefined ? {} : { requestId }),
      ...(this.issues === undefined ? {} : { issues: [...this.issues] }),
      ...(this.current === undefined ? {} : { current: this.current }),
    };
  }
}
