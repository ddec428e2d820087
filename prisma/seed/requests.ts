import type { IntakeAnswers } from '#shared/intake/answers.ts';
import { addDays, type PlainDate } from '#shared/platform/time.ts';
import type { ClinicKey, StaffKey } from './clinics.ts';

/** A request that waits in the queue, or one that was declined. */
export interface WaitingRequest {
  clinic: ClinicKey;
  hoursAgo: number;
  person: { givenName: string; familyName: string; sex: 'female' | 'male'; age: number };
  concern: string;
  region: string;
  side?: 'left' | 'right';
  narrative?: string;
  answers: (today: PlainDate) => IntakeAnswers;
  status?: 'in-review' | 'needs-information' | 'declined';
  owner?: StaffKey;
  asked?: string;
  overridden?: { route: string; reason: string };
  declined?: string;
  /** Somebody else filled it in. */
  relative?: string;
}

const told = (today: PlainDate, given: Partial<IntakeAnswers>): IntakeAnswers => ({
  redFlags: [],
  symptoms: ['pain'],
  startedOn: addDays(today, -45),
  place: 'one-place',
  severity: 5,
  trend: 'stable',
  surgeryOn: null,
  neuroInjuries: [],
  diagnosisKnown: 'yes',
  diagnosis: '',
  wants: ['therapy'],
  seenHere: 'no',
  therapyPrescribed: 'no',
  ...given,
});

const DAY = 24;
const here = { clinic: 'harborview' } as const;
const there = { clinic: 'juniper-mesa' } as const;

