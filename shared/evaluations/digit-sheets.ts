import { type Digit, FINGERS } from './digits.ts';
import { digitsFor, withDigit } from './findings.ts';
import { measured, rom, type SheetRow, strength, tests } from './sheet-rows.ts';

/** The rows that exist on a digit, said of that digit. */
const onDigit = (digit: Digit, rows: readonly SheetRow[]): SheetRow[] =>
  rows
    .filter(({ subject }) => digitsFor(subject).includes(digit))
    .map((row) => ({ ...row, subject: withDigit(row.subject, digit) }));

const FINGER_JOINTS = rom('Finger', [
  'MCP flexion',
  'MCP extension',
  'PIP flexion',
  'PIP extension',
  'DIP flexion',
  'DIP extension',
]);
const THUMB_JOINTS = rom('Thumb', [
  'CMC abduction',
  'CMC extension',
  'MCP flexion',
  'MCP extension',
  'IP flexion',
  'IP extension',
]);

/** Tendons one by one, stability, sensibility of the pulp: what a hand therapist looks at on each digit [M]. */
const OF_A_FINGER = [
  ...strength('Deep flexor (FDP)', 'Superficial flexor (FDS)', 'Extensor of the digit'),
  ...tests(['Triggering', 'Collateral ligament stress (digit)']),
  ...measured('cm', ['Fingertip to palm distance']),
  ...measured('mm', ['Two-point discrimination']),
];

const GREAT_TOE_JOINTS = rom('Great toe', ['extension', 'flexion', 'IP flexion']);
const TOE_JOINTS = rom('Toe', ['MTP extension', 'MTP flexion', 'PIP flexion', 'DIP flexion']);
const OF_A_TOE = tests(['Toe deformity', 'Nail or skin lesion']);

const sheetOf = (digit: Digit): SheetRow[] => {
  if (digit === 'thumb') {
    const flexor = strength('Long flexor of the thumb (FPL)');
    return [...THUMB_JOINTS, ...flexor, ...onDigit(digit, OF_A_FINGER)];
  }
  if (digit === 'great-toe') return [...GREAT_TOE_JOINTS, ...onDigit(digit, OF_A_TOE)];
  return FINGERS.some((one) => one === digit)
    ? onDigit(digit, [...FINGER_JOINTS, ...OF_A_FINGER])
    : onDigit(digit, [...TOE_JOINTS, ...OF_A_TOE]);
};

/** A sheet for each finger and each toe, opened from the sheet of the hand or the foot. */
export const DIGIT_SHEETS: Record<Digit, readonly SheetRow[]> = {
  thumb: sheetOf('thumb'),
  'index-finger': sheetOf('index-finger'),
  'middle-finger': sheetOf('middle-finger'),
  'ring-finger': sheetOf('ring-finger'),
  'little-finger': sheetOf('little-finger'),
  'great-toe': sheetOf('great-toe'),
  'second-toe': sheetOf('second-toe'),
  'third-toe': sheetOf('third-toe'),
  'fourth-toe': sheetOf('fourth-toe'),
  'fifth-toe': sheetOf('fifth-toe'),
};
