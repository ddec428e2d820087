import type { DoseParameterCode } from './dose-parameters.ts';
import { EXERCISES } from './exercises.ts';
import type { Intervention, InterventionKind } from './intervention.ts';
import { MANUAL_THERAPY } from './manual-therapy.ts';
import { MODALITIES } from './modalities.ts';

export { DOSE_PARAMETER_CODES, DOSE_PARAMETERS, type DoseParameterCode } from './dose-parameters.ts';
export { AGENTS, type Agent, type Intervention, type InterventionKind } from './intervention.ts';

/** What is taught or assessed: it works on no body. */
const TEACHING: readonly Intervention[] = [
  {
    code: 'self-management',
    name: 'Self-care and home programme training',
    kind: 'education',
    billingCode: '97535',
    parameters: ['minutes'],
    agents: [],
  },
  {
    code: 'assistive-technology',
    name: 'Assistive technology assessment',
    kind: 'education',
    billingCode: '97755',
    parameters: ['minutes'],
    agents: [],
  },
];

/** The starter catalogue: our own words, each with the dose it is written in and the agents that precautions look for. */
export const INTERVENTIONS: readonly Intervention[] = [
  ...EXERCISES,
  ...MANUAL_THERAPY,
  ...MODALITIES,
  ...TEACHING,
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
