import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import type { ShellRoute } from '#client/platform/routes.tsx';
import { registerAction, registerHeaderItem } from '#client/platform/shell-slots.ts';
import { OrdersSearch } from './orders-search.ts';
import { OfferedCount } from './OfferedCount.tsx';
import { ResultCount } from './ResultCount.tsx';
import { ResultsSearch } from './results-search.ts';

registerHeaderItem('results', ResultCount);
registerHeaderItem('referrals-to-me', OfferedCount);
registerAction({
  id: 'referrals-to-me',
  label: 'Referrals to me',
  href: '/referrals',
  roles: ['occupational-therapist', 'speech-therapist', 'physical-therapist'],
});
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
    createRoute({
      getParentRoute: () => shell,
      path: '/episodes/$episodeId/surgical-opinion',
      validateSearch: z.object({ on: z.uuid().optional().catch(undefined) }),
      component: lazyRouteComponent(() => import('./SurgicalPage.tsx'), 'SurgicalPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/referrals',
      component: lazyRouteComponent(() => import('./OfferedPage.tsx'), 'OfferedPage'),
    }),
  ] as const;
}
