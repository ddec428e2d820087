import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ShellRoute } from '#client/platform/routes.tsx';
import { OrdersSearch } from './orders-search.ts';

/** The pages of this slice, inside the frame. */
export function ordersRoutes(shell: ShellRoute) {
  return [
    createRoute({
      getParentRoute: () => shell,
      path: '/episodes/$episodeId/orders',
      validateSearch: OrdersSearch,
      component: lazyRouteComponent(() => import('./OrdersPage.tsx'), 'OrdersPage'),
    }),
  ] as const;
}
