import { goal, only, permit, plan, primary, REST, secondary, upTo, type StarterTemplate } from './starter.ts';

const FULL = { status: 'FWB', percent: 100 } as const;

export const UPPER_LIMB: readonly StarterTemplate[] = [
  {
    key: 'rotator-cuff',
    name: 'Rotator cuff related shoulder pain',
    phase: 'Twelve weeks without surgery',
    bodyRegion: 'shoulder',
    codes: ['M75.1', 'M75.4', 'M25.51'],
    content: {
      ...REST,
      weightBearing: FULL,
      ...plan(
        [
          [2, 4],
          [1, 8],
        ],
        6,
      ),
      interventions: [
        permit('rotator-cuff-strength', 'notify', [upTo('loadKg', 5)], 'Slowly heavier; pain up to 4 of 10'),
        permit('scapular-control', 'notify', [upTo('loadKg', 8)]),
        permit('shoulder-range', 'free', [upTo('rangeDegrees', 160)]),
        permit('joint-mobilisation', 'notify', [upTo('gradeMaitland', 3)]),
        permit('self-management', 'free', [], 'Work below shoulder height for now'),
      ],
      goals: [
        goal('quickdash', 20, 12, 'Works with the arm for an hour'),
        goal('rom_shoulder_flexion', 150, 12, 'Reaches the top shelf'),
      ],
      measures: [primary('quickdash', 14), secondary('nprs', 14), secondary('rom_shoulder_flexion', 14)],
      homeProgramme: 'Outward rotation with a band 3 x 12 every second day; reach up the wall 2 x 10 daily.',
    },
  },
  {
    key: 'frozen-shoulder',
    name: 'Frozen shoulder',
    phase: 'Painful and stiff',
    bodyRegion: 'shoulder',
    codes: ['M75.0'],
    content: {
      ...REST,
      weightBearing: FULL,
      ...plan(
        [
          [2, 6],
          [1, 6],
        ],
        6,
      ),
      interventions: [
        permit('shoulder-range', 'free', [], 'Within what settles the same day'),
        permit('joint-mobilisation', 'notify', [upTo('gradeMaitland', 3)]),
        permit('heat-pack', 'free', [upTo('minutes', 15)]),
        permit('scapular-control', 'notify', [upTo('loadKg', 4)]),
      ],
      goals: [
        goal('spadi', 30, 12, 'Dresses without help'),
        goal('rom_shoulder_flexion', 140, 12, 'Reaches the top shelf'),
      ],
      measures: [primary('spadi', 14), secondary('rom_shoulder_flexion', 14)],
      homeProgramme: 'Pendulum and table slides 2 x 10, three times a day.',
    },
  },
  {
    key: 'lateral-epicondylitis',
    name: 'Tennis elbow',
    phase: 'Loading',
    bodyRegion: 'elbow',
    codes: ['M77.1'],
    content: {
      ...REST,
      weightBearing: FULL,
      ...plan(
        [
          [2, 3],
          [1, 5],
        ],
        4,
      ),
      interventions: [
        permit('grip-strength', 'notify', [upTo('loadKg', 20)]),
        permit('wrist-range', 'free'),
        permit('deep-friction', 'notify', [upTo('minutes', 5)]),
        permit(
          'ultrasound',
          'ask',
          [upTo('minutes', 5), upTo('intensityWcm2', 1), only('ultrasoundMode', 2, 3)],
          'Only as an addition',
        ),
        permit('self-management', 'free', [], 'Grip and lift with the palm up'),
      ],
      goals: [
        goal('quickdash', 20, 8, 'Works with the arm for an hour'),
        goal('nprs', 2, 8, 'Lifts a pan without pain'),
      ],
      measures: [primary('quickdash', 14), secondary('nprs', 14)],
      homeProgramme: 'Slow wrist lowering with a light weight 3 x 15 every day.',
    },
  },
];
