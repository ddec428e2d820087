import type { ExamRegion } from './exam-region.ts';
import { emptyFinding, type Finding, type MEASUREMENT_UNITS } from './findings.ts';

/** A row of the sheet: what is examined, and whether there are two sides to compare. */
export interface SheetRow {
  /** Nothing is filled in but what it is about. */
  subject: Finding;
  sided: boolean;
  /** The answer of a test that means that nothing is wrong; nothing when neither answer does. Negative unless told. */
  normal?: 'positive' | null;
}

const rom = (joint: string, movements: readonly string[], sided = true): SheetRow[] =>
  movements.map((movement) => ({
    subject: { ...emptyFinding('rom'), kind: 'rom', joint, movement, mode: 'active', degrees: null },
    sided,
  }));

const strength = (...groups: string[]): SheetRow[] =>
  groups.map((muscleGroup) => ({
    subject: { ...emptyFinding('strength'), kind: 'strength', muscleGroup, grade: null },
    sided: true,
  }));

const reflexes = (...names: string[]): SheetRow[] =>
  names.map((reflex) => ({
    subject: { ...emptyFinding('reflex'), kind: 'reflex', reflex, grade: null },
    sided: true,
  }));

const sensation = (areas: readonly string[], modality = 'light touch'): SheetRow[] =>
  areas.map((area) => ({
    subject: { ...emptyFinding('sensation'), kind: 'sensation', area, modality, result: null },
    sided: true,
  }));

const tests = (names: readonly string[], sided = true): SheetRow[] =>
  names.map((test) => ({
    subject: { ...emptyFinding('special-test'), kind: 'special-test', test, result: null },
    sided,
  }));

/** Tests whose positive answer is the normal one: what ought to happen does. */
const abilities = (names: readonly string[], sided = false): SheetRow[] =>
  tests(names, sided).map((row) => ({ ...row, normal: 'positive' }));

/** Tests that tell one kind of trouble from another: neither answer is normal, so neither is ever filled in. */
const distinguishing = (names: readonly string[], sided = false): SheetRow[] =>
  tests(names, sided).map((row) => ({ ...row, normal: null }));

const balance = (names: readonly string[], sided: boolean): SheetRow[] =>
  names.map((test) => ({
    subject: { ...emptyFinding('balance'), kind: 'balance', test, seconds: null, observation: '' },
    sided,
  }));

const measured = (
  unit: (typeof MEASUREMENT_UNITS)[number],
  names: readonly string[],
  sided = true,
): SheetRow[] =>
  names.map((subject) => ({
    subject: { ...emptyFinding('measurement'), kind: 'measurement', subject, unit, value: null },
    sided,
  }));

