import type { DoseParameterCode } from './dose-parameters.ts';
import type { Agent, Intervention } from './intervention.ts';

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

/** What the patient does: exercise, walking and the tasks of a day, each with the dose it is written in. */
export const EXERCISES: readonly Intervention[] = [
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
  exercise('head-down', 'Head-down postures', HOLDS, ['head-down']),
  exercise('biofeedback', 'Biofeedback training', ['minutes', 'repetitions'], ['biofeedback'], '90901'),
  exercise('sensory-integration', 'Sensory integration work', ['minutes'], [], '97533'),
  exercise('work-tasks', 'Work and community task practice', ['minutes', 'loadKg'], [], '97537'),
  exercise('performance-test', 'Physical performance test', ['minutes', 'effortRpe'], [], '97750'),
  exercise('wheelchair-training', 'Wheelchair training', ['minutes', 'effortRpe'], [], '97542'),
  exercise('orthosis-training', 'Orthosis fitting and training', ['minutes'], [], '97760'),
  exercise('prosthesis-training', 'Prosthesis training', ['minutes', 'weightBearingPercent'], [], '97761'),
  exercise(
    'orthosis-prosthesis-visit',
    'Orthosis or prosthesis, later visit',
    ['minutes', 'weightBearingPercent'],
    [],
    '97763',
  ),
];
