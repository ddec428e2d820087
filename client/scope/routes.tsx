import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ShellRoute } from '#client/platform/routes.tsx';
import { registerAction } from '#client/platform/shell-slots.ts';

registerAction({ id: 'scope', label: 'Who may do what', href: '/scope-of-practice' });

/** The pages of this slice, inside the frame. */
export function scopeRoutes(shell: ShellRoute) {
  return [
    createRoute({
      getParentRoute: () => shell,
      path: '/scope-of-practice',
      component: lazyRouteComponent(() => import('./ScopePage.tsx'), 'ScopePage'),
    }),
  ] as const;
}
