export { loadMedicationRecord } from './repository.ts';
export { TAKEN_DRUGS_SQL } from './taken-drugs-sql.ts';
