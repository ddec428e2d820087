import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, Outlet, redirect } from '@tanstack/react-router';
import { authPublicRoutes } from '#client/auth/routes.tsx';
import { careTeamsRoutes } from '#client/care-teams/routes.tsx';
import { clinicValuesRoutes } from '#client/clinic-values/routes.tsx';
import { complianceRoutes } from '#client/compliance/routes.tsx';
import { evaluationsRoutes } from '#client/evaluations/routes.tsx';
import { intakePublicRoutes, intakeRoutes } from '#client/intake/routes.tsx';
import { medicationsRoutes } from '#client/medications/routes.tsx';
import { homeProgrammeRoutes } from '#client/home-programme/routes.tsx';
import { ordersRoutes } from '#client/orders/routes.tsx';
import { outcomesRoutes } from '#client/outcomes/routes.tsx';
import { onCallRoutes } from '#client/on-call/routes.tsx';
import { oversightRoutes } from '#client/oversight/routes.tsx';
import { patientsRoutes } from '#client/patients/routes.tsx';
import { homeOf } from '#client/platform/home.ts';
import { publicRoute, rootRoute, shellRoute } from '#client/platform/routes.tsx';
import { prescriptionsRoutes } from '#client/prescriptions/routes.tsx';
import { scopeRoutes } from '#client/scope/routes.tsx';
import { sessionsRoutes } from '#client/sessions/routes.tsx';
import { tasksRoutes } from '#client/tasks/routes.tsx';
import { PageSkeleton } from '#client/ui/PageSkeleton.tsx';
import { FrameFailure } from './FrameFailure.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { RouteFailure } from './RouteFailure.tsx';
import { Shell } from './shell/Shell.tsx';

shellRoute.update({ component: Shell, errorComponent: FrameFailure });
publicRoute.update({ component: Outlet });

const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ href: homeOf(context.session.role), replace: true });
  },
});

/** An address that no page has, shown inside the frame so that the way back is in sight. */
const unknownRoute = createRoute({ getParentRoute: () => shellRoute, path: '$', component: NotFoundPage });

const routeTree = rootRoute.addChildren([
  shellRoute.addChildren([
    homeRoute,
    ...intakeRoutes(shellRoute),
    ...patientsRoutes(shellRoute),
    ...careTeamsRoutes(shellRoute),
    ...evaluationsRoutes(shellRoute),
    ...ordersRoutes(shellRoute),
    ...medicationsRoutes(shellRoute),
    ...homeProgrammeRoutes(shellRoute),
    ...prescriptionsRoutes(shellRoute),
    ...sessionsRoutes(shellRoute),
    ...outcomesRoutes(shellRoute),
    ...oversightRoutes(shellRoute),
    ...tasksRoutes(shellRoute),
    ...scopeRoutes(shellRoute),
    ...complianceRoutes(shellRoute),
    ...clinicValuesRoutes(shellRoute),
    ...onCallRoutes(shellRoute),
    unknownRoute,
  ]),
  publicRoute.addChildren([...authPublicRoutes(publicRoute), ...intakePublicRoutes(publicRoute)]),
]);

/** The router over every slice's pages; each page's code is fetched when it is wanted. */
export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    // TanStack Query decides what is fresh.
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    scrollToTopSelectors: ['#main'],
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: RouteFailure,
    defaultNotFoundComponent: NotFoundPage,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
