import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
  type AnyRoute,
} from '@tanstack/react-router';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { onTestFinished, vi } from 'vitest';
import { SessionActor } from '#shared/auth/contract.ts';
import { authApi } from '#shared/auth/contract.ts';
import type { StaffRole } from '#shared/platform/actor.ts';
import type { Endpoint, Input, Output } from '#shared/platform/endpoint.ts';
import { Problem, type ProblemCode, type ProblemIssue } from '#shared/platform/problem.ts';
import { queryKeys } from '#client/platform/query-keys.ts';
import { publicRoute, rootRoute, shellRoute } from '#client/platform/routes.tsx';
import { ThemeProvider } from '#client/ui/ThemeProvider.tsx';

export interface SentRequest {
  params: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
  headers: Headers;
}

export interface Answer {
  endpoint: Pick<Endpoint, 'method' | 'path'>;
  give: (request: SentRequest) => { status: number; body: unknown };
  /** What was sent, in order. */
  sent: SentRequest[];
}

/** Answers an endpoint with its own type of response, or with what a function makes of the request. */
export function answer<E extends Endpoint>(
  endpoint: E,
  response: Output<E> | ((request: SentRequest & Partial<Input<E>>) => Output<E>),
): Answer {
  return {
    endpoint,
    sent: [],
    give: (request) => ({
      status: 200,
      body:
        typeof response === 'function' ? (response as (request: SentRequest) => unknown)(request) : response,
    }),
  };
}

/** Refuses an endpoint with a problem document. */
export function refuse(
  endpoint: Endpoint,
  code: ProblemCode,
  more: { detail?: string; issues?: ProblemIssue[]; current?: unknown } = {},
): Answer {
  const problem = new Problem(code, more.detail, more);
  return { endpoint, sent: [], give: () => ({ status: problem.status, body: problem.toDocument('test') }) };
}

/** The network as the client sees it: the given answers, and a failing test for everything else. */
export function stubNetwork(answers: readonly Answer[]): void {
  const stub = vi.fn(async (input: RequestInfo | URL, init?: RequestInit) => {
    const url = new URL(String(input), 'http://tandem.test');
    const method = init?.method ?? 'GET';
    for (const { endpoint, give, sent } of answers) {
      const params = endpoint.method === method ? matchPath(endpoint.path, url.pathname) : undefined;
      if (params === undefined) continue;
      const request: SentRequest = {
        params,
        query: Object.fromEntries(url.searchParams),
        body: typeof init?.body === 'string' ? JSON.parse(init.body) : undefined,
        headers: new Headers(init?.headers),
      };
      sent.push(request);
      const { status, body } = give(request);
      return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
    }
    throw new Error(`Nothing answers ${method} ${url.pathname} in this test.`);
  });
  vi.stubGlobal('fetch', stub);
  onTestFinished(() => void vi.unstubAllGlobals());
}

function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const names: string[] = [];
  const source = pattern.replace(/:(\w+)/g, (_, name: string) => {
    names.push(name);
    return '([^/]+)';
  });
  const match = new RegExp(`^${source}$`).exec(path);
  if (match === null) return undefined;
  return Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]));
}

/** A signed-in person for a screen. */
export const aSession = (
  role: StaffRole = 'physiatrist',
  changes: Partial<SessionActor> = {},
): SessionActor =>
  SessionActor.parse({
    staffMemberId: '01930000-0000-7000-8000-000000000001',
    organizationId: '01930000-0000-7000-8000-000000000002',
    organizationName: 'Riverside Rehabilitation',
    role,
    name: 'Amara Rivera, MD',
    clinicId: '01930000-0000-7000-8000-000000000003',
    clinicName: 'Riverside',
    timeZone: 'America/New_York',
    today: '2026-11-21',
    ...changes,
  });

interface ScreenSpec {
  /** Where the person is, with search: `/board?state=worsening`. */
  path: string;
  /** The slice's routes: `oversightRoutes(shellRoute)`. */
  routes?: (shell: typeof shellRoute) => readonly AnyRoute[];
  publicRoutes?: (parent: typeof publicRoute) => readonly AnyRoute[];
  /** Instead of routes: one part, mounted at `path`. */
  part?: ReactNode;
  /** Who is signed in; a physiatrist unless told. */
  as?: StaffRole | SessionActor;
  answers?: readonly Answer[];
}

/** Mounts pages with a session and typed answers, without frame, server or network. */
export function renderScreen({ path, routes, publicRoutes, part, as, answers = [] }: ScreenSpec) {
  const session = typeof as === 'object' ? as : aSession(as);
  stubNetwork([...answers, answer(authApi.session, session)]);
  const queryClient = new QueryClient({
    defaultOptions: { queries: { retry: false, networkMode: 'always' } },
  });
  queryClient.setQueryData(queryKeys.session, session);
  const tree = rootRoute.addChildren([
    shellRoute.addChildren([...(routes?.(shellRoute) ?? []), ...partRoute(path, part)]),
    publicRoute.addChildren([...(publicRoutes?.(publicRoute) ?? [])]),
  ]);
  shellRoute.update({ component: Outlet });
  const router = createRouter({
    routeTree: tree,
    context: { queryClient },
    history: createMemoryHistory({ initialEntries: [path] }),
    defaultPendingMinMs: 0,
    defaultNotFoundComponent: () => <p>No such page in this test</p>,
  });
  const view = render(
    <ThemeProvider env="test">
      <QueryClientProvider client={queryClient}>
        {/* The registered router's type is the app's; a test mounts a part of it. */}
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </ThemeProvider>,
  );
  return { ...view, user: userEvent.setup(), router, queryClient };
}

function partRoute(path: string, part: ReactNode): AnyRoute[] {
  if (part === undefined) return [];
  return [
    createRoute({ getParentRoute: () => shellRoute, path: path.split('?')[0] ?? '/', component: () => part }),
  ];
}
