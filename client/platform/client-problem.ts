import { z } from 'zod';
import { PROBLEMS, ProblemDocument, type ProblemCode, type ProblemIssue } from '#shared/platform/problem.ts';

/** `offline` is the client's own: the request never reached the server, or its answer never reached us. */
export type ClientProblemCode = ProblemCode | 'offline';

const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(PROBLEMS, code);

/** What `call()` throws: the problem document, with a code that code can switch on. */
export class ClientProblem extends Error {
  readonly document: ProblemDocument;
  readonly code: ClientProblemCode;

  constructor(document: ProblemDocument, options: { cause?: unknown } = {}) {
    super(document.detail ?? document.title, options);
    this.name = 'ClientProblem';
    this.document = document;
    this.code = document.code === 'offline' || isProblemCode(document.code) ? document.code : 'unexpected';
  }

  get status(): number {
    return this.document.status;
  }

  get issues(): readonly ProblemIssue[] {
    return this.document.issues ?? [];
  }

  /** What the reader needs in order to choose, e.g. the stored version of a stale draft. Parse it before use. */
  get current(): unknown {
    return this.document.current;
  }
}

/** The problem of a lost or refused connection. */
export function offlineProblem(cause: unknown): ClientProblem {
  return new ClientProblem(
    {
      type: '/problems/offline',
      title: 'No connection to Tandem',
      status: 0,
      code: 'offline',
      detail: 'Tandem cannot be reached. Check the network and try again; what you typed is still here.',
    },
    { cause },
  );
}

/** Reads a refusal; a body that is not a problem document (a proxy's page) still becomes one. */
export function problemFromAnswer(status: number, body: unknown): ClientProblem {
  const parsed = ProblemDocument.safeParse(body);
  if (parsed.success) return new ClientProblem(parsed.data);
  const code: ProblemCode =
    status === 401 ? 'not-signed-in' : status >= 502 && status <= 504 ? 'unavailable' : 'unexpected';
  return new ClientProblem({ type: `/problems/${code}`, title: PROBLEMS[code].title, status, code });
}

/** An address that names no record: what stands where an id belongs is none. */
export const isWrongAddress = (error: unknown): boolean =>
  error instanceof z.ZodError &&
  error.issues.every(({ code, path }) => code === 'invalid_format' && path.length === 0);

/** How the browsers say that a part of the program did not arrive. */
const PART_IS_MISSING = /preload CSS|dynamically imported module|module script/i;

/** Any thrown thing as a problem that a person can read: what a program says to itself stays in the console. */
export function asClientProblem(error: unknown): ClientProblem {
  if (error instanceof ClientProblem) return error;
  if (error instanceof Error && PART_IS_MISSING.test(error.message)) {
    return new ClientProblem(
      {
        type: '/problems/offline',
        title: 'This page did not arrive',
        status: 0,
        code: 'offline',
        detail: 'Check the network and try again. If Tandem was updated meanwhile, load the page anew.',
      },
      { cause: error },
    );
  }
  return new ClientProblem(
    {
      type: '/problems/unexpected',
      title: 'Something went wrong on this page',
      status: 0,
      code: 'unexpected',
      detail: 'Try again. If it happens once more, tell whoever looks after Tandem what you did.',
    },
    { cause: error },
  );
}
