import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { PatientId } from '#shared/platform/ids.ts';
import type { ShellRoute } from '#client/platform/routes.tsx';

/** The pages of this slice, inside the frame. */
export function complianceRoutes(shell: ShellRoute) {
  return [
    createRoute({
      getParentRoute: () => shell,
      path: '/episodes/$episodeId/documentation',
      validateSearch: z.object({
        panel: z.enum(['sending', 'certify', 'discharge']).optional().catch(undefined),
      }),
      component: lazyRouteComponent(() => import('./DocumentationPage.tsx'), 'DocumentationPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/patients/$patientId/therapy-amounts',
      params: {
        parse: ({ patientId }) => ({ patientId: PatientId.parse(patientId) }),
        stringify: ({ patientId }) => ({ patientId }),
      },
      component: lazyRouteComponent(() => import('./TherapyAmountsPage.tsx'), 'TherapyAmountsPage'),
    }),
  ] as const;
}
