import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import type { ShellRoute } from '#client/platform/routes.tsx';
import { registerAction } from '#client/platform/shell-slots.ts';

const ScoresSearch = z.object({
  measure: z.string().max(60).optional().catch(undefined),
});

registerAction({
  id: 'thresholds',
  label: 'Thresholds of the outcome measures',
  href: '/clinical-values/thresholds',
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
    createRoute({
      getParentRoute: () => shell,
      path: '/clinical-values/thresholds',
      component: lazyRouteComponent(() => import('./ThresholdsPage.tsx'), 'ThresholdsPage'),
    }),
  ] as const;
}