/** The queue: every rule of triage, every age from minutes to two weeks. */
export const WAITING_REQUESTS: readonly WaitingRequest[] = [
  {
    ...here,
    hoursAgo: 0.4,
    person: { givenName: 'Harriet', familyName: 'Blackwood', sex: 'female', age: 51 },
    concern: 'Numb between the legs since this morning, with back pain',
    region: 'lower-back',
    narrative: 'It started after lifting yesterday. I cannot tell when I need to pass water.',
    answers: (today) =>
      told(today, {
        redFlags: ['between-the-legs'],
        severity: 8,
        trend: 'worsening',
        startedOn: addDays(today, -1),
      }),
  },
  {
    ...here,
    hoursAgo: 3,
    person: { givenName: 'Oscar', familyName: 'Lindgren', sex: 'male', age: 46 },
    concern: 'Foot drags since last week',
    region: 'lower-back',
    answers: (today) =>
      told(today, {
        redFlags: ['growing-weakness'],
        symptoms: ['weakness', 'numbness'],
        severity: 5,
        trend: 'worsening',
        startedOn: addDays(today, -7),
      }),
  },
  {
    ...here,
    hoursAgo: 26,
    person: { givenName: 'Nora', familyName: 'Ellison', sex: 'female', age: 43 },
    concern: 'Shoulder pain when reaching up',
    region: 'shoulder',
    side: 'right',
    narrative: 'Six weeks now, worse at night. My doctor says it is the rotator cuff.',
    answers: (today) => told(today, { diagnosis: 'Rotator cuff', severity: 5 }),
  },
  {
    ...here,
    hoursAgo: 2 * DAY,
    person: { givenName: 'Clement', familyName: 'Ashford', sex: 'male', age: 66 },
    concern: 'New knee six weeks ago, still cannot bend it',
    region: 'knee',
    side: 'left',
    answers: (today) =>
      told(today, {
        symptoms: ['pain', 'stiffness', 'swelling'],
        surgeryOn: addDays(today, -42),
        startedOn: addDays(today, -42),
        severity: 6,
      }),
    owner: 'okonkwo',
    status: 'in-review',
  },
  {
    ...here,
    hoursAgo: 3 * DAY + 5,
    person: { givenName: 'Margit', familyName: 'Halloran', sex: 'female', age: 59 },
    concern: 'Back pain and weight loss',
    region: 'lower-back',
    answers: (today) => told(today, { redFlags: ['weight-loss'], severity: 4 }),
  },
  {
    ...here,
    hoursAgo: 4 * DAY,
    person: { givenName: 'Bernard', familyName: 'Oyelaran', sex: 'male', age: 38 },
    concern: 'Neck pain, wants an injection',
    region: 'neck',
    answers: (today) => told(today, { wants: ['injection', 'therapy'], severity: 6 }),
    owner: 'okonkwo',
    status: 'needs-information',
    asked: 'Which tablets do you take now, and has anybody ordered a scan?',
  },
  {
    ...here,
    hoursAgo: 5 * DAY,
    person: { givenName: 'Delphine', familyName: 'Marchetti', sex: 'female', age: 31 },
    concern: 'Shoulder pain, nobody knows why',
    region: 'shoulder',
    side: 'left',
    answers: (today) => told(today, { diagnosisKnown: 'no', severity: 4 }),
  },
  {
    ...here,
    hoursAgo: 8 * DAY,
    person: { givenName: 'Aldo', familyName: 'Pettersson', sex: 'male', age: 57 },
    concern: 'Hip pain, severe',
    region: 'hip',
    side: 'right',
    answers: (today) => told(today, { severity: 8 }),
    overridden: {
      route: 'PHYSIATRIST_URGENT',
      reason: 'Called twice, cannot put weight on the leg since yesterday.',
    },
    owner: 'okonkwo',
    status: 'in-review',
  },
  {
    ...here,
    hoursAgo: 15 * DAY,
    person: { givenName: 'Philippa', familyName: 'Underwood', sex: 'female', age: 72 },
    concern: 'Knee osteoarthritis, wants exercise',
    region: 'knee',
    side: 'right',
    answers: (today) => told(today, { diagnosis: 'Knee osteoarthritis', severity: 5 }),
  },
  {
    ...there,
    hoursAgo: 1.5,
    person: { givenName: 'Rosario', familyName: 'Quintero', sex: 'female', age: 64 },
    concern: 'Walking after a stroke',
    region: 'whole-body',
    relative: 'Julian Quintero',
    answers: (today) =>
      told(today, {
        symptoms: ['walking', 'balance'],
        neuroInjuries: ['stroke'],
        severity: 4,
        trend: 'improving',
      }),
  },
  {
    ...there,
    hoursAgo: 20,
    person: { givenName: 'Edgar', familyName: 'Winslow', sex: 'male', age: 55 },
    concern: 'Back pain again, seen here in spring',
    region: 'lower-back',
    answers: (today) => told(today, { seenHere: 'yes', therapyPrescribed: 'yes', severity: 4 }),
  },
  {
    ...there,
    hoursAgo: 3 * DAY,
    person: { givenName: 'Ottilie', familyName: 'Brandvold', sex: 'female', age: 48 },
    concern: 'Elbow pain at work',
    region: 'elbow',
    side: 'right',
    answers: (today) => told(today, { diagnosis: 'Tennis elbow', severity: 6 }),
  },
  {
    ...there,
    hoursAgo: 6 * DAY,
    person: { givenName: 'Casper', familyName: 'Nightingale', sex: 'male', age: 29 },
    concern: 'Ankle sprain, not sure how it is going',
    region: 'ankle-foot',
    side: 'left',
    answers: (today) => told(today, { trend: 'unknown', severity: null }),
  },
  {
    ...there,
    hoursAgo: 11 * DAY,
    person: { givenName: 'Winona', familyName: 'Sandford', sex: 'female', age: 36 },
    concern: 'Wants a massage before a marathon',
    region: 'whole-body',
    answers: (today) => told(today, { symptoms: ['stiffness'], severity: 1, trend: 'improving' }),
    status: 'declined',
    owner: 'novak',
    declined: 'No medical problem; was told about sports massage in town.',
  },
];
