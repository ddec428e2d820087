import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { EpisodeId, PatientId } from '#shared/platform/ids.ts';
import type { ShellRoute } from '#client/platform/routes.tsx';
import { registerAction, registerSearch } from '#client/platform/shell-slots.ts';
import { findPatients } from './find-patients.ts';

registerSearch({ id: 'patients', group: 'Patients', search: findPatients });
registerAction({ id: 'patients', label: 'All patients', href: '/patients' });

/** Which panel is open over the chart; a link can open one. */
const CHART_PANELS = [
  'identity',
  'condition',
  'allergy',
  'medication',
  'history',
  'episode',
  'danger-sign',
] as const;

/** The pages of this slice, inside the frame. */
export function patientsRoutes(shell: ShellRoute) {
  return [
    createRoute({
      getParentRoute: () => shell,
      path: '/patients',
      validateSearch: z.object({ search: z.string().max(120).optional().catch(undefined) }),
      component: lazyRouteComponent(() => import('./PatientsPage.tsx'), 'PatientsPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/patients/$patientId',
      params: {
        parse: ({ patientId }) => ({ patientId: PatientId.parse(patientId) }),
        stringify: ({ patientId }) => ({ patientId }),
      },
      validateSearch: z.object({
        panel: z.enum(CHART_PANELS).optional().catch(undefined),
        episode: EpisodeId.optional().catch(undefined),
        history: z.enum(['encounters', 'scores', 'observations', 'procedures']).optional().catch(undefined),
        past: z.literal(true).optional().catch(undefined),
      }),
      component: lazyRouteComponent(() => import('./ChartPage.tsx'), 'ChartPage'),
    }),
  ] as const;
}
