import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ShellRoute } from '#client/platform/routes.tsx';
import { registerAction } from '#client/platform/shell-slots.ts';
import { ValuesSearch } from './values-search.ts';

registerAction({ id: 'clinical-values', label: 'Clinical values', href: '/clinical-values' });

/** The pages of this slice, inside the frame. */
export function clinicValuesRoutes(shell: ShellRoute) {
  return [
    createRoute({
      getParentRoute: () => shell,
      path: '/clinical-values',
      validateSearch: ValuesSearch,
      component: lazyRouteComponent(() => import('./ValuesPage.tsx'), 'ValuesPage'),
    }),
  ] as const;
}
