import { z } from 'zod';

export const FINGERS = ['thumb', 'index-finger', 'middle-finger', 'ring-finger', 'little-finger'] as const;
export const TOES = ['great-toe', 'second-toe', 'third-toe', 'fourth-toe', 'fifth-toe'] as const;

/** Which finger or toe. The thumb and the great toe name themselves as joints; the others are `Finger` and `Toe`. */
export const DIGITS = [...FINGERS, ...TOES] as const;
export const Digit = z.enum(DIGITS);
export type Digit = z.infer<typeof Digit>;

/** "index finger". */
export const digitWords = (digit: Digit): string => digit.replace('-', ' ');

/** What is said of one digit at a time, with the digits it exists on. */
const ON_DIGITS: Readonly<Record<string, readonly Digit[]>> = {
  finger: FINGERS.slice(1),
  toe: TOES.slice(1),
  'deep flexor (fdp)': FINGERS.slice(1),
  'superficial flexor (fds)': FINGERS.slice(1),
  'extensor of the digit': FINGERS,
  triggering: FINGERS,
  'collateral ligament stress (digit)': FINGERS,
  'nail or skin lesion': TOES,
  'toe deformity': TOES,
  'fingertip to palm distance': FINGERS.slice(1),
  'two-point discrimination': FINGERS,
};

/** The digits among which a joint, a muscle, a test or a measurement belongs to one; none for what has no digit. */
export const digitsOf = (named: string): readonly Digit[] => ON_DIGITS[named.trim().toLowerCase()] ?? [];

/** The digit that is said of something, when it can have one: a knee has none, whatever a row was before. */
export const digitOn = (named: string, digit: Digit | undefined): Digit | undefined =>
  digit !== undefined && digitsOf(named).includes(digit) ? digit : undefined;
