export { complianceFactsIfAny } from './facts-sql.ts';
