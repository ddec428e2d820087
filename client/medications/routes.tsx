import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ShellRoute } from '#client/platform/routes.tsx';
import { MedicationsSearch } from './medications-search.ts';

/** The pages of this slice, inside the frame. */
export function medicationsRoutes(shell: ShellRoute) {
  return [
    createRoute({
      getParentRoute: () => shell,
      path: '/episodes/$episodeId/medications',
      validateSearch: MedicationsSearch,
      component: lazyRouteComponent(() => import('./MedicationsPage.tsx'), 'MedicationsPage'),
    }),
  ] as const;
}
