import { getIntervention } from '#shared/prescriptions/interventions.ts';
import type { RedFlagLevel } from './red-flags.ts';

/**
 * A thrombosis that the Wells score calls unlikely is raised as prompt, and still stops treatment of the limb until a physician has
 * looked the same day (rules.md 5, RF-DVT). It holds the limb, not the patient: the verdict and other therapy go on.
 */
export const stopsLimb = ({ code, level }: { code: string; level: RedFlagLevel }): boolean =>
  code === 'RF-DVT' && level === 'prompt';

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
