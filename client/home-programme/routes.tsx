import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import type { ShellRoute } from '#client/platform/routes.tsx';
import { registerAction } from '#client/platform/shell-slots.ts';
import { LibrarySearch } from './library-search.ts';

registerAction({ id: 'exercises', label: 'Exercise library', href: '/exercises' });

/** The pages of this slice, inside the frame. */
export function homeProgrammeRoutes(shell: ShellRoute) {
  return [
    createRoute({
      getParentRoute: () => shell,
      path: '/exercises',
      validateSearch: LibrarySearch,
      component: lazyRouteComponent(() => import('./LibraryPage.tsx'), 'LibraryPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/episodes/$episodeId/home-programme',
      validateSearch: z.object({ edit: z.literal(true).optional().catch(undefined) }),
      component: lazyRouteComponent(() => import('./ProgrammePage.tsx'), 'ProgrammePage'),
    }),
  ] as const;
}
