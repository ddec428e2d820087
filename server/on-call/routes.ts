import { onCallApi } from '#shared/on-call/contract.ts';
import { bind, type Binding } from '#server/platform/http/bind-endpoint.ts';
import { assignDuty } from './assign-duty.ts';
import { endDuty } from './end-duty.ts';
import { readOnCall } from './queries.ts';
import { setClinicHours } from './set-clinic-hours.ts';

export function onCallRoutes(binding: Binding): void {
  bind(binding, onCallApi.read, readOnCall);
  bind(binding, onCallApi.assign, assignDuty);
  bind(binding, onCallApi.end, endDuty);
  bind(binding, onCallApi.setHours, setClinicHours);
}
