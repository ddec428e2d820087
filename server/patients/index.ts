export { openEpisode, registerPatient } from './register-patient.ts';
export {
  endEpisode,
  loadBirthDate,
  loadEpisode,
  loadRecordNumber,
  type LoadedEpisode,
} from './repository.ts';
export { EPISODE_HEADER_SQL } from './episode-header-sql.ts';
export { onsetSql } from './onset-sql.ts';
export { recordDiagnoses } from './record-diagnoses.ts';
export { recordMedicationEvent } from './medication-event-repository.ts';
export { CODED_FACTS_SQL, CODED_FACTS_TODAY_SQL, isOldSql } from './coded-facts-sql.ts';
export { tellOfPrecautions } from './tell-of-precautions.ts';
