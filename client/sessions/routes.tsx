import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { EpisodeId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import type { ShellRoute } from '#client/platform/routes.tsx';
import { registerAction, registerHeaderItem } from '#client/platform/shell-slots.ts';
import { HoldAlerts } from './HoldAlerts.tsx';
import { QueuedSignatures } from './QueuedSignatures.tsx';

registerHeaderItem('safety-holds', HoldAlerts);
registerHeaderItem('queued-signatures', QueuedSignatures);
registerAction({
  id: 'plan-session',
  label: 'Plan a session',
  description: 'For a patient of your care teams',
  roles: [
    'physical-therapist',
    'physical-therapist-assistant',
    'occupational-therapist',
    'speech-therapist',
    'physiatrist',
  ],
  href: '/today?panel=plan',
});

const TodaySearch = z.object({
  date: PlainDate.optional().catch(undefined),
  whose: z.enum(['mine', 'team']).optional().catch(undefined),
  panel: z.literal('plan').optional().catch(undefined),
  episode: EpisodeId.optional().catch(undefined),
});

const SheetSearch = z.object({
  panel: z.literal('red-flag').optional().catch(undefined),
  flag: z.string().max(20).optional().catch(undefined),
});

/** The pages of this slice, inside the frame. */
export function sessionsRoutes(shell: ShellRoute) {
  return [
    createRoute({
      getParentRoute: () => shell,
      path: '/today',
      validateSearch: TodaySearch,
      component: lazyRouteComponent(() => import('./TodayPage.tsx'), 'TodayPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/sessions/$sessionId',
      validateSearch: SheetSearch,
      component: lazyRouteComponent(() => import('./SessionPage.tsx'), 'SessionPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/episodes/$episodeId/sessions',
      component: lazyRouteComponent(() => import('./SessionsPage.tsx'), 'SessionsPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/episodes/$episodeId/holds',
      component: lazyRouteComponent(() => import('./HoldsPage.tsx'), 'HoldsPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/episodes/$episodeId/progress-reports',
      component: lazyRouteComponent(() => import('./ProgressReportsPage.tsx'), 'ProgressReportsPage'),
    }),
  ] as const;
}
