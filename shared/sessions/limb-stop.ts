import { getIntervention, type Agent } from '#shared/prescriptions/interventions.ts';
import type { PrescribedPrecaution } from '#shared/prescriptions/model.ts';
import { flagWords } from './flag-words.ts';
import type { RedFlagLevel } from './red-flags.ts';

/**
 * A thrombosis that the Wells score calls unlikely is raised as prompt, and still stops treatment of the limb until a physician has
 * looked the same day (rules.md 5, RF-DVT). It holds the limb, not the patient: the verdict and other therapy go on.
 */
export const stopsLimb = ({ code, level }: { code: string; level: RedFlagLevel }): boolean =>
  code === 'RF-DVT' && level === 'prompt';

/** Those holds that stop the patient's therapy, and those that stop a leg. */
export const stoppingHolds = <Hold extends { code: string; level: RedFlagLevel }>(
  holds: readonly Hold[],
): { therapy: Hold[]; leg: Hold[] } => ({
  therapy: holds.filter((hold) => hold.level !== 'prompt'),
  leg: holds.filter(stopsLimb),
});

/** What a physiatrist's task is called when therapy, or treatment of a limb, stands still. */
export const holdTitle = (found: { code: string; level: RedFlagLevel }): string =>
  stopsLimb(found)
    ? `Limb stopped, ${flagWords(found.code)}: look today`
    : `Safety hold, ${found.level}: ${flagWords(found.code)}`;

/** Regions whose every treatment is a treatment of the leg. */
const LEG_REGIONS: readonly string[] = ['hip', 'knee', 'ankle-foot'];

/** Interventions that work on or through the legs wherever the trouble is. A dose does not say the side. Our own list, unverified. */
const WORKS_ON_LEGS: readonly string[] = [
  'bridge',
  'hip-abductor-strength',
  'quadriceps-strength',
  'leg-press',
  'squat',
  'step-up',
  'heel-raise',
  'knee-flexion-range',
  'knee-extension-range',
  'hamstring-stretch',
  'calf-stretch',
  'stationary-cycle',
  'aquatic-walking',
  'plyometric',
  'functional-task',
  'walking-treadmill',
  'gait-training',
  'stairs',
  'balance',
  'coordination',
  'compression',
  'whirlpool',
  'immersion-tank',
  'work-tasks',
  'performance-test',
  'head-down',
  'prosthesis-training',
  'orthosis-training',
  'orthosis-prosthesis-visit',
];

/** Whether an intervention treats the leg in an episode of this region; teaching treats no limb. */
export const treatsLeg = (code: string, bodyRegion: string): boolean =>
  LEG_REGIONS.includes(bodyRegion)
    ? (getIntervention(code)?.agents ?? []).length > 0
    : WORKS_ON_LEGS.includes(code);

/** The same for what is done at home, which need not stand for an intervention of the catalogue; what is meant for a leg region uses the leg. */
export const usesLeg = (intervention: string | null, bodyRegion: string): boolean =>
  LEG_REGIONS.includes(bodyRegion) || (intervention !== null && treatsLeg(intervention, bodyRegion));

/** Techniques that are given at some place of the body, which a dose does not say. Our own list, unverified. */
const GIVEN_AT_A_PLACE: Agent[] = [
  'massage',
  'deep-friction',
  'dry-needling',
  'mobilisation',
  'electrical-stimulation',
  'diathermy',
  'ultrasound',
  'laser',
  'heat',
  'cold',
  'compression',
  'water',
];

/** Said of them while a leg is not treated in an episode of another region: whoever gives one acknowledges that it is not that leg. */
const NOT_THAT_LEG: PrescribedPrecaution = {
  comorbidity: null,
  intervention:
    'Massage, manual techniques and physical agents: not on or with the leg in which a thrombosis is possible (RF-DVT)',
  agents: GIVEN_AT_A_PLACE,
  level: 'precaution',
  kind: 'precaution',
  scope: 'local',
  note: 'Given elsewhere only, until a physiatrist has cleared the leg',
  source: 'Red flag RF-DVT; the list of techniques is ours, to be confirmed',
  verified: false,
  decision: 'keep',
  overrideReason: null,
};

/** The precautions of a day on which treatment of a leg is stopped; in an episode of the leg everything is refused already. */
export const underLimbStop = (
  precautions: readonly PrescribedPrecaution[],
  bodyRegion: string,
): PrescribedPrecaution[] =>
  LEG_REGIONS.includes(bodyRegion) ? [...precautions] : [...precautions, NOT_THAT_LEG];
