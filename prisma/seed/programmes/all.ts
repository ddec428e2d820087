import type { Programme } from '../programme.ts';
import { FURTHER } from './further.ts';
import { LOWER_LIMB } from './lower-limb.ts';
import { NEURO } from './neuro.ts';
import { SPINE } from './spine.ts';
import { UPPER_LIMB } from './upper-limb.ts';

/** Every programme by its key. */
export const PROGRAMMES: ReadonlyMap<string, Programme> = new Map(
  [...SPINE, ...LOWER_LIMB, ...UPPER_LIMB, ...NEURO, ...FURTHER].map((programme) => [
    programme.key,
    programme,
  ]),
);

export function loadProgramme(key: string): Programme {
  const found = PROGRAMMES.get(key);
  if (!found) throw new Error(`no programme ${key}`);
  return found;
}
