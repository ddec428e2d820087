import { clinicValuesApi } from '#shared/clinic-values/contract.ts';
import { bind, type Binding } from '#server/platform/http/bind-endpoint.ts';
import { confirmValue } from './confirm-value.ts';
import { listValues, readHistory } from './queries.ts';
import { setValue } from './set-value.ts';

export function clinicValuesRoutes(binding: Binding): void {
  bind(binding, clinicValuesApi.list, listValues);
  bind(binding, clinicValuesApi.history, readHistory);
  bind(binding, clinicValuesApi.set, setValue);
  bind(binding, clinicValuesApi.confirm, confirmValue);
}
