import { EXAM_TEMPLATES } from './exam-templates.ts';
import { EXAM_REGIONS } from './exam-region.ts';
import type { Finding } from './findings.ts';

/**
 * Words offered while findings are typed: those of the sheets, so that a row that is typed is the same as a row of a sheet, and what
 * is asked without one. Suggestions only: anything else may be written.
 */
const SUBJECTS: readonly Finding[] = EXAM_REGIONS.flatMap((region) =>
  EXAM_TEMPLATES[region].map(({ subject }) => subject),
);

const words = (of: (subject: Finding) => string | undefined, further: readonly string[] = []): string[] => [
  ...new Set([...SUBJECTS.flatMap((subject) => of(subject) ?? []), ...further]),
];

export const JOINTS = words((one) => (one.kind === 'rom' ? one.joint : undefined));

export const JOINT_MOVEMENTS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  JOINTS.map((joint) => [
    joint,
    words((one) => (one.kind === 'rom' && one.joint === joint ? one.movement : undefined)),
  ]),
);

export const MUSCLE_GROUPS = words(
  (one) => (one.kind === 'strength' ? one.muscleGroup : undefined),
  ['Grip'],
);

export const REFLEXES = words(
  (one) => (one.kind === 'reflex' ? one.reflex : undefined),
  ['Hoffmann', 'Plantar (Babinski)'],
);

export const SENSATION_AREAS = words(
  (one) => (one.kind === 'sensation' ? one.area : undefined),
  ['Feet, stocking'],
);

export const SENSATION_MODALITIES: readonly string[] = [
  'light touch',
  'pinprick',
  'vibration',
  'position',
  'monofilament 10 g',
];

export const SPECIAL_TESTS = words(
  (one) => (one.kind === 'special-test' ? one.test : undefined),
  ['Romberg'],
);

export const BALANCE_TESTS = words(
  (one) => (one.kind === 'balance' ? one.test : undefined),
  ['Functional reach'],
);

export const MEASUREMENTS = words(
  (one) => (one.kind === 'measurement' ? one.subject : undefined),
  ['Calf girth'],
);

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
