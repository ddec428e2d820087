import type { DoseParameterCode } from './dose-parameters.ts';

export { DOSE_PARAMETER_CODES, DOSE_PARAMETERS, type DoseParameterCode } from './dose-parameters.ts';

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

/** Where an intervention is usually given; a precaution for one region does not reach another. */
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

const exercise = (
  code: string,
  name: string,
  parameters: readonly DoseParameterCode[],
  agents: readonly Agent[] = [],
  billingCode = '97110',
): Intervention => ({
  code,
  name,
  kind: 'exercise',
  billingCode,
  parameters,
  agents: ['exercise', ...agents],
});

const SETS = ['sets', 'repetitions', 'loadKg'] as const;
const HOLDS = ['sets', 'repetitions', 'holdSeconds'] as const;

/** The starter catalogue: our own words, each with the dose it is written in and the agents that precautions look for. */
export const INTERVENTIONS: readonly Intervention[] = [
  exercise('stabilisation', 'Trunk stabilisation', HOLDS),
  exercise('bridge', 'Bridge', HOLDS, ['supine']),
  exercise('mckenzie-extension', 'Repeated lumbar extension', ['sets', 'repetitions']),
  exercise('lumbar-flexion', 'Lumbar flexion exercise', ['sets', 'repetitions'], ['spinal-flexion-loading']),
  exercise('neck-stabilisation', 'Deep neck flexor training', HOLDS, ['supine']),
  exercise('scapular-control', 'Scapular control', SETS),
  exercise('rotator-cuff-strength', 'Rotator cuff strengthening', SETS),
  exercise('shoulder-range', 'Shoulder range of motion', ['sets', 'repetitions', 'rangeDegrees']),
  exercise('hip-abductor-strength', 'Hip abductor strengthening', SETS),
  exercise('quadriceps-strength', 'Quadriceps strengthening', SETS),
  exercise('leg-press', 'Leg press', ['sets', 'repetitions', 'loadKg', 'rangeDegrees'], ['heavy-loading']),
  exercise('squat', 'Squat', SETS, ['heavy-loading']),
  exercise('step-up', 'Step-up', SETS),
  exercise('heel-raise', 'Heel raise', SETS),
  exercise('knee-flexion-range', 'Knee flexion range of motion', ['sets', 'repetitions', 'rangeDegrees']),
  exercise('knee-extension-range', 'Knee extension stretch', HOLDS),
  exercise('hamstring-stretch', 'Hamstring stretch', HOLDS),
  exercise('calf-stretch', 'Calf stretch', HOLDS),
  exercise('grip-strength', 'Grip strengthening', SETS),
  exercise('wrist-range', 'Wrist range of motion', ['sets', 'repetitions', 'rangeDegrees']),
  exercise('stationary-cycle', 'Stationary cycle', ['minutes', 'effortRpe', 'heartRateBpm']),
  exercise('aquatic-walking', 'Aquatic walking', ['minutes', 'effortRpe'], ['water'], '97113'),
  exercise(
    'plyometric',
    'Jump and landing training',
    ['sets', 'repetitions'],
    ['high-impact', 'heavy-loading'],
  ),
  exercise('functional-task', 'Functional task practice', ['minutes', 'loadKg'], [], '97530'),
  {
    ...exercise(
      'walking-treadmill',
      'Walking, treadmill',
      ['minutes', 'speedKmh', 'inclinePercent', 'effortRpe'],
      [],
      '97116',
    ),
    kind: 'gait-balance',
  },
  {
    ...exercise('gait-training', 'Gait training', ['minutes', 'weightBearingPercent'], [], '97116'),
    kind: 'gait-balance',
  },
  { ...exercise('stairs', 'Stair training', ['sets', 'repetitions'], [], '97116'), kind: 'gait-balance' },
  { ...exercise('balance', 'Balance training', ['minutes'], [], '97112'), kind: 'gait-balance' },
  { ...exercise('coordination', 'Coordination training', ['minutes'], [], '97112'), kind: 'gait-balance' },
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
    code: 'lumbar-traction',
    name: 'Lumbar traction',
    kind: 'modality',
    billingCode: '97012',
    parameters: ['tractionKg', 'minutes', 'tractionMode'],
    agents: ['traction', 'supine'],
  },
  {
    code: 'cervical-traction',
    name: 'Cervical traction',
    kind: 'modality',
    billingCode: '97012',
    parameters: ['tractionKg', 'minutes', 'tractionMode'],
    agents: ['traction', 'cervical-traction'],
  },
  {
    code: 'tens',
    name: 'TENS',
    kind: 'modality',
    billingCode: 'G0283',
    parameters: ['minutes', 'intensityMa', 'stimulationMode', 'pulseRateHz'],
    agents: ['electrical-stimulation'],
  },
  {
    code: 'nmes',
    name: 'Neuromuscular electrical stimulation',
    kind: 'modality',
    billingCode: '97032',
    parameters: ['minutes', 'intensityMa', 'pulseRateHz', 'pulseWidthUs'],
    agents: ['electrical-stimulation'],
  },
  {
    code: 'ultrasound',
    name: 'Therapeutic ultrasound',
    kind: 'modality',
    billingCode: '97035',
    parameters: ['minutes', 'intensityWcm2', 'ultrasoundMode', 'ultrasoundMhz'],
    agents: ['ultrasound', 'heat'],
  },
  {
    code: 'diathermy',
    name: 'Short-wave diathermy',
    kind: 'modality',
    billingCode: '97024',
    parameters: ['minutes'],
    agents: ['diathermy', 'heat'],
  },
  {
    code: 'heat-pack',
    name: 'Hot pack',
    kind: 'modality',
    billingCode: '97010',
    parameters: ['minutes'],
    agents: ['heat'],
  },
  {
    code: 'cold-pack',
    name: 'Cold pack',
    kind: 'modality',
    billingCode: '97010',
    parameters: ['minutes'],
    agents: ['cold'],
  },
  {
    code: 'compression',
    name: 'Pneumatic compression',
    kind: 'modality',
    billingCode: '97016',
    parameters: ['minutes'],
    agents: ['compression'],
  },
  {
    code: 'self-management',
    name: 'Self-care and home programme training',
    kind: 'education',
    billingCode: '97535',
    parameters: ['minutes'],
    agents: [],
  },
];

const BY_CODE = new Map(INTERVENTIONS.map((intervention) => [intervention.code, intervention]));

/** The intervention with this code, or nothing. */
export const getIntervention = (code: string): Intervention | undefined => BY_CODE.get(code);

/** What may be limited besides the parts a dose is usually written in, by kind of intervention. */
const ALSO_LIMITED: Record<InterventionKind, readonly DoseParameterCode[]> = {
  exercise: ['minutes', 'restSeconds', 'effortRpe', 'heartRateBpm', 'weightBearingPercent', 'rangeDegrees'],
  'gait-balance': ['effortRpe', 'heartRateBpm', 'weightBearingPercent', 'restSeconds'],
  manual: ['gradeMaitland'],
  modality: ['temperatureC'],
  education: [],
};

/** Every part of the dose of an intervention that a limit can be set for: its own first. */
export function limitableParameters(code: string): DoseParameterCode[] {
  const intervention = getIntervention(code);
  if (!intervention) return [];
  return [...new Set([...intervention.parameters, ...ALSO_LIMITED[intervention.kind]])];
}
