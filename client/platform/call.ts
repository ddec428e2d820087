import type { CallInput, Endpoint, Output } from '#shared/platform/endpoint.ts';
import { ClientProblem, offlineProblem, problemFromAnswer } from './client-problem.ts';
import { newKey } from './new-key.ts';
import { afterSigningIn } from './sign-in-again.ts';

/** A part of the input that may be left out when nothing in it is required. */
type Part<Name extends string, Value> =
  Record<never, never> extends Value ? { [N in Name]?: Value } : { [N in Name]: Value };

/** What an endpoint is called with: `params`, `query` and `body`, as far as it asks for them. */
export type CallArguments<E extends Endpoint> = Part<'params', CallInput<E>['params']> &
  Part<'query', CallInput<E>['query']> &
  Part<'body', CallInput<E>['body']>;

export interface CallOptions {
  /** Idempotency key, for endpoints that take one: use `useSubmissionKey()` so that a retry is the same submission. */
  key?: string | undefined;
  signal?: AbortSignal | undefined;
  /** `throw` hands a 401 to the caller instead of asking the person to sign in again over the page. */
  onSignedOut?: 'ask' | 'throw';
}

type Parts = { params?: unknown; query?: unknown; body?: unknown };

/** Calls an endpoint and answers its parsed response; everything else is thrown as a `ClientProblem`. */
export async function call<E extends Endpoint>(
  endpoint: E,
  ...[input, options]: Record<never, never> extends CallArguments<E>
    ? [input?: CallArguments<E>, options?: CallOptions]
    : [input: CallArguments<E>, options?: CallOptions]
): Promise<Output<E>> {
  const parts: Parts = input ?? {};
  const request = describeRequest(endpoint, parts, options ?? {});
  const attempt = () => send(request);
  const answer = options?.onSignedOut === 'throw' ? await attempt() : await afterSigningIn(attempt);
  if (answer.status < 200 || answer.status > 299) throw problemFromAnswer(answer.status, answer.body);
  return readAnswer(endpoint, answer.body);
}

interface Request {
  url: string;
  init: RequestInit;
}

function describeRequest(endpoint: Endpoint, parts: Parts, options: CallOptions): Request {
  const headers: Record<string, string> = { accept: 'application/json' };
  const hasBody = endpoint.method === 'POST' || endpoint.method === 'PUT';
  if (hasBody) headers['content-type'] = 'application/json';
  // Decided once per call: the repeat after signing in again must be the same submission.
  if (endpoint.idempotent) headers['idempotency-key'] = options.key ?? newKey();
  return {
    url: addressOf(endpoint, parts),
    init: {
      method: endpoint.method,
      headers,
      credentials: 'same-origin',
      ...(hasBody ? { body: JSON.stringify(parts.body ?? {}) } : {}),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    },
  };
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

/** The address with its parameters filled in and its query attached. */
export function addressOf(endpoint: Pick<Endpoint, 'path'>, parts: Pick<Parts, 'params' | 'query'>): string {
  const params = new Map(entriesOf(parts.params));
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params.get(name);
    if (value === undefined) throw new Error(`${endpoint.path} needs the parameter ${name}.`);
    return encodeURIComponent(asText(value));
  });
  const query = new URLSearchParams();
  for (const [name, value] of entriesOf(parts.query)) {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    for (const one of values) if (one !== undefined && one !== null) query.append(name, asText(one));
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

interface Answer {
  status: number;
  body: unknown;
}

async function send({ url, init }: Request): Promise<Answer> {
  try {
    const response = await fetch(url, init);
    const text = await response.text();
    return { status: response.status, body: parseJson(text) };
  } catch (error) {
    // An abandoned request is not a failure: TanStack Query expects the abort itself.
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw offlineProblem(error);
  }
}

function parseJson(text: string): unknown {
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readAnswer<E extends Endpoint>(endpoint: E, body: unknown): Output<E> {
  const parsed = endpoint.response.safeParse(body);
  // The parser's output is the endpoint's output; TypeScript loses that through the generic schema.
  if (parsed.success) return parsed.data as Output<E>;
  const first = parsed.error.issues[0];
  throw new ClientProblem(
    {
      type: '/problems/unexpected',
      title: 'The answer could not be read',
      status: 0,
      code: 'unexpected',
      detail: `Tandem answered in a form this page does not know (${endpoint.id}, ${first?.path.join('.') ?? ''}). Reload the page; it may be older than the server.`,
    },
    { cause: parsed.error },
  );
}
