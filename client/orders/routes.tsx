import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ShellRoute } from '#client/platform/routes.tsx';
import { registerAction, registerHeaderItem } from '#client/platform/shell-slots.ts';
import { OrdersSearch } from './orders-search.ts';
import { ResultCount } from './ResultCount.tsx';
import { ResultsSearch } from './results-search.ts';

registerHeaderItem('results', ResultCount);
registerAction({ id: 'results', label: 'Results to read', href: '/results', roles: ['physiatrist'] });

/** The pages of this slice, inside the frame. */
export function ordersRoutes(shell: ShellRoute) {
  return [
    createRoute({
      getParentRoute: () => shell,
      path: '/episodes/$episodeId/orders',
      validateSearch: OrdersSearch,
      component: lazyRouteComponent(() => import('./OrdersPage.tsx'), 'OrdersPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/results',
      validateSearch: ResultsSearch,
      component: lazyRouteComponent(() => import('./ResultsPage.tsx'), 'ResultsPage'),
    }),
  ] as const;
}
