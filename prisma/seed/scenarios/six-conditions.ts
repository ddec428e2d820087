import type { Scenario } from '../scenario.ts';

/** Six comorbidities whose rules overlap: they still make one card. */
export const SIX_CONDITIONS: NonNullable<Scenario['comorbidities']> = [
  ['I25.10', 'Coronary heart disease'],
  ['I50.9', 'Heart failure'],
  ['E11.42', 'Type 2 diabetes with neuropathy'],
  ['M81.0', 'Osteoporosis'],
  ['I73.00', 'Raynaud syndrome'],
  ['M06.9', 'Rheumatoid arthritis'],
];
