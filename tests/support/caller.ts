import { randomUUID } from 'node:crypto';
import type { CallInput, Endpoint, Output } from '#shared/platform/endpoint.ts';
import { ProblemDocument } from '#shared/platform/problem.ts';

/** What came back. `body` is the parsed answer; asking a refusal for it fails the test with the refusal's words. */
export type Answer<T> = {
  endpoint: string;
  status: number;
  headers: Headers;
  readonly body: T;
  problem: ProblemDocument | undefined;
};

type CallOptions = {
  /** The idempotency key; without it every call that needs one gets a new one. */
  key?: string;
};

/** Calls endpoints as one person. */
export type Caller = {
  call: <E extends Endpoint>(
    api: E,
    input?: Partial<CallInput<E>>,
    options?: CallOptions,
  ) => Promise<Answer<Output<E>>>;
  /** Sends anything at all, for what no typed call can say. */
  send: (path: string, init?: RequestInit) => Promise<Response>;
};

/** Speaks to `address` with `cookie`, as a browser of that person would. */
export function callerAt(address: string, cookie: string | undefined): Caller {
  const send: Caller['send'] = (path, init = {}) => {
    const headers = new Headers(init.headers);
    if (cookie !== undefined && !headers.has('cookie')) headers.set('cookie', cookie);
    return fetch(`${address}${path}`, { ...init, headers });
  };
  return {
    send,
    call: async (api, input = {}, { key } = {}) => {
      const { params = {}, query = {}, body } = input as Partial<CallInput<Endpoint>>;
      const response = await send(pathOf(api, params, query), {
        method: api.method,
        headers: {
          ...(api.method === 'GET' ? {} : { 'content-type': 'application/json' }),
          ...(api.idempotent ? { 'idempotency-key': key ?? randomUUID() } : {}),
        },
        ...(api.method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
      });
      return read(api, response);
    },
  };
}

/** The endpoint's address with its parameters filled in. */
export function pathOf(api: Endpoint, params: unknown = {}, query: unknown = {}): string {
  const values = new Map(Object.entries(params ?? {}));
  const path = api.path.replace(/:(\w+)/g, (_whole, name: string) =>
    encodeURIComponent(String(values.get(name))),
  );
  const search = new URLSearchParams(
    Object.entries(query ?? {})
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  );
  return search.size === 0 ? path : `${path}?${search.toString()}`;
}

/** Every answer is checked against its contract: a success by the response schema, anything else as a problem. */
async function read<E extends Endpoint>(api: E, response: Response): Promise<Answer<Output<E>>> {
  const text = await response.text();
  const common = { endpoint: api.id, status: response.status, headers: response.headers };
  if (response.ok) {
    const parsed = api.response.safeParse(JSON.parse(text));
    if (!parsed.success) {
      throw new Error(`${api.id} answered against its own contract:\n${parsed.error.message}\n${text}`);
    }
    return { ...common, body: parsed.data as Output<E>, problem: undefined };
  }
  const problem = ProblemDocument.parse(JSON.parse(text));
  return {
    ...common,
    problem,
    get body(): Output<E> {
      throw new Error(`${api.id} answered ${response.status}: ${text}`);
    },
  };
}
