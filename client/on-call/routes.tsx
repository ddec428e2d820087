import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { ClinicId } from '#shared/platform/ids.ts';
import type { ShellRoute } from '#client/platform/routes.tsx';
import { registerAction } from '#client/platform/shell-slots.ts';

registerAction({
  id: 'on-call',
  label: 'On call and clinic hours',
  description: 'Who answers an alert that nobody has acknowledged',
  href: '/on-call',
});

const Search = z.object({
  panel: z.enum(['duty', 'hours']).optional().catch(undefined),
  clinic: ClinicId.optional().catch(undefined),
});

/** The pages of this slice, inside the frame. */
export function onCallRoutes(shell: ShellRoute) {
  return [
    createRoute({
      getParentRoute: () => shell,
      path: '/on-call',
      validateSearch: Search,
      component: lazyRouteComponent(() => import('./OnCallPage.tsx'), 'OnCallPage'),
    }),
  ] as const;
}
