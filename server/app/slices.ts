import { patientsRoutes } from '#server/patients/routes.ts';
import { intakeRoutes } from '#server/intake/routes.ts';
import { careTeamsRoutes } from '#server/care-teams/routes.ts';
import { evaluationsRoutes } from '#server/evaluations/routes.ts';
import { medicationsRoutes } from '#server/medications/routes.ts';
import { ordersRoutes } from '#server/orders/routes.ts';
import { prescriptionsRoutes } from '#server/prescriptions/routes.ts';
import { homeProgrammeRoutes } from '#server/home-programme/routes.ts';
import { sessionsRoutes } from '#server/sessions/routes.ts';
import { outcomesRoutes } from '#server/outcomes/routes.ts';
import { oversightRoutes } from '#server/oversight/routes.ts';
import { tasksRoutes } from '#server/tasks/routes.ts';
import { clinicValuesRoutes } from '#server/clinic-values/routes.ts';
import { complianceRoutes } from '#server/compliance/routes.ts';
import { onCallRoutes } from '#server/on-call/routes.ts';
import type { Binding } from '#server/platform/http/bind-endpoint.ts';

/** Every slice that answers requests. */
export function sliceRoutes(binding: Binding): void {
  patientsRoutes(binding);
  intakeRoutes(binding);
  careTeamsRoutes(binding);
  evaluationsRoutes(binding);
  ordersRoutes(binding);
  medicationsRoutes(binding);
  prescriptionsRoutes(binding);
  homeProgrammeRoutes(binding);
  sessionsRoutes(binding);
  outcomesRoutes(binding);
  oversightRoutes(binding);
  tasksRoutes(binding);
  complianceRoutes(binding);
  clinicValuesRoutes(binding);
  onCallRoutes(binding);
}
