import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router';
import type { SessionActor } from '#shared/auth/contract.ts';
import { ClientProblem } from './client-problem.ts';
import { sessionQuery } from './session.ts';

/** What every route's `loader` and `beforeLoad` receives. */
export interface RouterContext {
  queryClient: QueryClient;
}

/** The root of all pages. The app gives these three their components; slices hang their routes below them. */
export const rootRoute = createRootRouteWithContext<RouterContext>()({});

async function requireSession(queryClient: QueryClient, wanted: string): Promise<SessionActor> {
  try {
    return await queryClient.ensureQueryData(sessionQuery);
  } catch (error) {
    if (error instanceof ClientProblem && error.code === 'not-signed-in') {
      const next = wanted === '/' ? '' : `?next=${encodeURIComponent(wanted)}`;
      throw redirect({ href: `/sign-in${next}`, replace: true });
    }
    throw error;
  }
}

/** Pages inside the frame, for people who are signed in; their context holds `session`. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ context, location }): Promise<{ session: SessionActor }> => ({
    session: await requireSession(context.queryClient, location.href),
  }),
});

/** Pages that need no account: sign-in, request for care. */
export const publicRoute = createRoute({ getParentRoute: () => rootRoute, id: 'public' });

export type ShellRoute = typeof shellRoute;
export type PublicRoute = typeof publicRoute;
