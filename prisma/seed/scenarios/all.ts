import type { Scenario } from '../scenario.ts';
import { FURTHER_PATIENTS } from './further.ts';
import { HARBORVIEW } from './harborview.ts';
import { COLLEAGUES, PAST } from './others.ts';
import { STORY_PATIENTS } from './story-patients.ts';

/** Every patient with an episode, in the order in which they get their names. */
export const SCENARIOS: readonly Scenario[] = [
  ...STORY_PATIENTS,
  ...HARBORVIEW,
  ...COLLEAGUES,
  ...PAST,
  ...FURTHER_PATIENTS,
];
