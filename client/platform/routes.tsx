import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute } from '@tanstack/react-router';

/** What every route's `loader` and `beforeLoad` receives. */
export interface RouterContext {
  queryClient: QueryClient;
}

/** The root of all pages. The app gives these three their components; slices hang their routes below them. */
export const rootRoute = createRootRouteWithContext<RouterContext>()({});

/** Pages inside the frame, for people who are signed in. */
export const shellRoute = createRoute({ getParentRoute: () => rootRoute, id: 'shell' });

/** Pages that need no account: sign-in, request for care. */
export const publicRoute = createRoute({ getParentRoute: () => rootRoute, id: 'public' });

export type ShellRoute = typeof shellRoute;
export type PublicRoute = typeof publicRoute;
