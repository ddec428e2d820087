import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { BoardFilter } from '#shared/oversight/contract.ts';
import type { ShellRoute } from '#client/platform/routes.tsx';

const ReviewSearch = z.object({
  /** `table` shows the numbers instead of the charts. */
  show: z.enum(['table']).optional().catch(undefined),
  decide: z
    .enum(['continue', 'adjust-dose', 'change-method', 'order', 'refer', 'discharge'])
    .optional()
    .catch(undefined),
});

/** Narrowing that the URL got wrong is dropped, not an error page. */
const BoardSearch = z.object({
  lane: BoardFilter.shape.lane.catch(undefined),
  state: BoardFilter.shape.state.catch(undefined),
  therapistId: BoardFilter.shape.therapistId.catch(undefined),
  clinicId: BoardFilter.shape.clinicId.catch(undefined),
  diagnosis: BoardFilter.shape.diagnosis.catch(undefined),
  sort: BoardFilter.shape.sort.catch(undefined),
});

/** The pages of this slice, inside the frame. */
export function oversightRoutes(shell: ShellRoute) {
  return [
    createRoute({
      getParentRoute: () => shell,
      path: '/board',
      validateSearch: BoardSearch,
      component: lazyRouteComponent(() => import('./BoardPage.tsx'), 'BoardPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/episodes/$episodeId/review',
      validateSearch: ReviewSearch,
      component: lazyRouteComponent(() => import('./ReviewPage.tsx'), 'ReviewPage'),
    }),
  ] as const;
}
