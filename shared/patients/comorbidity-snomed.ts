import type { ComorbidityKey } from './comorbidity-list.ts';

/** A thrombosis of the deep veins or of the lung: handled as the same in ICD-10-CM. */
export const DEEP_VEIN_THROMBOSIS_SNOMED = ['128053003', '132281000119108', '59282003', '706870000'];

/**
 * SNOMED CT codes that mean a comorbidity (rules.md 4.3). Imported diagnoses come in it; Tandem ships no terminology, so only codes
 * whose meaning is certain are listed, and every other is named to whoever prescribes (`unreadConditions`). The choice is ours [M].
 */
const SNOMED: Partial<Record<ComorbidityKey, readonly string[]>> = {
  // Cardiac pacemaker in situ.
  pacemaker: ['441509002'],
  // Pregnant; normal pregnancy.
  pregnancy: ['77386006', '72892002'],
  // Malignant disease; of breast, lung (three), colon (two), prostate; secondary of bone.
  'active-cancer': [
    '363346000',
    '254837009',
    '363358000',
    '254632001',
    '254637007',
    '93761005',
    '363406005',
    '399068003',
    '94222008',
  ],
  // Haemophilia; blood coagulation disorder.
  anticoagulant: ['90935002', '64779008'],
  // Epilepsy; seizure disorder.
  epilepsy: ['84757009', '128613002'],
  // Osteoporosis; pathological fracture due to it.
  osteoporosis: ['64859006', '443165006'],
  // Fracture of the vertebral column without spinal cord injury.
  'vertebral-fracture': ['15724005'],
  // Diabetes; type 1; type 2; in type 2: neuropathy, proliferative retinopathy.
  diabetes: ['73211009', '46635009', '44054006', '368581000119106', '1501000119109'],
  'diabetic-neuropathy': ['368581000119106'],
  'proliferative-retinopathy': ['1501000119109'],
  // Osteoarthritis; of hip, knee, hand.
  osteoarthritis: ['396275006', '239872002', '239873007', '201834006'],
  // Coronary arteriosclerosis; ischaemic heart disease; myocardial infarction; atrial fibrillation; heart failure (three).
  cardiac: ['53741008', '414545008', '22298006', '49436004', '84114007', '42343007', '88805009'],
  'heart-failure': ['84114007', '42343007', '88805009'],
  // Chronic obstruction of the lung; emphysema; chronic obstructive bronchitis. It is not graded: the cautious reading.
  'severe-copd': ['13645005', '87433001', '185086009'],
  // Peripheral arterial occlusive disease.
  'peripheral-arterial': ['399957001'],
  'rheumatoid-arthritis': ['69896004'],
  // Cellulitis.
  'skin-infection': ['128045006'],
  // Dementia; Alzheimer's disease.
  'cognitive-impairment': ['52448006', '26929004'],
};

/**
 * Codes that are certain and call for no rule of 4.3: high blood pressure, asthma, stroke, obesity, prediabetes, anaemia, sinusitis
 * and bronchitis. They are read, so nobody is asked about them.
 */
const NO_RULE = [
  '38341003',
  '59621000',
  '195967001',
  '230690007',
  '162864005',
  '15777000',
  '271737000',
  '444814009',
  '10509002',
];

export const snomedCodesOf = (key: ComorbidityKey): readonly string[] => SNOMED[key] ?? [];

const KNOWN: ReadonlySet<string> = new Set([
  ...Object.values(SNOMED).flat(),
  ...DEEP_VEIN_THROMBOSIS_SNOMED,
  ...NO_RULE,
]);

/** Whether the code's meaning is known here. */
export const isKnownSnomed = (code: string): boolean => KNOWN.has(code);
