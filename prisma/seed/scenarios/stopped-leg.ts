import type { Scenario } from '../scenario.ts';
import { MEDIAL_BRANCH_BLOCK } from './injections.ts';

/** A back with a block behind it, and a leg whose thrombosis is unlikely by its score: it rests, at home too, until the ultrasound. */
export const AFTER_A_BLOCK: Pick<Scenario, 'injection' | 'hold'> = {
  injection: MEDIAL_BRANCH_BLOCK,
  hold: {
    daysAgo: 1,
    code: 'RF-DVT',
    level: 'prompt',
    note: 'Left calf 3 cm thicker since a knock against a step, bruised over the shin.',
    wells: ['calf', 'alternative'],
    readAfterMinutes: 25,
  },
};
