/** Words offered while findings are typed. Suggestions only: anything else may be written. */
export const JOINT_MOVEMENTS: Readonly<Record<string, readonly string[]>> = {
  Cervical: ['flexion', 'extension', 'rotation', 'side flexion'],
  Lumbar: ['flexion', 'extension', 'rotation', 'side flexion'],
  Shoulder: ['flexion', 'extension', 'abduction', 'external rotation', 'internal rotation'],
  Elbow: ['flexion', 'extension'],
  Forearm: ['supination', 'pronation'],
  Wrist: ['flexion', 'extension', 'radial deviation', 'ulnar deviation'],
  Hip: ['flexion', 'extension', 'abduction', 'adduction', 'external rotation', 'internal rotation'],
  Knee: ['flexion', 'extension'],
  Ankle: ['dorsiflexion', 'plantar flexion', 'inversion', 'eversion'],
  'Great toe': ['extension', 'flexion'],
};

export const JOINTS: readonly string[] = Object.keys(JOINT_MOVEMENTS);

export const MUSCLE_GROUPS: readonly string[] = [
  'Shoulder abductors (C5)',
  'Shoulder external rotators',
  'Shoulder internal rotators',
  'Elbow flexors (C5-C6)',
  'Elbow extensors (C7)',
  'Wrist extensors (C6)',
  'Finger flexors (C8)',
  'Finger abductors (T1)',
  'Grip',
  'Trunk flexors',
  'Hip flexors (L2)',
  'Hip extensors (S1)',
  'Hip abductors (L5)',
  'Knee extensors (L3-L4)',
  'Knee flexors (L5-S1)',
  'Ankle dorsiflexors (L4)',
  'Great toe extensors (L5)',
  'Ankle plantar flexors (S1)',
];

export const REFLEXES: readonly string[] = [
  'Biceps (C5-C6)',
  'Brachioradialis (C6)',
  'Triceps (C7)',
  'Patellar (L3-L4)',
  'Achilles (S1)',
  'Hoffmann',
  'Plantar (Babinski)',
];

export const SENSATION_AREAS: readonly string[] = [
  'C5',
  'C6',
  'C7',
  'C8',
  'T1',
  'L2',
  'L3',
  'L4',
  'L5',
  'S1',
  'Saddle (S2-S5)',
  'Median nerve',
  'Ulnar nerve',
  'Feet, stocking',
];

export const SENSATION_MODALITIES: readonly string[] = [
  'light touch',
  'pinprick',
  'vibration',
  'position',
  'monofilament 10 g',
];

export const SPECIAL_TESTS: readonly string[] = [
  'Spurling',
  'Upper limb tension test',
  'Straight leg raise',
  'Crossed straight leg raise',
  'Slump',
  'Femoral nerve stretch',
  'FABER',
  'FADIR',
  'Trendelenburg',
  'Neer',
  'Hawkins-Kennedy',
  'Empty can',
  'External rotation lag',
  'Speed',
  'Apprehension (shoulder)',
  'Cozen',
  'Phalen',
  'Tinel at the wrist',
  'Finkelstein',
  'Lachman',
  'Anterior drawer (knee)',
  'Posterior drawer',
  'Valgus stress',
  'Varus stress',
  'McMurray',
  'Patellar grind',
  'Anterior drawer (ankle)',
  'Thompson',
  'Romberg',
];

export const BALANCE_TESTS: readonly string[] = [
  'Single-leg stance, eyes open',
  'Single-leg stance, eyes closed',
  'Tandem stance',
  'Romberg, eyes closed',
  'Functional reach',
];

export const MEASUREMENTS: readonly string[] = [
  'Grip strength',
  'Key pinch',
  'Tip pinch',
  'Thigh girth, 10 cm above the patella',
  'Calf girth',
  'Leg length',
  'Pelvic floor endurance',
];

export const WALKING_AIDS: readonly string[] = [
  'no aid',
  'one cane',
  'two canes',
  'forearm crutches',
  'axillary crutches',
  'walker',
  'wheeled walker',
  'ankle-foot orthosis',
];
