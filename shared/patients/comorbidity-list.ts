/** The comorbidities that change what therapy may do (rules.md 4.3). */
export const COMORBIDITY_KEYS = [
  'pacemaker',
  'pregnancy',
  'active-cancer',
  'dvt-suspected',
  'dvt-anticoagulated',
  'anticoagulant',
  'epilepsy',
  'metal-implant',
  'cemented-joint',
  'osteoporosis',
  'vertebral-fracture',
  'diabetes',
  'diabetic-neuropathy',
  'proliferative-retinopathy',
  'osteoarthritis',
  'cardiac',
  'heart-failure',
  'severe-copd',
  'raynaud',
  'peripheral-arterial',
  'rheumatoid-arthritis',
  'down-syndrome',
  'skin-infection',
  'open-growth-plates',
  'cognitive-impairment',
] as const;
export type ComorbidityKey = (typeof COMORBIDITY_KEYS)[number];

export interface Comorbidity {
  key: ComorbidityKey;
  label: string;
  /** ICD-10-CM codes that begin so mean this comorbidity. */
  icd10Prefixes: readonly string[];
  /** Offered when adding a condition: a code that is complete and common, with our own wording. */
  suggested?: readonly { code: string; display: string }[];
}

/** E08-E11 and E13: the five ICD-10-CM families of diabetes, with the same digits after the point. */
const anyDiabetes = (digits: string) => ['E08', 'E09', 'E10', 'E11', 'E13'].map((family) => family + digits);

/**
 * Which codes mean which comorbidity. ICD-10-CM does not grade COPD or tell whether a joint is cemented; the cautious reading
 * applies: chronic obstruction counts as severe, an artificial joint as cemented. The choice of codes is ours and unverified.
 */
