import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import type { ShellRoute } from '#client/platform/routes.tsx';

const ScoresSearch = z.object({
  measure: z.string().max(60).optional().catch(undefined),
});

/** The pages of this slice, inside the frame. */
export function outcomesRoutes(shell: ShellRoute) {
  return [
    createRoute({
      getParentRoute: () => shell,
      path: '/episodes/$episodeId/scores',
      validateSearch: ScoresSearch,
      component: lazyRouteComponent(() => import('./ScoresPage.tsx'), 'ScoresPage'),
    }),
  ] as const;
}
