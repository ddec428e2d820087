import type { Scenario } from '../scenario.ts';
import { UNDER_WAY } from './harborview-under-way.ts';
import { WAITING } from './harborview-waiting.ts';

/** Dr. Rivera's caseload, each state of the board at least once. */
export const HARBORVIEW: readonly Scenario[] = [...WAITING, ...UNDER_WAY];
