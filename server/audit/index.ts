export { record, seen } from './repository.ts';
