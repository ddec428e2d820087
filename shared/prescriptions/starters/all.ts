import { LOWER_LIMB } from './lower-limb.ts';
import { NEURO } from './neuro.ts';
import { SPINE } from './spine.ts';
import type { StarterTemplate } from './starter.ts';
import { UPPER_LIMB } from './upper-limb.ts';

/** The shipped starting points, by region. A clinic takes them over, changes or retires them. */
export const STARTERS: readonly StarterTemplate[] = [...SPINE, ...LOWER_LIMB, ...UPPER_LIMB, ...NEURO];
