import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { z } from 'zod';
import { CareRequestId } from '#shared/platform/ids.ts';
import type { PublicRoute, ShellRoute } from '#client/platform/routes.tsx';
import { registerAction, registerHeaderItem } from '#client/platform/shell-slots.ts';
import { IntakeCount } from './IntakeCount.tsx';
import { QueueSearch } from './queue-search.ts';

registerHeaderItem('intake', IntakeCount);
registerAction({
  id: 'new-request',
  label: 'New request for care',
  description: 'For somebody who called or came in',
  href: '/intake/new',
});
registerAction({ id: 'intake', label: 'Requests for care', href: '/intake', roles: ['administrator'] });

/** The pages of this slice, inside the frame. */
export function intakeRoutes(shell: ShellRoute) {
  return [
    createRoute({
      getParentRoute: () => shell,
      path: '/intake',
      validateSearch: QueueSearch,
      beforeLoad: ({ context }) => {
        // Clinicians open requests; the queue is the administrator's.
        if (context.session.role !== 'administrator') throw redirect({ href: '/intake/new', replace: true });
      },
      component: lazyRouteComponent(() => import('./QueuePage.tsx'), 'QueuePage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/intake/new',
      component: lazyRouteComponent(() => import('./NewRequestPage.tsx'), 'NewRequestPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/intake/$careRequestId',
      params: {
        parse: ({ careRequestId }) => ({ careRequestId: CareRequestId.parse(careRequestId) }),
        stringify: ({ careRequestId }) => ({ careRequestId }),
      },
      validateSearch: z.object({
        act: z.enum(['accept', 'route', 'question', 'information', 'decline']).optional().catch(undefined),
      }),
      component: lazyRouteComponent(() => import('./RequestPage.tsx'), 'RequestPage'),
    }),
  ] as const;
}

/** The pages that need no account. */
export function intakePublicRoutes(publicRoute: PublicRoute) {
  return [
    createRoute({
      getParentRoute: () => publicRoute,
      path: '/request-care',
      validateSearch: z.object({
        // What is shown after sending; it holds no more than the reference, so a reload keeps it.
        sent: z.string().max(20).optional().catch(undefined),
        clinic: z.string().max(100).optional().catch(undefined),
        emergency: z.literal(true).optional().catch(undefined),
      }),
      component: lazyRouteComponent(() => import('./RequestCarePage.tsx'), 'RequestCarePage'),
    }),
  ] as const;
}
