import type { Side } from '#shared/patients/model.ts';

/** A diagnosis that rehabilitation meets often. The words are ours; the code is ICD-10-CM. */
export interface StarterCode {
  code: string;
  display: string;
  /** The side that the code itself says. */
  side?: Side;
}

type Row = readonly [code: string, display: string, side?: Side];

/** One code for each side: ICD-10-CM ends on 1 for right and 2 for left. */
const sided = (stem: string, display: string): Row[] => [
  [`${stem}1`, `${display}, right`, 'right'],
  [`${stem}2`, `${display}, left`, 'left'],
];

const SPINE: Row[] = [
  ['M54.2', 'Neck pain'],
  ['M54.12', 'Cervical radiculopathy'],
  ['M54.13', 'Cervicothoracic radiculopathy'],
  ['M54.14', 'Thoracic radiculopathy'],
  ['M54.16', 'Lumbar radiculopathy'],
  ['M54.17', 'Lumbosacral radiculopathy'],
  ['M54.31', 'Sciatica, right', 'right'],
  ['M54.32', 'Sciatica, left', 'left'],
  ['M54.41', 'Low back pain with sciatica, right', 'right'],
  ['M54.42', 'Low back pain with sciatica, left', 'left'],
  ['M54.50', 'Low back pain, unspecified'],
  ['M54.51', 'Vertebrogenic low back pain'],
  ['M54.6', 'Thoracic spine pain'],
  ['M50.120', 'Cervical disc disorder with radiculopathy, mid-cervical'],
  ['M51.16', 'Lumbar disc disorder with radiculopathy'],
  ['M51.17', 'Lumbosacral disc disorder with radiculopathy'],
  ['M48.061', 'Lumbar spinal stenosis without neurogenic claudication'],
  ['M48.062', 'Lumbar spinal stenosis with neurogenic claudication'],
  ['M48.02', 'Cervical spinal stenosis'],
  ['M47.812', 'Cervical spondylosis without myelopathy or radiculopathy'],
  ['M47.816', 'Lumbar spondylosis without myelopathy or radiculopathy'],
  ['M43.16', 'Lumbar spondylolisthesis'],
  ['M53.3', 'Sacroiliac or coccygeal pain'],
  ['M46.1', 'Sacroiliitis'],
  ['M96.1', 'Pain after spinal surgery (postlaminectomy syndrome)'],
  ['S13.4XXA', 'Cervical sprain (whiplash), first treatment'],
  ['G95.9', 'Disease of the spinal cord, unspecified'],
];

const SHOULDER_ARM: Row[] = [
  ...sided('M25.51', 'Shoulder pain'),
  ...sided('M75.0', 'Frozen shoulder (adhesive capsulitis)'),
  ...sided('M75.11', 'Incomplete rotator cuff tear'),
  ...sided('M75.12', 'Complete rotator cuff tear'),
  ...sided('M75.4', 'Shoulder impingement'),
  ...sided('M75.5', 'Shoulder bursitis'),
  ...sided('M75.2', 'Biceps tendinitis'),
  ...sided('M19.01', 'Shoulder osteoarthritis, primary'),
  ...sided('M77.1', 'Lateral epicondylitis'),
  ...sided('M77.0', 'Medial epicondylitis'),
  ...sided('G56.0', 'Carpal tunnel syndrome'),
  ...sided('G56.2', 'Ulnar nerve lesion'),
  ['M65.4', 'Radial styloid tenosynovitis (de Quervain)'],
  ...sided('M25.53', 'Wrist pain'),
  ['G54.0', 'Brachial plexus disorder'],
];

const HIP_KNEE: Row[] = [
  ...sided('M25.55', 'Hip pain'),
  ...sided('M16.1', 'Hip osteoarthritis, primary'),
  ...sided('M70.6', 'Trochanteric bursitis'),
  ...sided('M25.56', 'Knee pain'),
  ...sided('M17.1', 'Knee osteoarthritis, primary'),
  ['M17.0', 'Knee osteoarthritis, primary, both', 'both'],
  ['M16.0', 'Hip osteoarthritis, primary, both', 'both'],
  ...sided('M22.2X', 'Patellofemoral disorder'),
  ['S83.511A', 'Anterior cruciate ligament sprain, right, first treatment', 'right'],
  ['S83.512A', 'Anterior cruciate ligament sprain, left, first treatment', 'left'],
  ...sided('M76.5', 'Patellar tendinitis'),
  ...sided('Z96.64', 'Artificial hip joint present'),
  ...sided('Z96.65', 'Artificial knee joint present'),
  ['Z47.1', 'Aftercare after joint replacement'],
];

const ANKLE_FOOT: Row[] = [
  ...sided('M25.57', 'Ankle or foot pain'),
  ...sided('M76.6', 'Achilles tendinitis'),
  ['M72.2', 'Plantar fasciitis'],
  ...sided('M76.82', 'Posterior tibial tendinitis'),
  ['S93.401A', 'Ankle sprain, right, first treatment', 'right'],
  ['S93.402A', 'Ankle sprain, left, first treatment', 'left'],
];

const NEUROLOGY: Row[] = [
  ['I69.351', 'Weakness of the right side after stroke, right-handed', 'right'],
  ['I69.352', 'Weakness of the left side after stroke, left-handed', 'left'],
  ['I69.353', 'Weakness of the right side after stroke, left-handed', 'right'],
  ['I69.354', 'Weakness of the left side after stroke, right-handed', 'left'],
  ['G20.A1', 'Parkinson disease without dyskinesia or fluctuations'],
  ['G35.D', 'Multiple sclerosis, unspecified'],
  ['G61.0', 'Guillain-Barré syndrome'],
  ['G62.9', 'Polyneuropathy, unspecified'],
  ['G51.0', 'Bell palsy'],
  ['G82.20', 'Paraplegia, unspecified'],
  ['G82.50', 'Quadriplegia, unspecified'],
  ['G80.9', 'Cerebral palsy, unspecified'],
  ['S06.0X0A', 'Concussion without loss of consciousness, first treatment'],
];

const GENERAL: Row[] = [
  ['R26.89', 'Gait or mobility abnormality, other'],
  ['R26.81', 'Unsteadiness on the feet'],
  ['R29.6', 'Repeated falls'],
  ['M62.81', 'Muscle weakness, generalised'],
  ['M79.18', 'Muscle pain, other site'],
  ['M79.7', 'Fibromyalgia'],
  ['M25.60', 'Joint stiffness, unspecified'],
  ['G89.4', 'Chronic pain syndrome'],
  ['G90.50', 'Complex regional pain syndrome I, unspecified'],
  ['R42', 'Dizziness'],
  ['Z89.511', 'Below-knee amputation, right', 'right'],
  ['Z89.512', 'Below-knee amputation, left', 'left'],
];

/** A starting point for the search box; any other well-formed code may be typed. */
export const STARTER_CODES: readonly StarterCode[] = [
  ...SPINE,
  ...SHOULDER_ARM,
  ...HIP_KNEE,
  ...ANKLE_FOOT,
  ...NEUROLOGY,
  ...GENERAL,
].map(([code, display, side]) => ({ code, display, ...(side === undefined ? {} : { side }) }));
