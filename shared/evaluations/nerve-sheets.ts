import type { ExamRegion } from './exam-region.ts';
import { reflexes, sensation, type SheetRow, strength, tests } from './sheet-rows.ts';

type Nerves = Extract<ExamRegion, 'nerves-arm' | 'nerves-trunk' | 'nerves-leg'>;

/**
 * Roots by what they move, answer and feel. Every dermatome from C2 to the saddle has a place, one at most in two sheets that border
 * on each other; levels of the trunk from general knowledge [M].
 */
export const NERVE_SHEETS: Record<Nerves, readonly SheetRow[]> = {
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
    ...sensation(['C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'T1', 'T2']),
    ...tests(['Hoffmann', 'Clonus (wrist)']),
  ],
  'nerves-trunk': [
    ...reflexes('Abdominal, upper (T8-T10)', 'Abdominal, lower (T10-T12)'),
    ...sensation(['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9', 'T10', 'T11', 'T12', 'L1']),
    ...tests(['Beevor'], false),
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
};
