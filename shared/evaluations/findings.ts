import { z } from 'zod';
import { Side } from '#shared/patients/model.ts';
import { text } from '#shared/platform/endpoint.ts';
import { Digit, digitOn, digitsOf, digitWords } from './digits.ts';
import { StrengthGrade } from './strength-grade.ts';

export const FINDING_KINDS = [
  'rom',
  'strength',
  'reflex',
  'sensation',
  'special-test',
  'gait',
  'balance',
  'measurement',
  'free',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export const FINDING_KIND_LABEL: Record<FindingKind, string> = {
  rom: 'Range of motion',
  strength: 'Strength',
  reflex: 'Reflexes',
  sensation: 'Sensation',
  'special-test': 'Special tests',
  gait: 'Gait',
  balance: 'Balance',
  measurement: 'Measurements',
  free: 'Other findings',
};

export const REFLEX_GRADES = ['0', '1+', '2+', '3+', '4+'] as const;
export const SENSATION_RESULTS = ['normal', 'reduced', 'absent', 'increased'] as const;
export const TEST_RESULTS = ['positive', 'negative', 'unclear'] as const;
export const ROM_MODES = ['active', 'passive'] as const;

const DEGREES = { error: 'Degrees run from -60 to 360.' };
const SECONDS = { error: 'Seconds run from 0 to 600.' };

const MEASURED = { error: 'A measurement runs from 0 to 500.' };

/** Units of what is measured with an instrument or counted: grip, pinch, girth, endurance. */
export const MEASUREMENT_UNITS = ['kg', 'cm', 'mm', 's', 'times', 'of 5', 'of 10'] as const;

const common = {
  side: Side.nullable(),
  note: text(300),
  /** Copied from the previous evaluation and not yet looked at again. */
  carried: z.boolean(),
};

/** On which finger or toe; not said by what was signed before it was asked, and by what has no digit. */
const onDigit = { digit: Digit.optional() };

/** One finding of the examination. While it is a draft, a value may still be missing (`null`). */
export const Finding = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('rom'),
    joint: text(60),
    movement: text(60),
    mode: z.enum(ROM_MODES),
    degrees: z.number(DEGREES).int('Write whole degrees.').min(-60, DEGREES).max(360, DEGREES).nullable(),
    ...onDigit,
    ...common,
  }),
  z.object({
    kind: z.literal('strength'),
    muscleGroup: text(80),
    grade: StrengthGrade.nullable(),
    ...onDigit,
    ...common,
  }),
  z.object({
    kind: z.literal('reflex'),
    reflex: text(60),
    grade: z.enum(REFLEX_GRADES).nullable(),
    ...common,
  }),
  z.object({
    kind: z.literal('sensation'),
    area: text(80),
    modality: text(60),
    result: z.enum(SENSATION_RESULTS).nullable(),
    ...common,
  }),
  z.object({
    kind: z.literal('special-test'),
    test: text(80),
    result: z.enum(TEST_RESULTS).nullable(),
    ...onDigit,
    ...common,
  }),
  z.object({ kind: z.literal('gait'), observation: text(400), aid: text(80), ...common }),
  z.object({
    kind: z.literal('balance'),
    test: text(80),
    seconds: z.number(SECONDS).min(0, SECONDS).max(600, SECONDS).nullable(),
    observation: text(300),
    ...common,
  }),
  z.object({
    kind: z.literal('measurement'),
    subject: text(80),
    unit: z.enum(MEASUREMENT_UNITS),
    value: z.number(MEASURED).min(0, MEASURED).max(500, MEASURED).nullable(),
    ...onDigit,
    ...common,
  }),
  z.object({ kind: z.literal('free'), observation: text(1000), ...common }),
]);
export type Finding = z.infer<typeof Finding>;

const COMMON = { side: null, note: '', carried: false };

/** A row to start from. */
export function emptyFinding(kind: FindingKind): Finding {
  switch (kind) {
    case 'rom':
      return { kind, joint: '', movement: '', mode: 'active', degrees: null, ...COMMON };
    case 'strength':
      return { kind, muscleGroup: '', grade: null, ...COMMON };
    case 'reflex':
      return { kind, reflex: '', grade: null, ...COMMON };
    case 'sensation':
      return { kind, area: '', modality: 'light touch', result: null, ...COMMON };
    case 'special-test':
      return { kind, test: '', result: null, ...COMMON };
    case 'gait':
      return { kind, observation: '', aid: '', ...COMMON };
    case 'balance':
      return { kind, test: '', seconds: null, observation: '', ...COMMON };
    case 'measurement':
      return { kind, subject: '', unit: 'kg', value: null, ...COMMON };
    case 'free':
      return { kind, observation: '', ...COMMON };
    default:
      return kind satisfies never;
  }
}

/** The joint, muscle, test or measurement that can belong to one finger or toe. */
function namedOf(finding: Finding): string {
  switch (finding.kind) {
    case 'rom':
      return finding.joint;
    case 'strength':
      return finding.muscleGroup;
    case 'special-test':
      return finding.test;
    case 'measurement':
      return finding.subject;
    case 'reflex':
    case 'sensation':
    case 'gait':
    case 'balance':
    case 'free':
      return '';
    default:
      return finding satisfies never;
  }
}

