import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import type { ShellRoute } from '#client/platform/routes.tsx';
import { registerAction, registerHeaderItem } from '#client/platform/shell-slots.ts';
import { RequestCount } from './RequestCount.tsx';
import { VIEWS } from './view.ts';

const PrescriptionSearch = z.object({
  /** Which part of the page is open; what needs attention first, when left out. */
  view: z.enum(VIEWS).optional().catch(undefined),
  /** A version to read, and one to compare it with. */
  version: z.number().int().optional().catch(undefined),
  against: z.number().int().optional().catch(undefined),
  /** The request that a panel is open for. */
  request: z.string().optional().catch(undefined),
  /** The therapist's panel for asking. */
  ask: z.boolean().optional().catch(undefined),
  /** A panel over the draft: starting points, or keeping it as one; and the starting point that is looked at. */
  panel: z.enum(['templates', 'keep']).optional().catch(undefined),
  template: z.string().max(120).optional().catch(undefined),
});

registerHeaderItem('requests', RequestCount);
registerAction({
  id: 'requests',
  label: 'Requests of therapists',
  href: '/requests',
  roles: ['physiatrist'],
});

/** The pages of this slice, inside the frame. */
export function prescriptionsRoutes(shell: ShellRoute) {
  return [
    createRoute({
      getParentRoute: () => shell,
      path: '/episodes/$episodeId/prescription',
      validateSearch: PrescriptionSearch,
      component: lazyRouteComponent(() => import('./PrescriptionPage.tsx'), 'PrescriptionPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/requests',
      component: lazyRouteComponent(() => import('./WaitingRequestsPage.tsx'), 'WaitingRequestsPage'),
    }),
  ] as const;
}
