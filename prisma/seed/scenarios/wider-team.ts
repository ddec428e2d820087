import type { ServiceCode } from '#shared/orders/referral.ts';
import type { StaffKey } from '../clinics.ts';
import type { PlannedDecision, Scenario } from '../scenario.ts';

export interface PlannedReferral {
  sentDaysAgo: number;
  service: ServiceCode;
  question: string;
  /** A colleague, or a name outside. */
  to: { staff: StaffKey } | { name: string };
  answerWithinDays: number;
  teamForDays?: number;
  acceptedAfterDays?: number;
  answered?: { afterDays: number; status: 'answered' | 'declined'; text: string };
}

/** Who else was brought in, by the scenario's key. */
export const WIDER_TEAM: Readonly<Record<string, readonly PlannedReferral[]>> = {
  'grace-okafor': [
    {
      sentDaysAgo: 34,
      service: 'psychology',
      question: 'Fear of movement after five months of leg pain. Pacing and coping, please.',
      to: { name: 'Dr Lena Marsh, Harbor Psychology' },
      answerWithinDays: 45,
      teamForDays: 90,
      acceptedAfterDays: 5,
    },
  ],
  'tom-brandt': [
    {
      sentDaysAgo: 26,
      service: 'orthotics',
      question: 'Functional knee brace for the return to ladder work?',
      to: { name: 'Quayside Orthotics' },
      answerWithinDays: 21,
      teamForDays: 40,
      acceptedAfterDays: 2,
      answered: {
        afterDays: 12,
        status: 'answered',
        text: 'Hinged brace fitted, extension stop at 0 degrees. Wear for work on ladders only; review in eight weeks.',
      },
    },
  ],
  'paul-weiss': [
    {
      sentDaysAgo: 3,
      service: 'occupational-therapy',
      question: 'Desk work with neck pain: workplace set-up and pacing.',
      to: { staff: 'chen' },
      answerWithinDays: 21,
      teamForDays: 84,
    },
  ],
  'under-delivered': [
    {
      sentDaysAgo: 30,
      service: 'case-management',
      question: 'Misses every second visit: transport and shift work. What can be arranged?',
      to: { name: 'Port Ellery Care Coordination' },
      answerWithinDays: 21,
    },
  ],
  'm-stroke': [
    {
      sentDaysAgo: 22,
      service: 'neurology',
      question: 'New tone in the right arm at eleven weeks. Botulinum toxin, or wait?',
      to: { name: 'Mesa Neurology, Dr Iris Kaplan' },
      answerWithinDays: 21,
      answered: {
        afterDays: 9,
        status: 'declined',
        text: 'No appointment within three months. Suggest the university clinic.',
      },
    },
  ],
};

export interface PlannedQuestion {
  signedDaysAgo: number;
  specialty: string;
  addressee: string;
  question: string;
  summary: string;
  answered?: { daysAgo: number; text: string };
  /** Not signed yet. */
  isDraft?: boolean;
}

/** Questions to a surgeon, by the scenario's key. */
export const SURGICAL_QUESTIONS: Readonly<Record<string, PlannedQuestion>> = {
  relapse: {
    signedDaysAgo: 33,
    specialty: 'Spine surgery',
    addressee: 'Dr Miriam Halvorsen, Bayside Spine Center',
    question:
      'Better by an important amount, yet twice in bed for days after lifting: is there an instability to rule out before load is raised?',
    summary:
      'Full attendance; disability and pain have fallen by more than what matters to patients. Two short relapses after lifting, each settled within ten days. No red flag and no sign of a nerve root. We see no indication for surgery today and ask for your opinion.',
    answered: {
      daysAgo: 9,
      text: 'No instability on flexion and extension films; no indication for surgery. Continue with a slower progression; see again if a relapse lasts longer than two weeks.',
    },
  },
  'worsening-after-gain': {
    signedDaysAgo: 2,
    specialty: 'Orthopaedic surgery',
    addressee: 'Dr Priya Raman, Bayside Shoulder and Elbow',
    question:
      'Is repair of the rotator cuff indicated, or a tear to be imaged first? Worse on both measures in seven weeks of attended strengthening.',
    summary:
      'Worse beyond the measurement error on disability and pain, every visit attended, home programme kept.',
    isDraft: true,
  },
};

/** What the letter of a surgical referral by decision says. */
export const HIP_QUESTION: PlannedQuestion = {
  signedDaysAgo: 4,
  specialty: 'Orthopaedic surgery',
  addressee: 'Dr Samuel Osei, Bayside Orthopaedics',
  question:
    'Is hip replacement indicated? Pain at night and worse on two measures despite seven weeks of strengthening.',
  summary:
    'Strengthening and gait training as prescribed, home programme kept. An intra-articular injection a month ago; its effect stands below. Walking distance falls. Comorbidities are stable.',
};

/** What a surgeon has to know of the patient for whom an operation is asked about. */
export const BEFORE_AN_OPERATION: Pick<Scenario, 'comorbidities' | 'medications' | 'allergies'> = {
  comorbidities: [
    ['I10', 'High blood pressure'],
    ['Z79.01', 'Long-term anticoagulant'],
  ],
  medications: [
    ['Warfarin', '5 mg', 'once daily'],
    ['Lisinopril', '10 mg', 'once daily'],
  ],
  allergies: ['Penicillin'],
};

/** The decision that asks for it. */
export const SURGEON_DECISION: PlannedDecision = {
  daysAgo: 4,
  kind: 'refer',
  why: 'Worse on two measures despite strengthening; night pain.',
  expectation: 'An opinion about replacement.',
  reviewInDays: 24,
  referral: {
    specialty: 'Orthopaedic surgery',
    surgicalOpinion: true,
    question: 'Is hip replacement indicated?',
  },
};
