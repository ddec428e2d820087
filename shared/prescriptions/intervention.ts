import type { DoseParameterCode } from './dose-parameters.ts';

/** What a precaution speaks about: every intervention carries the agents it works by. */
export const AGENTS = [
  'exercise',
  'heavy-loading',
  'high-impact',
  'spinal-flexion-loading',
  'manipulation',
  'mobilisation',
  'cervical-traction',
  'cervical-manipulation',
  'traction',
  'massage',
  'deep-friction',
  'dry-needling',
  'electrical-stimulation',
  'diathermy',
  'ultrasound',
  'laser',
  'heat',
  'cold',
  'compression',
  'water',
  'supine',
  'head-down',
  'biofeedback',
] as const;
export type Agent = (typeof AGENTS)[number];

/** What sort of treatment it is: how the catalogue and the search group it. */
export type InterventionKind = 'exercise' | 'manual' | 'gait-balance' | 'modality' | 'education';

export interface Intervention {
  code: string;
  name: string;
  kind: InterventionKind;
  /** The billing code its minutes usually go to; the therapist may choose another. */
  billingCode: string;
  parameters: readonly DoseParameterCode[];
  agents: readonly Agent[];
}
