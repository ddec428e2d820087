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

export const NEURO: readonly StarterTemplate[] = [
  {
    key: 'stroke-gait',
    name: 'Walking after stroke',
    phase: 'Outpatient, first three months',
    bodyRegion: 'whole-body',
    codes: ['I69', 'I63', 'I61'],
    content: {
      ...REST,
      weightBearing: null,
      ...plan(
        [
          [3, 6],
          [2, 6],
        ],
        6,
      ),
      interventions: [
        permit('gait-training', 'free', [upTo('minutes', 30)], 'Much walking, close to what daily life asks'),
        permit('walking-treadmill', 'notify', [upTo('minutes', 20), between('effortRpe', 11, 13)]),
        permit('balance', 'free', [upTo('minutes', 20)]),
        permit('functional-task', 'free', [upTo('loadKg', 5)], 'Sit to stand, stairs, carrying'),
        permit('coordination', 'free', [upTo('minutes', 15)]),
      ],
      goals: [
        goal('gait_speed', 0.8, 12, 'Crosses the street in time'),
        goal('bbs', 46, 12, 'Walks to the shop alone'),
      ],
      measures: [primary('gait_speed', 14), primary('bbs', 28), secondary('six_mwt', 28)],
      homeProgramme: 'Stand up 3 x 8 and walk with company three times a day.',
    },
  },
  {
    key: 'falls',
    name: 'Falls and balance',
    phase: 'Twelve weeks',
    bodyRegion: 'whole-body',
    codes: ['R26', 'R29.6', 'Z91.81'],
    content: {
      ...REST,
      weightBearing: null,
      ...plan(
        [
          [2, 8],
          [1, 4],
        ],
        6,
      ),
      interventions: [
        permit('balance', 'free', [upTo('minutes', 30)], 'Hard enough to wobble, safe enough not to fall'),
        permit('quadriceps-strength', 'notify', [upTo('loadKg', 8)]),
        permit('heel-raise', 'notify', [upTo('loadKg', 5)]),
        permit('gait-training', 'free', [upTo('minutes', 20)]),
        permit('self-management', 'free', [], 'Home hazards, shoes, getting up from the floor'),
      ],
      goals: [
        goal('tug', 12, 12, 'Gets up and walks safely'),
        goal('five_sts', 14, 12, 'Gets up from the sofa quickly'),
      ],
      measures: [primary('bbs', 28), primary('tug', 14), secondary('five_sts', 28)],
      homeProgramme: 'Balance at the kitchen counter 10 minutes and sit to stand 2 x 8 every day.',
    },
  },
];
