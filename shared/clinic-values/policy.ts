import { ALLOWED, refuse, type Permission, type StaffRole } from '#shared/platform/actor.ts';
import type { Keeper } from './model.ts';

interface Who {
  role: StaffRole;
}

/**
 * Who may set or confirm a value: as with the thresholds, the physiatrist or the administrator; what protects a patient within a
 * session (vital signs, red flags, precautions) is the physiatrist's alone (rules.md 3).
 */
export function canKeepValue(who: Who, { keeper }: { keeper: Keeper }): Permission {
  if (who.role === 'physiatrist') return ALLOWED;
  if (keeper === 'safety') return refuse('physiatrist-only', 'Safety values are set by a physiatrist alone.');
  return who.role === 'administrator'
    ? ALLOWED
    : refuse('physiatrist-only', 'A physiatrist or an administrator sets the values of the clinic.');
}
