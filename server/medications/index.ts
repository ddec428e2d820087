export { dropInrOfOrder, insertInr } from './inr-repository.ts';
export { INR_OF_ORDER_SQL, latestInrSql } from './inr-sql.ts';
export { loadMedicationRecord } from './repository.ts';
export { TAKEN_DRUGS_SQL } from './taken-drugs-sql.ts';
