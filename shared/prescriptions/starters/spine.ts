import { between, goal, only, permit, plan, primary, REST, upTo, type StarterTemplate } from './starter.ts';

export const SPINE: readonly StarterTemplate[] = [
  {
    key: 'low-back-pain',
    name: 'Low back pain',
    phase: 'Subacute',
    bodyRegion: 'lower-back',
    codes: ['M54.5', 'M54.9', 'S33.5', 'S39.012'],
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
        permit('stabilisation', 'free', [], 'Trunk control first'),
        permit('bridge', 'free'),
        permit(
          'walking-treadmill',
          'notify',
          [upTo('minutes', 30), between('effortRpe', 11, 14)],
          'General activity',
        ),
        permit('functional-task', 'notify', [upTo('loadKg', 10)], 'Lifting as at work'),
        permit('joint-mobilisation', 'notify', [upTo('gradeMaitland', 4)]),
        permit('self-management', 'free', [], 'Stay active; what a flare means'),
      ],
      goals: [
        goal('odi', 20, 8, 'A working day without having to lie down'),
        goal('nprs', 3, 8, 'Pain mild on most days'),
      ],
      measures: [primary('odi', 14), primary('nprs', 7)],
      homeProgramme: 'Walk every day, a little more each week. Trunk exercises 2 x 10 once a day.',
    },
  },
  {
    key: 'lumbar-radiculopathy',
    name: 'Lumbar radiculopathy',
    phase: 'First six weeks',
    bodyRegion: 'lower-back',
    codes: ['M54.16', 'M54.17', 'M54.3', 'M54.4', 'M51.1'],
    content: {
      ...REST,
      ...plan([[2, 6]], 4),
      interventions: [
        permit('mckenzie-extension', 'free', [], 'While leg pain moves towards the back'),
        permit('stabilisation', 'free'),
        permit(
          'lumbar-traction',
          'ask',
          [between('tractionKg', 6, 15), upTo('minutes', 15), only('tractionMode', 2)],
          'A trial of two weeks',
        ),
        permit('walking-treadmill', 'notify', [upTo('minutes', 30)]),
        permit('self-management', 'free', [], 'When to call: numbness in the saddle, weakness, bladder'),
      ],
      excluded: [
        {
          code: 'spinal-manipulation',
          name: 'Spinal manipulation',
          reason: 'Not with signs of a nerve root',
        },
      ],
      goals: [goal('odi', 25, 6, 'Sits through an hour'), goal('nprs', 3, 6, 'Leg pain mild on most days')],
      measures: [primary('odi', 14), primary('nprs', 7)],
      homeProgramme: 'Extension 10 times every two hours while leg pain draws back. Walk daily.',
    },
  },
  {
    key: 'neck-pain',
    name: 'Neck pain',
    phase: 'Subacute',
    bodyRegion: 'neck',
    codes: ['M54.2', 'S13.4', 'S16.1'],
    content: {
      ...REST,
      ...plan(
        [
          [2, 4],
          [1, 2],
        ],
        4,
      ),
      interventions: [
        permit('neck-stabilisation', 'free', [upTo('holdSeconds', 10)]),
        permit('scapular-control', 'notify', [upTo('loadKg', 6)]),
        permit('joint-mobilisation', 'notify', [upTo('gradeMaitland', 3)]),
        permit('soft-tissue', 'free', [upTo('minutes', 15)]),
        permit('self-management', 'free', [], 'Breaks and the height of the screen'),
      ],
      excluded: [
        {
          code: 'cervical-manipulation',
          name: 'Cervical manipulation',
          reason: 'Benefit does not outweigh the risk',
        },
      ],
      goals: [
        goal('ndi', 15, 6, 'A working day without painkillers'),
        goal('nprs', 3, 6, 'Pain mild on most days'),
      ],
      measures: [primary('ndi', 14), primary('nprs', 7)],
      homeProgramme: 'Deep neck flexors 10 x 10 s and shoulder blades 2 x 12 once a day.',
    },
  },
  {
    key: 'cervical-radiculopathy',
    name: 'Cervical radiculopathy',
    phase: 'First six weeks',
    bodyRegion: 'neck',
    codes: ['M54.12', 'M54.13', 'M50.1'],
    content: {
      ...REST,
      ...plan([[2, 6]], 4),
      interventions: [
        permit('neck-stabilisation', 'free', [upTo('holdSeconds', 10)]),
        permit('scapular-control', 'notify', [upTo('loadKg', 4)]),
        permit('cervical-traction', 'ask', [
          between('tractionKg', 3, 8),
          upTo('minutes', 15),
          only('tractionMode', 2),
        ]),
        permit('self-management', 'free', [], 'When to call: weakness, clumsy hands, unsteady walking'),
      ],
      excluded: [
        {
          code: 'cervical-manipulation',
          name: 'Cervical manipulation',
          reason: 'Not with signs of a nerve root',
        },
      ],
      goals: [
        goal('ndi', 20, 6, 'Drives and works at a desk for an hour'),
        goal('nprs', 3, 6, 'Arm pain mild on most days'),
      ],
      measures: [primary('ndi', 14), primary('nprs', 7)],
      homeProgramme:
        'Deep neck flexors 10 x 10 s once a day; positions that ease the arm several times a day.',
    },
  },
];
