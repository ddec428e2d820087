import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { z } from 'zod';
import { CareTeamMemberId, PatientId, StaffMemberId } from '#shared/platform/ids.ts';
import type { ShellRoute } from '#client/platform/routes.tsx';
import { registerAction } from '#client/platform/shell-slots.ts';
import { TeamsSearch } from './teams-search.ts';

registerAction({ id: 'teams', label: 'Care teams', href: '/teams', roles: ['administrator'] });

/** The pages of this slice, inside the frame. */
export function careTeamsRoutes(shell: ShellRoute) {
  return [
    createRoute({
      getParentRoute: () => shell,
      path: '/teams',
      validateSearch: TeamsSearch,
      beforeLoad: ({ context }) => {
        // Clinicians see the team of a patient, not everybody's load.
        if (context.session.role !== 'administrator') throw redirect({ href: '/patients', replace: true });
      },
      component: lazyRouteComponent(() => import('./TeamsPage.tsx'), 'TeamsPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/teams/$patientId',
      params: {
        parse: ({ patientId }) => ({ patientId: PatientId.parse(patientId) }),
        stringify: ({ patientId }) => ({ patientId }),
      },
      validateSearch: z.object({
        assign: StaffMemberId.optional().catch(undefined),
        end: CareTeamMemberId.optional().catch(undefined),
      }),
      component: lazyRouteComponent(() => import('./PatientTeamPage.tsx'), 'PatientTeamPage'),
    }),
  ] as const;
}
