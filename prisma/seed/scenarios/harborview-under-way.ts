import { bound } from '../programme.ts';
import type { Scenario } from '../scenario.ts';
import { SIX_CONDITIONS } from './six-conditions.ts';
import { HIP_INJECTION, SHOULDER_INJECTION } from './injections.ts';
import { AFTER_A_BLOCK } from './stopped-leg.ts';
import { BEFORE_AN_OPERATION, SURGEON_DECISION } from './wider-team.ts';
import { boateng, here, tanaka } from './rivera-team.ts';
import { running } from './running.ts';

/** What is decided, or goes its way. */
export const UNDER_WAY: readonly Scenario[] = [
  {
    ...tanaka,
    key: 'decided-order',
    programme: 'lumbar-radiculopathy',
    consultDaysAgo: 56,
    stage: 'treated',
    phases: [running(52, 'flat', { attendance: 1, reEvaluationDay: 60 })],
    decisions: [
      {
        daysAgo: 4,
        kind: 'order',
        why: 'No detectable change in six weeks with full attendance.',
        expectation: 'EMG tells whether the root is affected.',
        reviewInDays: 16,
        order: { kind: 'emg-ncs', indication: 'Radicular pain without response: is there denervation?' },
      },
    ],
    expected: 'decided',
  },
  {
    ...boateng,
    key: 'decided-surgeon',
    programme: 'hip-osteoarthritis',
    ...BEFORE_AN_OPERATION,
    consultDaysAgo: 55,
    stage: 'treated',
    phases: [running(52, 'worsens')],
    injection: HIP_INJECTION,
    decisions: [SURGEON_DECISION],
    expected: 'decided',
  },
  {
    ...here,
    key: 'levelled-off',
    programme: 'low-back-pain',
    consultDaysAgo: 66,
    stage: 'treated',
    phases: [
      running(63, 'levels-off', {
        weeks: 12,
        taper: [
          { perWeek: 2, weeks: 8 },
          { perWeek: 1, weeks: 4 },
        ],
        reEvaluationDay: 70,
      }),
    ],
    today: '15:45',
    expected: 'ready',
  },
  ...[11, 13, 15].map((day, index): Scenario => ({
    ...here,
    key: `early-${index}`,
    programme: ['neck-pain', 'ankle-sprain', 'low-back-pain'][index] ?? 'neck-pain',
    consultDaysAgo: day + 4,
    stage: 'treated',
    phases: [running(day, 'early')],
    today: index === 0 ? '11:00' : undefined,
    unsigned: index === 1,
    ...(index === 2 ? AFTER_A_BLOCK : {}),
    expected: 'too-early',
  })),
  {
    ...boateng,
    key: 'partly-two-measures',
    programme: 'rotator-cuff',
    consultDaysAgo: 29,
    stage: 'treated',
    phases: [running(26, { rest: 'early', quickdash: 'responds', nprs: 'early' })],
    expected: 'partly-working',
  },
  {
    ...tanaka,
    key: 'partly-knee',
    programme: 'knee-replacement',
    consultDaysAgo: 28,
    stage: 'treated',
    payer: 'medicare_part_b',
    phases: [
      running(
        25,
        { rest: 'early', tug: 'responds', koos_jr: 'early' },
        {
          perWeek: 3,
          taper: [
            { perWeek: 3, weeks: 2 },
            { perWeek: 2, weeks: 4 },
            { perWeek: 1, weeks: 4 },
          ],
        },
      ),
    ],
    expected: 'partly-working',
  },
  {
    ...here,
    key: 'second-version-unread',
    programme: 'cervical-radiculopathy',
    consultDaysAgo: 60,
    stage: 'treated',
    phases: [
      running(56, 'flat', { attendance: 1, reEvaluationDay: 50 }),
      running(2, 'early', {
        change: {
          kind: 'change-method',
          why: 'Flat for seven weeks: traction stopped, strengthening raised.',
          expectation: 'NDI 10 better within six weeks.',
          reason: 'Traction stopped, scapular training up to 8 kg',
          edit: (content) => ({
            interventions: content.interventions
              .filter(({ code }) => code !== 'cervical-traction')
              .map((one) =>
                one.code === 'scapular-control' ? { ...one, bounds: [bound('loadKg', null, 8)] } : one,
              ),
          }),
        },
      }),
    ],
    unread: true,
    today: '13:30',
    expected: 'too-early',
  },
  {
    ...here,
    key: 'three-versions',
    programme: 'frozen-shoulder',
    consultDaysAgo: 160,
    stage: 'treated',
    comorbidities: [['E10.9', 'Type 1 diabetes']],
    injection: SHOULDER_INJECTION,
    phases: [
      running(156, 'flat', { attendance: 1, reEvaluationDay: 56 }),
      running(92, 'early', {
        reEvaluationDay: 50,
        change: {
          kind: 'adjust-dose',
          why: 'Injection given; range can be loaded more.',
          expectation: 'SPADI 20 better in six weeks.',
          reason: 'After the injection: three visits a week, mobilisation up to grade IV',
          edit: () => ({ frequencyPerWeek: 3 }),
        },
      }),
      running(34, 'responds', {
        reEvaluationDay: 49,
        change: {
          kind: 'adjust-dose',
          why: 'Range gained, now strength.',
          expectation: 'SPADI 30 or less.',
          reason: 'Back to two visits; heat stopped',
          edit: (content) => ({
            interventions: content.interventions.filter(({ code }) => code !== 'heat-pack'),
          }),
        },
      }),
    ],
    expected: 'working',
  },
  ...[
    'low-back-pain',
    'knee-osteoarthritis',
    'parkinson',
    'hip-osteoarthritis',
    'ankle-sprain',
    'neck-pain',
  ].map((programme, index): Scenario => ({
    ...([here, tanaka, boateng][index % 3] ?? here),
    key: `working-${index}`,
    programme,
    payer: programme === 'parkinson' ? 'medicare_part_b' : 'none',
    comorbidities: programme === 'hip-osteoarthritis' ? SIX_CONDITIONS : [],
    consultDaysAgo: 40 + index,
    stage: 'treated',
    phases: [running(34 + index, 'responds', { reEvaluationDay: 54 })],
    today: index === 3 ? '16:30' : undefined,
    expected: 'working',
  })),
];
