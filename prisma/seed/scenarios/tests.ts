import type { OrderKind, Urgency } from '#shared/orders/model.ts';
import type { SafetyQuestionId } from '#shared/orders/safety-questions.ts';

export interface PlannedTest {
  daysAgo: number;
  kind: OrderKind;
  region: string;
  sided?: boolean;
  indication: string;
  urgency: Urgency;
  /** Answers that are not no. */
  answers?: Partial<
    Record<SafetyQuestionId, { answer: 'yes' | 'unknown'; note: string | null; record?: string }>
  >;
  /** Days after the order. */
  appointment?: { days: number; at: string };
  result?: { days: number; text: string; flag: 'unremarkable' | 'abnormal' | 'critical'; inr?: number };
  reading?: string;
  cancelled?: { daysAgo: number; why: string };
}

/** Tests outside a decision: read, waiting to be read, and not done yet. */
export const TESTS: Readonly<Record<string, readonly PlannedTest[]>> = {
  'grace-okafor': [
    {
      daysAgo: 9,
      kind: 'emg-ncs',
      region: 'Leg, muscles of L4 to S1',
      sided: true,
      indication: 'Leg pain worse in spite of traction: is there denervation at L5?',
      urgency: 'soon',
      answers: {
        'bleeding-risk': {
          answer: 'yes',
          note: 'Superficial muscles only, 5 minutes of pressure; paraspinals left out',
          record: 'Long-term anticoagulant (Z79.01), takes Apixaban',
        },
      },
      appointment: { days: 3, at: 'Harborview electrodiagnostics' },
      result: {
        days: 4,
        text: 'Fibrillation potentials in left tibialis anterior and extensor hallucis longus. Sural response normal.\nImpression: subacute left L5 radiculopathy with active denervation.',
        flag: 'abnormal',
      },
    },
  ],
  'lena-haddad': [
    {
      daysAgo: 12,
      kind: 'x-ray',
      region: 'Knee, standing, two planes',
      sided: true,
      indication: 'No change in eight weeks: how far is the joint space gone?',
      urgency: 'routine',
      result: {
        days: 2,
        text: 'Medial compartment narrowing to 2 mm, osteophytes. Kellgren-Lawrence grade 3. No fracture, no loose body.',
        flag: 'abnormal',
      },
    },
    {
      daysAgo: 58,
      kind: 'laboratory',
      region: 'CRP, ESR, uric acid',
      indication: 'Morning stiffness: is there inflammation?',
      urgency: 'routine',
      result: { days: 1, text: 'CRP 3 mg/L, ESR 14 mm/h, uric acid 4.9 mg/dL.', flag: 'unremarkable' },
      reading: 'No sign of inflammation; osteoarthritis explains the picture.',
    },
  ],
  'samuel-adeyemi': [
    {
      daysAgo: 6,
      kind: 'ultrasound',
      region: 'Common extensor origin, elbow',
      sided: true,
      indication: 'Lateral elbow pain unchanged: tear, neovessels?',
      urgency: 'soon',
      appointment: { days: 9, at: 'Port Ellery Imaging' },
    },
  ],
  'ines-carvalho': [
    {
      daysAgo: 30,
      kind: 'mri',
      region: 'Shoulder',
      sided: true,
      indication: 'Weak abduction after a fall: full-thickness tear?',
      urgency: 'soon',
      answers: { claustrophobia: { answer: 'yes', note: 'Open scanner asked for' } },
      appointment: { days: 5, at: 'Port Ellery Imaging' },
      result: {
        days: 6,
        text: 'Supraspinatus: partial articular-side tear, less than half of the thickness. No retraction. Biceps anchor intact.',
        flag: 'abnormal',
      },
      reading: 'Partial tear, fits the weakness in abduction. Loading continues; no surgical question.',
    },
  ],
  'decided-surgeon': [
    {
      daysAgo: 20,
      kind: 'x-ray',
      region: 'Pelvis and hip, two planes',
      sided: true,
      indication: 'Worse in spite of strengthening, pain at night: how far is the joint space gone?',
      urgency: 'soon',
      result: {
        days: 3,
        text: 'Superior joint space narrowed to 1 mm, subchondral sclerosis and cysts. Kellgren-Lawrence grade 4. No fracture.',
        flag: 'abnormal',
      },
      reading: 'End-stage osteoarthritis; fits the loss of rotation and the night pain.',
    },
    {
      daysAgo: 8,
      kind: 'laboratory',
      region: 'Blood, coagulation',
      indication: 'On warfarin; a surgeon is to see him: is the INR in range?',
      urgency: 'soon',
      result: { days: 1, text: 'INR 2.4, target 2 to 3. Platelets normal.', flag: 'unremarkable', inr: 2.4 },
      reading: 'In range. Dose unchanged; the surgeon is told.',
    },
  ],
  'paul-weiss': [
    {
      daysAgo: 40,
      kind: 'x-ray',
      region: 'Cervical spine, flexion and extension',
      indication: 'Neck pain after a minor collision: instability?',
      urgency: 'routine',
    },
  ],
  stopped: [
    {
      daysAgo: 1,
      kind: 'ct',
      region: 'Lumbar spine',
      indication: 'Fall at home, new pain on tapping at L1, age 71: fracture?',
      urgency: 'urgent',
      appointment: { days: 0, at: 'County Hospital' },
      result: {
        days: 0,
        text: 'Compression fracture of L1 with 30 % loss of height, posterior wall bulging by 3 mm. No other fracture.',
        flag: 'critical',
      },
    },
  ],
  fracture: [
    {
      daysAgo: 28,
      kind: 'x-ray',
      region: 'Ankle, two planes',
      sided: true,
      indication: 'Six weeks after fixation: is it united?',
      urgency: 'routine',
      result: {
        days: 1,
        text: 'Callus bridging, plate and screws in place, mortise even.',
        flag: 'unremarkable',
      },
      reading: 'United enough for partial weight bearing.',
    },
  ],
  hand: [
    {
      daysAgo: 30,
      kind: 'emg-ncs',
      region: 'Median and ulnar nerve at the wrist',
      sided: true,
      indication: 'Numb at night for half a year: how far is the nerve affected?',
      urgency: 'routine',
      cancelled: { daysAgo: 16, why: 'Nights are quiet since the splint; asked again when it comes back.' },
    },
  ],
  'm-worsening': [
    {
      daysAgo: 9,
      kind: 'mri',
      region: 'Lumbar spine',
      indication: 'New weakness of the great toe: compression?',
      urgency: 'urgent',
      result: {
        days: 0,
        text: 'L4-L5: paramedian protrusion touching the L5 root. Canal wide, conus free.',
        flag: 'abnormal',
      },
      reading: 'Protrusion fits the side; nothing for the surgeon today.',
    },
  ],
};
