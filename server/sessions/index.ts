export { openRedFlag, type FoundRedFlag } from './open-red-flag.ts';
