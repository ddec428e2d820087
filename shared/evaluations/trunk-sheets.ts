import type { ExamRegion } from './exam-region.ts';
import {
  distinguishing,
  measured,
  rom,
  sensation,
  type SheetRow,
  strength,
  tests,
  unsided,
} from './sheet-rows.ts';

type Trunk = Extract<ExamRegion, 'head-jaw' | 'upper-back' | 'chest-abdomen' | 'sacroiliac'>;

/** Head and trunk: what is usually looked at there, from general knowledge [M]. */
export const TRUNK_SHEETS: Record<Trunk, readonly SheetRow[]> = {
  'head-jaw': [
    ...strength('Facial muscles (VII)', 'Jaw closers (V)'),
    ...sensation(['V1 (forehead)', 'V2 (cheek)', 'V3 (jaw)', 'C2', 'C3']),
    ...tests([
      'Tenderness, temporomandibular joint',
      'Tenderness, masseter',
      'Tenderness, temporalis',
      'Click or crepitus of the jaw',
      'Flexion-rotation test (C1-C2)',
      'Head impulse test',
      'Dix-Hallpike',
      'Supine roll test',
    ]),
    ...tests(
      ['Jaw deviates on opening', 'Spontaneous nystagmus', 'Smooth pursuit broken', 'Saccades off target'],
      false,
    ),
    ...measured('mm', ['Jaw opening', 'Jaw protrusion'], false),
    ...measured('mm', ['Jaw lateral movement']),
    ...measured('cm', ['Near point of convergence'], false),
  ],
  'upper-back': [
    ...rom('Thoracic', ['flexion', 'extension'], false),
    ...rom('Thoracic', ['side flexion', 'rotation']),
    ...strength('Scapular retractors', 'Lower trapezius'),
    ...tests(['Rib springing', 'Slump', 'Adams forward bend']),
    ...tests(['Thoracic springing', 'Percussion pain over the spine'], false),
    ...measured('cm', ['Chest expansion', 'Occiput to wall distance'], false),
  ],
  'chest-abdomen': [
    ...unsided(strength('Trunk flexors', 'Trunk extensors')),
    ...strength('Trunk rotators'),
    ...tests([
      'Tenderness, costochondral joints',
      'Rib springing',
      'Hooking manoeuvre',
      'Bulge of the groin on straining',
    ]),
    ...tests(
      ['Sternal compression', 'Bulge of the midline on straining', 'Abdominal separation above 2 fingers'],
      false,
    ),
    ...distinguishing(['Carnett (wall, not organ)']),
    ...measured('cm', ['Chest expansion'], false),
  ],
  sacroiliac: [
    ...strength('Hip abductors (L5)', 'Hip adductors', 'Hip extensors (S1)'),
    ...tests([
      'Thigh thrust',
      'Gaenslen',
      'FABER',
      'Active straight leg raise',
      'Tenderness, long dorsal ligament',
    ]),
    ...tests(
      [
        'Sacroiliac distraction',
        'Sacroiliac compression',
        'Sacral thrust',
        'Tenderness, pubic symphysis',
        'Tenderness, coccyx',
      ],
      false,
    ),
    ...measured('cm', ['Leg length']),
  ],
};
