import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ShellRoute } from '#client/platform/routes.tsx';

/** The pages of this slice, inside the frame. */
export function evaluationsRoutes(shell: ShellRoute) {
  return [
    createRoute({
      getParentRoute: () => shell,
      path: '/episodes/$episodeId/evaluations',
      component: lazyRouteComponent(() => import('./EvaluationsPage.tsx'), 'EvaluationsPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/episodes/$episodeId/evaluations/$evaluationId',
      component: lazyRouteComponent(() => import('./EvaluationPage.tsx'), 'EvaluationPage'),
    }),
  ] as const;
}
