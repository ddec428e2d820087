import {
  between,
  goal,
  permit,
  plan,
  primary,
  REST,
  secondary,
  upTo,
  type StarterTemplate,
} from './starter.ts';

export const LOWER_LIMB: readonly StarterTemplate[] = [
  {
    key: 'knee-osteoarthritis',
    name: 'Knee osteoarthritis',
    phase: 'Strengthening',
    bodyRegion: 'knee',
    codes: ['M17'],
    content: {
      ...REST,
      ...plan(
        [
          [2, 6],
          [1, 4],
        ],
        6,
      ),
      interventions: [
        permit(
          'quadriceps-strength',
          'notify',
          [upTo('loadKg', 15)],
          'Pain up to 5 of 10 that settles within a day is acceptable',
        ),
        permit('hip-abductor-strength', 'notify', [upTo('loadKg', 10)]),
        permit('step-up', 'free'),
        permit('stationary-cycle', 'free', [upTo('minutes', 25), between('effortRpe', 11, 14)]),
        permit('balance', 'free', [upTo('minutes', 15)]),
        permit('self-management', 'free', [], 'Activity, weight, pacing'),
      ],
      goals: [
        goal('koos_jr', 70, 10, 'Walks to town and back'),
        goal('chair_stand_30s', 12, 10, 'Gets up without hands'),
      ],
      measures: [primary('koos_jr', 14), secondary('nprs', 14), secondary('chair_stand_30s', 28)],
      homeProgramme: 'Sit to stand 3 x 8 every day; 30 minutes of walking or cycling on most days.',
    },
  },
  {
    key: 'knee-replacement-early',
    name: 'Knee replacement',
    phase: 'Early, weeks 0 to 6',
    bodyRegion: 'knee',
    codes: ['Z96.65', 'Z47.1'],
    content: {
      ...REST,
      ...plan(
        [
          [3, 2],
          [2, 4],
        ],
        4,
      ),
      interventions: [
        permit(
          'knee-flexion-range',
          'notify',
          [upTo('rangeDegrees', 110)],
          'Bend to 90° by week 2, 110° by week 6',
        ),
        permit('knee-extension-range', 'free', [], 'Full extension first'),
        permit('quadriceps-strength', 'notify', [upTo('loadKg', 3)]),
        permit('gait-training', 'free', [upTo('minutes', 20)], 'From frame to stick'),
        permit('nmes', 'notify', [upTo('minutes', 15)], 'While the quadriceps does not lift the leg'),
        permit('cold-pack', 'free', [upTo('minutes', 15)]),
        permit('stationary-cycle', 'notify', [upTo('minutes', 10)]),
      ],
      excluded: [
        { code: 'plyometric', name: 'Jump and landing training', reason: 'Not in the first months' },
      ],
      goals: [
        goal('rom_knee_flexion', 110, 6, 'Bends the knee enough for stairs'),
        goal('tug', 12, 6, 'Gets up and walks safely'),
      ],
      measures: [primary('koos_jr', 14), primary('rom_knee_flexion', 7), secondary('tug', 14)],
      homeProgramme:
        'Bend and stretch 10 times every two hours; walk a little every hour; ice after exercise.',
    },
  },
  {
    key: 'knee-replacement-late',
    name: 'Knee replacement',
    phase: 'Late, weeks 6 to 14',
    bodyRegion: 'knee',
    codes: ['Z96.65', 'Z47.1'],
    content: {
      ...REST,
      ...plan(
        [
          [2, 4],
          [1, 4],
        ],
        4,
      ),
      interventions: [
        permit('quadriceps-strength', 'notify', [upTo('loadKg', 12)]),
        permit('leg-press', 'notify', [upTo('loadKg', 60), upTo('rangeDegrees', 90)]),
        permit('step-up', 'free'),
        permit('stairs', 'free'),
        permit('balance', 'free', [upTo('minutes', 15)]),
        permit('stationary-cycle', 'free', [upTo('minutes', 25), between('effortRpe', 11, 14)]),
      ],
      excluded: [
        { code: 'plyometric', name: 'Jump and landing training', reason: 'Impact on the new joint' },
      ],
      goals: [
        goal('koos_jr', 75, 8, 'Walks to town and back'),
        goal('tug', 9, 8, 'Gets up and walks without thinking of it'),
      ],
      measures: [primary('koos_jr', 14), primary('tug', 14), secondary('chair_stand_30s', 28)],
      homeProgramme: 'Sit to stand 3 x 10, step-ups 3 x 10 every second day; walk 30 minutes daily.',
    },
  },
  {
    key: 'hip-osteoarthritis',
    name: 'Hip osteoarthritis',
    phase: 'Strengthening',
    bodyRegion: 'hip',
    codes: ['M16'],
    content: {
      ...REST,
      ...plan(
        [
          [2, 6],
          [1, 4],
        ],
        6,
      ),
      interventions: [
        permit('hip-abductor-strength', 'notify', [upTo('loadKg', 10)]),
        permit('squat', 'notify', [upTo('loadKg', 10), upTo('rangeDegrees', 90)]),
        permit('aquatic-walking', 'free', [upTo('minutes', 25)]),
        permit('joint-mobilisation', 'notify', [upTo('gradeMaitland', 3)]),
        permit('balance', 'free', [upTo('minutes', 15)]),
        permit('self-management', 'free'),
      ],
      goals: [goal('hoos_jr', 75, 10, 'Walks an hour'), goal('nprs', 3, 10, 'Pain mild on most days')],
      measures: [primary('hoos_jr', 14), secondary('nprs', 14), secondary('chair_stand_30s', 28)],
      homeProgramme: 'Hip abduction 3 x 10 each side and sit to stand 3 x 8 every second day.',
    },
  },
  {
    key: 'ankle-sprain',
    name: 'Ankle sprain',
    phase: 'Weeks 1 to 6',
    bodyRegion: 'ankle-foot',
    codes: ['S93.4'],
    content: {
      ...REST,
      ...plan(
        [
          [2, 3],
          [1, 3],
        ],
        3,
      ),
      interventions: [
        permit('balance', 'free', [upTo('minutes', 20)], 'From two legs to one, then on a soft base'),
        permit('heel-raise', 'notify', [upTo('loadKg', 10)]),
        permit('calf-stretch', 'free'),
        permit('gait-training', 'free', [upTo('minutes', 15)]),
        permit('plyometric', 'ask', [upTo('repetitions', 10)], 'Only once hopping is free of pain'),
      ],
      goals: [
        goal('faam_adl', 90, 6, 'Walks on uneven ground without pain'),
        goal('nprs', 2, 6, 'Pain mild after a day on the feet'),
      ],
      measures: [primary('faam_adl', 14), secondary('nprs', 7)],
      homeProgramme: 'One-leg stand 5 x 30 s and heel raises 3 x 10 every day.',
    },
  },
];
