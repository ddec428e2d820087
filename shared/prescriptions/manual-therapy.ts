import type { Intervention } from './intervention.ts';

/** What the therapist does with the hands, or with a needle. */
export const MANUAL_THERAPY: readonly Intervention[] = [
  {
    code: 'joint-mobilisation',
    name: 'Joint mobilisation',
    kind: 'manual',
    billingCode: '97140',
    parameters: ['gradeMaitland', 'minutes'],
    agents: ['mobilisation'],
  },
  {
    code: 'spinal-manipulation',
    name: 'Spinal manipulation',
    kind: 'manual',
    billingCode: '97140',
    parameters: ['minutes'],
    agents: ['manipulation'],
  },
  {
    code: 'cervical-manipulation',
    name: 'Cervical manipulation',
    kind: 'manual',
    billingCode: '97140',
    parameters: ['minutes'],
    agents: ['manipulation', 'cervical-manipulation'],
  },
  {
    code: 'soft-tissue',
    name: 'Soft-tissue technique',
    kind: 'manual',
    billingCode: '97140',
    parameters: ['minutes'],
    agents: ['massage'],
  },
  {
    code: 'deep-friction',
    name: 'Deep friction massage',
    kind: 'manual',
    billingCode: '97140',
    parameters: ['minutes'],
    agents: ['massage', 'deep-friction'],
  },
  {
    code: 'massage',
    name: 'Massage',
    kind: 'manual',
    billingCode: '97124',
    parameters: ['minutes'],
    agents: ['massage'],
  },
  {
    code: 'dry-needling',
    name: 'Dry needling',
    kind: 'manual',
    billingCode: '20560',
    parameters: ['needles', 'minutes'],
    agents: ['dry-needling'],
  },
];
