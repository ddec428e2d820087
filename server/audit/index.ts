export { record, seen, type AuditEntry } from './repository.ts';
