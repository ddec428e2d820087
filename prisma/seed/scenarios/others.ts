import type { Scenario } from '../scenario.ts';
import { CALF_TOXIN, FACET_ABLATION, SUPRASCAPULAR_BLOCK } from './injections.ts';
import { running } from './running.ts';

const sorensen = { clinic: 'harborview', physiatrist: 'sorensen', therapist: 'tanaka' } as const;
const mesa = { clinic: 'juniper-mesa', physiatrist: 'raman', therapist: 'fernandez' } as const;
const whitfield = { ...mesa, therapist: 'whitfield' } as const;

/** The caseloads of the colleagues: what the demo physiatrist cannot see. */
export const COLLEAGUES: readonly Scenario[] = [
  {
    ...sorensen,
    key: 's-plateau',
    programme: 'knee-osteoarthritis',
    consultDaysAgo: 50,
    stage: 'treated',
    phases: [running(46, 'flat', { attendance: 1 })],
    expected: 'plateau',
  },
  {
    ...sorensen,
    key: 's-working',
    allergies: ['Adhesive tape'],
    programme: 'rotator-cuff',
    consultDaysAgo: 38,
    stage: 'treated',
    phases: [running(35, 'responds')],
    today: '09:30',
    expected: 'working',
  },
  {
    ...sorensen,
    therapist: 'boateng',
    key: 's-early',
    programme: 'stroke',
    injection: CALF_TOXIN,
    consultDaysAgo: 16,
    stage: 'treated',
    alsoOnTeam: ['chen'],
    payer: 'medicare_part_b',
    phases: [running(12, 'early', { perWeek: 3 })],
    today: '10:15',
    expected: 'too-early',
  },
  {
    ...sorensen,
    key: 's-hold-closed',
    programme: 'knee-replacement',
    consultDaysAgo: 44,
    stage: 'treated',
    phases: [running(40, 'responds')],
    hold: {
      daysAgo: 21,
      code: 'RF-DVT',
      level: 'urgent',
      note: 'Calf 4 cm thicker on the operated side, tender.',
      wells: ['bedRest', 'tenderness', 'calf'],
      closedAfterDays: 1,
      closeReason: 'Ultrasound without thrombosis; therapy may go on.',
    },
    expected: 'working',
  },
  {
    ...sorensen,
    key: 's-new',
    programme: 'lumbar-radiculopathy',
    consultDaysAgo: 3,
    stage: 'opened',
    expected: 'consult-needed',
  },
  {
    ...mesa,
    key: 'm-worsening',
    programme: 'lumbar-radiculopathy',
    consultDaysAgo: 47,
    stage: 'treated',
    phases: [running(44, 'worsens')],
    expected: 'worsening',
  },
  {
    ...mesa,
    key: 'm-stroke',
    programme: 'stroke',
    consultDaysAgo: 45,
    stage: 'treated',
    alsoOnTeam: ['duarte'],
    payer: 'medicare_part_b',
    comorbidities: [['I10', 'High blood pressure']],
    phases: [running(41, 'responds')],
    today: '09:30',
    expected: 'working',
  },
  {
    ...whitfield,
    key: 'm-plateau',
    allergies: ['Aspirin'],
    programme: 'neck-pain',
    consultDaysAgo: 52,
    stage: 'treated',
    phases: [running(48, 'flat', { attendance: 1 })],
    expected: 'plateau',
  },
  {
    ...whitfield,
    key: 'm-under-delivered',
    programme: 'knee-osteoarthritis',
    consultDaysAgo: 40,
    stage: 'treated',
    phases: [running(37, 'early', { attendance: 0.5 })],
    expected: 'attendance',
  },
  {
    ...mesa,
    key: 'm-no-data',
    programme: 'rotator-cuff',
    consultDaysAgo: 66,
    stage: 'treated',
    phases: [running(62, 'early', { lastScoreDaysAgo: 50, reEvaluationDay: 69, weeks: 12 })],
    expected: 'no-data',
  },
  {
    ...mesa,
    key: 'm-new',
    programme: 'hip-osteoarthritis',
    consultDaysAgo: 5,
    stage: 'opened',
    expected: 'consult-needed',
  },
  ...[
    'parkinson',
    'low-back-pain',
    'ankle-sprain',
    'frozen-shoulder',
    'hip-osteoarthritis',
    'low-back-pain',
  ].map((programme, index): Scenario => ({
    ...(index % 2 === 0 ? mesa : whitfield),
    key: `m-working-${index}`,
    programme,
    consultDaysAgo: 38 + index,
    stage: 'treated',
    phases: [running(34 + index, 'responds', { reEvaluationDay: 54 })],
    today: index === 1 ? '11:00' : undefined,
    expected: 'working',
  })),
];

const PAST_PROGRAMMES = [
  'low-back-pain',
  'knee-replacement',
  'rotator-cuff',
  'ankle-sprain',
  'neck-pain',
  'stroke',
  'hip-osteoarthritis',
  'lateral-epicondylitis',
  'cervical-radiculopathy',
  'frozen-shoulder',
  'acl-reconstruction',
  'balance-falls',
] as const;

/** By the number of the episode. */
const PAST_INJECTIONS: Readonly<Record<number, Pick<Scenario, 'injection'>>> = {
  2: { injection: SUPRASCAPULAR_BLOCK },
  4: { injection: FACET_ABLATION },
};

/** Allergies, for two of six. */
const TOLD_AT_THE_DESK: Readonly<Record<number, Pick<Scenario, 'allergies'>>> = {
  1: { allergies: ['Sulfonamides'] },
  4: { allergies: ['Latex', 'Ibuprofen'] },
};

/** Episodes that ended, spread over two years: what the clinics have learned from. */
export const PAST: readonly Scenario[] = Array.from({ length: 26 }, (_, index): Scenario => {
  const closedDaysAgo = 5 + index * 27;
  const isFlat = index % 5 === 3;
  const reason = isFlat ? 'plateau' : index % 7 === 6 ? 'patient-choice' : 'goals-met';
  const length = 56 + (index % 3) * 14;
  const place = [
    { clinic: 'harborview', physiatrist: 'rivera', therapist: 'lindqvist' } as const,
    mesa,
    { clinic: 'harborview', physiatrist: 'rivera', therapist: 'tanaka' } as const,
    { ...sorensen, therapist: 'boateng' } as const,
  ][index % 4];
  return {
    ...(place ?? mesa),
    key: `past-${index}`,
    ...PAST_INJECTIONS[index],
    ...TOLD_AT_THE_DESK[index % 6],
    programme: PAST_PROGRAMMES[index % PAST_PROGRAMMES.length] ?? 'low-back-pain',
    payer: index === 0 || index % 4 === 1 ? 'medicare_part_b' : 'none',
    consultDaysAgo: closedDaysAgo + length + 4,
    stage: 'treated',
    phases: [
      {
        startsDaysAgo: closedDaysAgo + length,
        weeks: 10,
        perWeek: 2,
        reEvaluationDay: 49,
        attendance: isFlat ? 0.85 : 0.95,
        course: isFlat ? 'flat' : reason === 'goals-met' ? 'reaches-goal' : 'partial',
      },
    ],
    closed: {
      daysAgo: closedDaysAgo,
      reason,
    },
    expected: 'closed',
  };
});
