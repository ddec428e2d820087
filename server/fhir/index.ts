export { importBundle, type BundleFile, type ImportResult } from './import-bundle.ts';