export const COMORBIDITIES: readonly Comorbidity[] = [
  {
    key: 'pacemaker',
    label: 'Cardiac pacemaker, ICD or implanted stimulator',
    icd10Prefixes: ['Z95.0', 'Z95.810', 'Z96.82', 'Z45.01', 'Z45.02'],
    suggested: [
      { code: 'Z95.0', display: 'Cardiac pacemaker' },
      { code: 'Z95.810', display: 'Implanted cardiac defibrillator' },
    ],
  },
  {
    key: 'pregnancy',
    label: 'Pregnancy',
    icd10Prefixes: ['Z33.1', 'Z34', 'Z3A', 'O09', 'O1', 'O2', 'O3', 'O4'],
    suggested: [{ code: 'Z33.1', display: 'Pregnant' }],
  },
  {
    key: 'active-cancer',
    label: 'Active cancer',
    // Of D47 the myeloproliferative and systemic ones [M]; a gammopathy that is only watched (D47.2) is none.
    icd10Prefixes: ['C', 'D45', 'D46', 'D47.02', 'D47.1', 'D47.3', 'D47.4', 'D47.Z1', 'Z51.0', 'Z51.1'],
    suggested: [
      { code: 'C50.919', display: 'Breast cancer, side not stated' },
      { code: 'C61', display: 'Prostate cancer' },
      { code: 'C79.51', display: 'Bone metastasis' },
    ],
  },
  {
    key: 'dvt-suspected',
    label: 'Deep vein thrombosis, suspected or untreated',
    icd10Prefixes: [],
    suggested: [{ code: 'I82.409', display: 'Deep vein thrombosis of a leg, acute' }],
  },
  { key: 'dvt-anticoagulated', label: 'Deep vein thrombosis on an anticoagulant', icd10Prefixes: [] },
  {
    key: 'anticoagulant',
    label: 'Anticoagulant therapy or bleeding disorder',
    icd10Prefixes: [
      'Z79.01',
      'D66',
      'D67',
      'D68.0',
      'D68.1',
      'D68.2',
      'D68.3',
      'D68.4',
      'D68.9',
      'D69.3',
      'D69.4',
      'D69.6',
    ],
    suggested: [{ code: 'Z79.01', display: 'Long-term anticoagulant' }],
  },
  {
    key: 'epilepsy',
    label: 'Epilepsy',
    icd10Prefixes: ['G40'],
    suggested: [{ code: 'G40.909', display: 'Epilepsy' }],
  },
  {
    key: 'metal-implant',
    label: 'Metal implant',
    icd10Prefixes: ['Z96.6', 'Z96.7', 'Z98.1', 'T84'],
    suggested: [{ code: 'Z96.7', display: 'Bone or tendon implant, such as plate or screws' }],
  },
  {
    key: 'cemented-joint',
    label: 'Cemented joint or plastic component',
    icd10Prefixes: ['Z96.6'],
    suggested: [
      { code: 'Z96.641', display: 'Artificial hip, right' },
      { code: 'Z96.642', display: 'Artificial hip, left' },
      { code: 'Z96.651', display: 'Artificial knee, right' },
      { code: 'Z96.652', display: 'Artificial knee, left' },
    ],
  },
  {
    key: 'osteoporosis',
    label: 'Osteoporosis',
    icd10Prefixes: ['M80', 'M81', 'Z87.310'],
    suggested: [{ code: 'M81.0', display: 'Age-related osteoporosis, no present fracture' }],
  },
  {
    key: 'vertebral-fracture',
    label: 'Vertebral fracture',
    icd10Prefixes: ['M80.08', 'M80.88', 'M48.5', 'M84.48', 'M84.58', 'M84.68', 'S12', 'S22.0', 'S32.0'],
    suggested: [{ code: 'M80.08XA', display: 'Osteoporotic fracture of a vertebra, first treatment' }],
  },
  {
    key: 'diabetes',
    label: 'Diabetes',
    icd10Prefixes: [...anyDiabetes(''), 'O24'],
    suggested: [
      { code: 'E11.9', display: 'Type 2 diabetes' },
      { code: 'E10.9', display: 'Type 1 diabetes' },
    ],
  },
  {
    key: 'diabetic-neuropathy',
    label: 'Diabetic neuropathy',
    icd10Prefixes: [...anyDiabetes('.4'), ...anyDiabetes('.610')],
    suggested: [{ code: 'E11.42', display: 'Type 2 diabetes with polyneuropathy' }],
  },
  {
    key: 'proliferative-retinopathy',
    label: 'Proliferative retinopathy',
    icd10Prefixes: [...anyDiabetes('.35'), 'H35.2'],
    suggested: [{ code: 'E11.3599', display: 'Type 2 diabetes with proliferative retinopathy' }],
  },
  {
    key: 'osteoarthritis',
    label: 'Osteoarthritis',
    icd10Prefixes: ['M15', 'M16', 'M17', 'M18', 'M19'],
    suggested: [
      { code: 'M17.9', display: 'Osteoarthritis of the knee' },
      { code: 'M16.9', display: 'Osteoarthritis of the hip' },
    ],
  },
  {
    key: 'cardiac',
    label: 'Cardiac disease',
    icd10Prefixes: [
      ...[
        'I05',
        'I06',
        'I07',
        'I08',
        'I09',
        'I11',
        'I13',
        'I20',
        'I21',
        'I22',
        'I24',
        'I25',
        'I27',
        'I30',
        'I31',
        'I32',
        'I33',
        'I34',
        'I35',
        'I36',
        'I37',
        'I38',
        'I39',
        'I40',
      ],
      ...[
        'I42',
        'I44',
        'I45',
        'I46',
        'I47',
        'I48',
        'I49',
        'I50',
        'I51',
        'I71',
        'Z94.1',
        'Z95.0',
        'Z95.1',
        'Z95.2',
        'Z95.5',
        'Z95.81',
      ],
    ],
    suggested: [
      { code: 'I25.10', display: 'Coronary artery disease without angina' },
      { code: 'I48.91', display: 'Atrial fibrillation' },
    ],
  },
  {
    key: 'heart-failure',
    label: 'Heart failure',
    icd10Prefixes: ['I50', 'I11.0', 'I13.0', 'I13.2', 'I09.81'],
    suggested: [{ code: 'I50.9', display: 'Heart failure' }],
  },
  {
    key: 'severe-copd',
    label: 'Severe COPD',
    icd10Prefixes: ['J43', 'J44', 'J96.1', 'Z99.81'],
    suggested: [{ code: 'J44.9', display: 'Chronic obstructive pulmonary disease' }],
  },
  {
    key: 'raynaud',
    label: 'Raynaud, cold urticaria or cryoglobulinaemia',
    icd10Prefixes: ['I73.0', 'L50.2', 'D89.1'],
    suggested: [{ code: 'I73.00', display: 'Raynaud syndrome without gangrene' }],
  },
  {
    key: 'peripheral-arterial',
    label: 'Peripheral arterial disease',
    icd10Prefixes: [
      'I70.2',
      'I70.3',
      'I70.4',
      'I70.5',
      'I70.6',
      'I70.7',
      'I70.92',
      'I73.1',
      'I73.9',
      ...anyDiabetes('.5'),
    ],
    suggested: [{ code: 'I73.9', display: 'Peripheral vascular disease' }],
  },
  {
    key: 'rheumatoid-arthritis',
    label: 'Rheumatoid arthritis',
    icd10Prefixes: ['M05', 'M06', 'M08'],
    suggested: [{ code: 'M06.9', display: 'Rheumatoid arthritis' }],
  },
  {
    key: 'down-syndrome',
    label: 'Down syndrome',
    icd10Prefixes: ['Q90'],
    suggested: [{ code: 'Q90.9', display: 'Down syndrome' }],
  },
  {
    key: 'skin-infection',
    label: 'Skin infection, open wound or fever',
    icd10Prefixes: [
      ...['L00', 'L01', 'L02', 'L03', 'L04', 'L08', 'L89', 'L97', 'L98.4', 'A46', 'R50', 'T81.3', 'T81.4'],
      ...['S01', 'S11', 'S21', 'S31', 'S41', 'S51', 'S61', 'S71', 'S81', 'S91'],
    ],
    suggested: [
      { code: 'L03.90', display: 'Cellulitis' },
      { code: 'R50.9', display: 'Fever' },
    ],
  },
  {
    key: 'open-growth-plates',
    label: 'Open growth plates',
    icd10Prefixes: [
      'M91',
      'M92',
      'M93.0',
      'S49.0',
      'S49.1',
      'S59.0',
      'S59.1',
      'S59.2',
      'S79.0',
      'S79.1',
      'S89.0',
      'S89.1',
    ],
  },
  {
    key: 'cognitive-impairment',
    label: 'Cognitive impairment, cannot report sensation',
    icd10Prefixes: [
      'F01',
      'F02',
      'F03',
      'F04',
      'F7',
      'G30',
      'G31.0',
      'G31.83',
      'G31.84',
      'I69.01',
      'I69.11',
      'I69.21',
      'I69.31',
      'I69.91',
      'R20.0',
    ],
    suggested: [
      { code: 'G31.84', display: 'Mild cognitive impairment' },
      { code: 'F03.90', display: 'Dementia' },
    ],
  },
];
