import { patientsApi } from '#shared/patients/contract.ts';
import { bind, type Binding } from '#server/platform/http/bind-endpoint.ts';
import { addAllergy, addCondition, addHistoryFact, addMedication } from './add-fact.ts';
import { changeEpisode } from './change-episode.ts';
import {
  changeAllergyStatus,
  changeConditionStatus,
  changeHistoryFactStatus,
  changeMedicationStatus,
} from './change-fact-status.ts';
import { correctHistoryFact } from './correct-history-fact.ts';
import { changeIdentity } from './change-identity.ts';
import { readChart, readHistory, searchPatients } from './queries.ts';

export function patientsRoutes(binding: Binding): void {
  bind(binding, patientsApi.search, searchPatients);
  bind(binding, patientsApi.chart, readChart);
  bind(binding, patientsApi.history, readHistory);
  bind(binding, patientsApi.changeIdentity, changeIdentity);
  bind(binding, patientsApi.changeEpisode, changeEpisode);
  bind(binding, patientsApi.addCondition, addCondition);
  bind(binding, patientsApi.changeConditionStatus, changeConditionStatus);
  bind(binding, patientsApi.addAllergy, addAllergy);
  bind(binding, patientsApi.changeAllergyStatus, changeAllergyStatus);
  bind(binding, patientsApi.addHistoryFact, addHistoryFact);
  bind(binding, patientsApi.changeHistoryFactStatus, changeHistoryFactStatus);
  bind(binding, patientsApi.correctHistoryFact, correctHistoryFact);
  bind(binding, patientsApi.addMedication, addMedication);
  bind(binding, patientsApi.changeMedicationStatus, changeMedicationStatus);
}
