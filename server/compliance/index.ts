export { certificationCourse } from './certification-sql.ts';
export { complianceFactsIfAny } from './facts-sql.ts';
export { explainLateSignature } from './explain-late-signature.ts';