/** What is usually looked at in a region. Nothing of it is recorded until a value is entered. */
export const EXAM_TEMPLATES: Record<ExamRegion, readonly SheetRow[]> = {
  neck: [
    ...rom('Cervical', ['flexion', 'extension'], false),
    ...rom('Cervical', ['rotation', 'side flexion']),
    ...strength('Deep neck flexors', 'Scapular retractors'),
    ...tests(['Spurling', 'Upper limb tension test']),
    ...tests(['Lhermitte'], false),
    ...distinguishing(['Cervical distraction relieves']),
  ],
  'low-back': [
    ...rom('Lumbar', ['flexion', 'extension'], false),
    ...rom('Lumbar', ['side flexion', 'rotation']),
    ...strength('Hip abductors (L5)', 'Hip extensors (S1)'),
    ...tests([
      'Straight leg raise',
      'Crossed straight leg raise',
      'Slump',
      'Femoral nerve stretch',
      'FABER',
      'Thigh thrust',
    ]),
    ...tests(['Prone instability'], false),
    ...distinguishing(['Repeated extension centralizes']),
  ],
  shoulder: [
    ...rom('Shoulder', ['flexion', 'extension', 'abduction', 'external rotation', 'internal rotation']),
    ...strength(
      'Shoulder abductors (C5)',
      'Shoulder external rotators',
      'Shoulder internal rotators',
      'Scapular retractors',
    ),
    ...tests([
      'Neer',
      'Hawkins-Kennedy',
      'Empty can',
      'External rotation lag',
      'Drop arm',
      'Speed',
      'Apprehension (shoulder)',
      'Cross-body adduction',
    ]),
  ],
  elbow: [
    ...rom('Elbow', ['flexion', 'extension']),
    ...rom('Forearm', ['supination', 'pronation']),
    ...strength('Elbow flexors (C5-C6)', 'Elbow extensors (C7)', 'Wrist extensors (C6)'),
    ...tests(['Cozen', 'Golfer elbow test', 'Tinel at the elbow', 'Valgus stress (elbow)']),
    ...measured('kg', ['Grip strength']),
  ],
  'wrist-hand': [
    ...rom('Wrist', ['flexion', 'extension', 'radial deviation', 'ulnar deviation']),
    ...rom('Thumb', ['MCP flexion', 'IP flexion']),
    ...rom('Finger', ['MCP flexion', 'PIP flexion', 'DIP flexion']),
    ...strength('Finger flexors (C8)', 'Finger abductors (T1)', 'Thumb abductor'),
    ...sensation(['Median nerve', 'Ulnar nerve', 'Radial nerve']),
    ...tests(['Phalen', 'Tinel at the wrist', 'Finkelstein', 'Thumb grind', 'Froment', 'Watson']),
    ...measured('kg', ['Grip strength', 'Key pinch', 'Tip pinch', 'Three-point pinch']),
    ...measured('cm', ['Fingertip to palm distance']),
    ...measured('mm', ['Two-point discrimination']),
  ],
  hip: [
    ...rom('Hip', [
      'flexion',
      'extension',
      'abduction',
      'adduction',
      'external rotation',
      'internal rotation',
    ]),
    ...strength(
      'Hip flexors (L2)',
      'Hip extensors (S1)',
      'Hip abductors (L5)',
      'Hip adductors',
      'Hip external rotators',
    ),
    ...tests(['Trendelenburg', 'FADIR', 'FABER', 'Thomas', 'Ober', 'Log roll']),
    ...measured('cm', ['Leg length']),
  ],
  knee: [
    ...rom('Knee', ['flexion', 'extension']),
    ...strength('Knee extensors (L3-L4)', 'Knee flexors (L5-S1)', 'Hip abductors (L5)'),
    ...tests([
      'Lachman',
      'Anterior drawer (knee)',
      'Posterior drawer',
      'Valgus stress',
      'Varus stress',
      'McMurray',
      'Patellar grind',
      'Patellar apprehension',
      'Effusion',
    ]),
    ...measured('cm', ['Thigh girth, 10 cm above the patella']),
  ],
  'ankle-foot': [
    ...rom('Ankle', ['dorsiflexion', 'plantar flexion', 'inversion', 'eversion']),
    ...rom('Great toe', ['extension', 'flexion']),
    ...strength('Ankle dorsiflexors (L4)', 'Ankle plantar flexors (S1)', 'Ankle evertors', 'Ankle invertors'),
    ...tests(['Anterior drawer (ankle)', 'Talar tilt', 'Squeeze (syndesmosis)', 'Thompson', 'Windlass']),
    ...measured('times', ['Single heel raises']),
    ...balance(['Single-leg stance, eyes open'], true),
  ],
  'nerves-arm': [
    ...strength(
      'Shoulder abductors (C5)',
      'Elbow flexors (C5-C6)',
      'Wrist extensors (C6)',
      'Elbow extensors (C7)',
      'Finger flexors (C8)',
      'Finger abductors (T1)',
    ),
    ...reflexes('Biceps (C5-C6)', 'Brachioradialis (C6)', 'Triceps (C7)'),
    ...sensation(['C4', 'C5', 'C6', 'C7', 'C8', 'T1', 'T2']),
    ...tests(['Hoffmann', 'Clonus (wrist)']),
  ],
  'nerves-leg': [
    ...strength(
      'Hip flexors (L2)',
      'Knee extensors (L3-L4)',
      'Ankle dorsiflexors (L4)',
      'Great toe extensors (L5)',
      'Ankle plantar flexors (S1)',
      'Knee flexors (L5-S1)',
    ),
    ...reflexes('Patellar (L3-L4)', 'Achilles (S1)'),
    ...sensation(['L1', 'L2', 'L3', 'L4', 'L5', 'S1', 'S2', 'Saddle (S3-S5)']),
    ...tests(['Plantar (Babinski)', 'Clonus (ankle)']),
  ],
  'gait-balance': [
    ...tests([
      'Antalgic gait',
      'Trendelenburg gait',
      'Foot drop gait',
      'Circumduction',
      'Knee hyperextension in stance',
      'Short step',
    ]),
    ...tests(['Wide base', 'Shuffling, freezing', 'Ataxic gait'], false),
    ...balance(['Feet together, eyes open', 'Romberg, eyes closed', 'Tandem stance'], false),
    ...balance(['Single-leg stance, eyes open', 'Single-leg stance, eyes closed'], true),
    ...measured('cm', ['Functional reach'], false),
  ],
  'pelvic-floor': [
    ...measured('of 5', ['Pelvic floor power (modified Oxford)']),
    ...measured('s', ['Pelvic floor endurance'], false),
    ...measured('times', ['Pelvic floor repetitions', 'Pelvic floor fast contractions'], false),
    ...tests(['Tenderness, levator ani', 'Tenderness, obturator internus']),
    ...tests(
      [
        'Raised resting tone',
        'Leak with cough',
        'Descent on straining',
        'Abdominal separation above 2 fingers',
      ],
      false,
    ),
    ...abilities(['Full relaxation after contraction', 'Contraction before a cough']),
    ...sensation(['Saddle (S3-S5)']),
  ],
};
