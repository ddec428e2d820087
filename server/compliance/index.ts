export { certificationCourse } from './certification-sql.ts';
export { complianceFactsIfAny } from './facts-sql.ts';