/** The digits that a finding can be about; none for most. */
export const digitsFor = (finding: Finding): readonly Digit[] => digitsOf(namedOf(finding));

/** The finding on that finger or toe; on none when it cannot have one, as after its joint was changed. */
export function withDigit(finding: Finding, digit: Digit | undefined): Finding {
  switch (finding.kind) {
    case 'rom':
    case 'strength':
    case 'special-test':
    case 'measurement':
      return { ...finding, digit: digitOn(namedOf(finding), digit) };
    case 'reflex':
    case 'sensation':
    case 'gait':
    case 'balance':
    case 'free':
      return finding;
    default:
      return finding satisfies never;
  }
}

/** The digit that a finding says, and can have. */
export const digitOf = (finding: Finding): Digit | undefined =>
  'digit' in finding ? digitOn(namedOf(finding), finding.digit) : undefined;

const digitWordsOf = (finding: Finding): string | undefined => {
  const digit = digitOf(finding);
  return digit && digitWords(digit);
};

/** "Index finger" in place of "Finger". */
function jointWords(finding: Extract<Finding, { kind: 'rom' }>): string {
  const digit = digitWordsOf(finding);
  return digit === undefined ? finding.joint : `${digit.charAt(0).toUpperCase()}${digit.slice(1)}`;
}

/** What was looked at: the joint and movement, the muscle group, the test. */
export function findingSubject(finding: Finding): string {
  switch (finding.kind) {
    case 'rom':
      return [jointWords(finding), finding.movement].filter(Boolean).join(' ');
    case 'strength':
    case 'special-test':
    case 'measurement':
      return [namedOf(finding), digitWordsOf(finding)].filter(Boolean).join(', ');
    case 'reflex':
      return finding.reflex;
    case 'sensation':
      return [finding.area, finding.modality].filter(Boolean).join(', ');
    case 'balance':
      return finding.test;
    case 'gait':
      return finding.aid === '' ? 'Gait' : `Gait with ${finding.aid}`;
    case 'free':
      return '';
    default:
      return finding satisfies never;
  }
}

/** What was found, with its unit; empty while it is missing. */
export function findingValue(finding: Finding): string {
  switch (finding.kind) {
    case 'rom':
      return finding.degrees === null ? '' : `${finding.degrees}° ${finding.mode}`;
    case 'strength':
      return finding.grade === null ? '' : `${finding.grade} of 5`;
    case 'reflex':
      return finding.grade ?? '';
    case 'sensation':
    case 'special-test':
      return finding.result ?? '';
    case 'gait':
    case 'free':
      return finding.observation;
    case 'measurement':
      return finding.value === null ? '' : `${finding.value} ${finding.unit}`;
    case 'balance': {
      const seconds = finding.seconds === null ? '' : `${finding.seconds} s`;
      return [seconds, finding.observation].filter(Boolean).join(', ');
    }
    default:
      return finding satisfies never;
  }
}

/** A row that was opened and never filled in says nothing and is left out. */
export const isBlankFinding = (finding: Finding): boolean => {
  const subject = finding.kind === 'sensation' ? finding.area : findingSubject(finding);
  const named = finding.kind === 'gait' ? finding.aid : subject;
  return named === '' && findingValue(finding) === '' && finding.note === '';
};

/** What keeps a row from being signed, in words; nothing when it says what was looked at and what was found. */
export function findingGap(finding: Finding): string | undefined {
  if (isBlankFinding(finding)) return undefined;
  const subject = finding.kind === 'rom' && finding.movement === '' ? '' : findingSubject(finding);
  const kind = FINDING_KIND_LABEL[finding.kind];
  if (finding.kind !== 'free' && subject === '') return `${kind}: say what was examined.`;
  if (findingValue(finding) === '') {
    return finding.kind === 'free' ? `${kind}: write the finding.` : `${kind}: ${subject} has no result.`;
  }
  return undefined;
}

/** The finding in one line: "Knee flexion, right: 95° active (end-feel hard)". */
export function findingSentence(finding: Finding): string {
  const place = [findingSubject(finding), finding.side ?? ''].filter(Boolean).join(', ');
  const found = [place, findingValue(finding)].filter(Boolean).join(': ');
  return finding.note === '' ? found : `${found} (${finding.note})`;
}

/** "Index finger PIP flexion, left, active". */
export const placeWords = (finding: Finding): string =>
  [findingSubject(finding), finding.side ?? '', finding.kind === 'rom' ? finding.mode : '']
    .filter(Boolean)
    .join(', ');

/** Whether two findings are about the same thing on the same side; what was seen walking or written freely is never the same. */
export const isSamePlace = (a: Finding, b: Finding): boolean =>
  a === b ||
  (a.kind === b.kind &&
    a.kind !== 'gait' &&
    a.kind !== 'free' &&
    !isBlankFinding(a) &&
    placeWords(a).toLowerCase() === placeWords(b).toLowerCase());
