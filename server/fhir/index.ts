export { importBundle } from './import-bundle.ts';
