export { loadMedicationRecord } from './repository.ts';
