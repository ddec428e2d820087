import { authApi } from '#shared/auth/contract.ts';
import { patientsApi } from '#shared/patients/contract.ts';
import { intakeApi } from '#shared/intake/contract.ts';
import { careTeamsApi } from '#shared/care-teams/contract.ts';
import { evaluationsApi } from '#shared/evaluations/contract.ts';
import { medicationsApi } from '#shared/medications/contract.ts';
import { ordersApi } from '#shared/orders/contract.ts';
import { surgicalApi } from '#shared/orders/surgical-contract.ts';
import { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import { homeProgrammeApi } from '#shared/home-programme/contract.ts';
import { templatesApi } from '#shared/prescriptions/template-contract.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { outcomesApi } from '#shared/outcomes/contract.ts';
import { oversightApi } from '#shared/oversight/contract.ts';
import { tasksApi } from '#shared/tasks/contract.ts';
import { clinicValuesApi } from '#shared/clinic-values/contract.ts';
import { complianceApi } from '#shared/compliance/contract.ts';
import { onCallApi } from '#shared/on-call/contract.ts';
import type { Endpoint } from '#shared/platform/endpoint.ts';

/** Every endpoint there is: what OpenAPI describes and the contract tests walk. */
export const allEndpoints = (): Endpoint[] =>
  [
    authApi,
    patientsApi,
    intakeApi,
    careTeamsApi,
    evaluationsApi,
    ordersApi,
    medicationsApi,
    surgicalApi,
    prescriptionsApi,
    homeProgrammeApi,
    templatesApi,
    sessionsApi,
    outcomesApi,
    oversightApi,
    tasksApi,
    complianceApi,
    clinicValuesApi,
    onCallApi,
  ].flatMap((api) => Object.values<Endpoint>(api));
