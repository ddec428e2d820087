import { medicationsApi } from '#shared/medications/contract.ts';
import { bind, type Binding } from '#server/platform/http/bind-endpoint.ts';
import { changeMedication, stopMedication } from './change-medication.ts';
import { enterInr, markInrError } from './enter-inr.ts';
import { orderMedication } from './order-medication.ts';
import { findMedications } from './queries.ts';

export function medicationsRoutes(binding: Binding): void {
  bind(binding, medicationsApi.list, findMedications);
  bind(binding, medicationsApi.order, orderMedication);
  bind(binding, medicationsApi.change, changeMedication);
  bind(binding, medicationsApi.stop, stopMedication);
  bind(binding, medicationsApi.enterInr, enterInr);
  bind(binding, medicationsApi.markInrError, markInrError);
}
