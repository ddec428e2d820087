import { bound } from '../programme.ts';
import type { Scenario } from '../scenario.ts';

const here = { clinic: 'harborview', physiatrist: 'rivera', therapist: 'lindqvist' } as const;

/** The patients that the README and the screens' drafts speak of by name. */
export const STORY_PATIENTS: readonly Scenario[] = [
  {
    ...here,
    key: 'grace-okafor',
    programme: 'lumbar-radiculopathy',
    person: { givenName: 'Grace', familyName: 'Okafor', sex: 'female', age: 58, mrn: '004417' },
    side: 'left',
    comorbidities: [
      ['E11.9', 'Type 2 diabetes'],
      ['Z79.01', 'Long-term anticoagulant'],
    ],
    allergies: ['Penicillin'],
    medications: [
      ['Metformin', '850 mg', 'twice a day'],
      ['Apixaban', '5 mg', 'twice a day'],
    ],
    alsoOnTeam: ['chen'],
    consultDaysAgo: 98,
    stage: 'treated',
    phases: [
      {
        startsDaysAgo: 94,
        weeks: 8,
        perWeek: 2,
        reEvaluationDay: 49,
        attendance: 0.9,
        course: 'flat',
        values: { odi: [40, 38, 40, 38, 38], nprs: [6, 5, 6, 5, 5] },
        home: 0.6,
      },
      {
        startsDaysAgo: 41,
        weeks: 8,
        perWeek: 2,
        reEvaluationDay: 49,
        attendance: 0.9,
        course: 'worsens',
        values: { odi: [38, 42, 49, 50], nprs: [5, 6, 7, 7] },
        home: 0.35,
        change: {
          kind: 'change-method',
          why: 'Flat for six weeks on extension alone; MRI shows a contained L5-S1 protrusion.',
          expectation: 'ODI at least 10 better within seven weeks of traction and extension.',
          reason: 'Plateau on extension alone: traction raised, walking added',
          edit: (content) => ({
            interventions: content.interventions.map((one) =>
              one.code === 'lumbar-traction'
                ? { ...one, bounds: [bound('tractionKg', 6, 12), bound('minutes', null, 15)] }
                : one,
            ),
            homeProgramme: 'Prone press-ups 10 every two hours, walking 15 minutes twice a day.',
          }),
        },
      },
    ],
    decisions: [
      {
        daysAgo: 58,
        kind: 'order',
        why: 'Leg pain unchanged after five weeks.',
        expectation: 'MRI tells whether a root is compressed.',
        reviewInDays: 14,
        order: {
          kind: 'mri',
          indication: 'L5 radicular pain for five months, no response to five weeks of therapy',
          result: 'L5-S1: left paramedian disc protrusion touching the L5 root. No stenosis. No fracture.',
          reading: 'Contained protrusion, fits the side and level. No surgical indication today.',
        },
      },
    ],
    injection: {
      daysAgo: 50,
      display: 'Transforaminal epidural injection',
      site: 'L5, left',
      agent: 'dexamethasone',
      dose: '10 mg',
    },
    today: '10:15',
    expected: 'worsening',
  },
  {
    ...here,
    key: 'tom-brandt',
    programme: 'acl-reconstruction',
    person: { givenName: 'Tom', familyName: 'Brandt', sex: 'male', age: 34, mrn: '004502' },
    side: 'right',
    consultDaysAgo: 40,
    stage: 'treated',
    phases: [
      {
        startsDaysAgo: 37,
        weeks: 12,
        perWeek: 2,
        reEvaluationDay: 56,
        course: 'responds',
        values: { lefs: [30, 38, 44], rom_knee_flexion: [62, 72, 80, 85, 90, 90] },
        home: 0.85,
      },
    ],
    request: {
      daysAgo: 2,
      proposal: {
        edits: [
          {
            code: 'knee-flexion-range',
            from: { sets: 2, repetitions: 10, rangeDegrees: 90 },
            to: { sets: 2, repetitions: 10, rangeDegrees: 110 },
          },
        ],
        frequencyPerWeek: null,
        durationWeeks: null,
      },
      reason: 'Flexion limit 90 -> 110 deg: reached 90 without pain twice, six weeks after surgery are over',
      line: 'Flexion 90 deg active, pain 2 of 10, no swelling afterwards',
    },
    today: '08:45',
    expected: 'request',
  },
  {
    ...here,
    key: 'lena-haddad',
    programme: 'knee-osteoarthritis',
    person: { givenName: 'Lena', familyName: 'Haddad', sex: 'female', age: 61, mrn: '004388' },
    side: 'right',
    comorbidities: [['I10', 'High blood pressure']],
    medications: [['Lisinopril', '10 mg', 'once a day']],
    consultDaysAgo: 60,
    stage: 'treated',
    phases: [
      {
        startsDaysAgo: 56,
        weeks: 9,
        perWeek: 2,
        reEvaluationDay: 62,
        attendance: 1,
        course: 'flat',
        values: { koos_jr: [52.5, 54.8, 55.2, 54.9, 55.4], nprs: [6, 5, 6, 5, 5] },
      },
    ],
    today: '11:45',
    expected: 'plateau',
  },
  {
    ...here,
    key: 'paul-weiss',
    programme: 'neck-pain',
    person: { givenName: 'Paul', familyName: 'Weiss', sex: 'male', age: 47, mrn: '004431' },
    consultDaysAgo: 74,
    stage: 'treated',
    phases: [
      {
        startsDaysAgo: 70,
        weeks: 14,
        perWeek: 1,
        reEvaluationDay: 90,
        attendance: 0.8,
        course: 'early',
        lastScoreDaysAgo: 51,
      },
    ],
    expected: 'no-data',
  },
  {
    ...here,
    key: 'ines-carvalho',
    programme: 'rotator-cuff',
    person: { givenName: 'Inês', familyName: 'Carvalho', sex: 'female', age: 49, mrn: '004519' },
    side: 'right',
    consultDaysAgo: 36,
    stage: 'treated',
    phases: [
      { startsDaysAgo: 33, weeks: 10, perWeek: 2, reEvaluationDay: 49, course: 'responds', home: 0.9 },
    ],
    today: '09:30',
    expected: 'working',
  },
  {
    ...here,
    key: 'george-whitaker',
    programme: 'low-back-pain',
    person: { givenName: 'George', familyName: 'Whitaker', sex: 'male', age: 52, mrn: '004290' },
    consultDaysAgo: 76,
    stage: 'treated',
    phases: [
      { startsDaysAgo: 73, weeks: 10, perWeek: 2, reEvaluationDay: 60, course: 'levels-off', home: 0.9 },
    ],
    closed: { daysAgo: 2, reason: 'goals-met' },
    expected: 'closed',
  },
  {
    ...here,
    key: 'samuel-adeyemi',
    programme: 'lateral-epicondylitis',
    person: { givenName: 'Samuel', familyName: 'Adeyemi', sex: 'male', age: 44, mrn: '004476' },
    side: 'right',
    consultDaysAgo: 48,
    stage: 'treated',
    phases: [
      {
        startsDaysAgo: 44,
        weeks: 9,
        perWeek: 2,
        reEvaluationDay: 56,
        attendance: 0.95,
        course: 'flat',
        values: { quickdash: [45.5, 43.2, 45.5, 43.2] },
        home: 0.8,
      },
    ],
    today: '14:15',
    expected: 'plateau',
  },
];
