import { ALLOWED, refuse, type Permission, type StaffRole } from '#shared/platform/actor.ts';

interface Who {
  role: StaffRole;
}

const physiatristOnly = ({ role }: Who, sentence: string): Permission =>
  role === 'physiatrist' ? ALLOWED : refuse('physiatrist-only', sentence);

/** Tests are ordered by the physiatrist; the therapist recommends one (rules.md section 3). */
export const canOrder = (who: Who): Permission =>
  physiatristOnly(who, 'Only a physiatrist orders tests. A therapist recommends one.');

/** Reading a result is a diagnosis. */
export const canAcknowledge = (who: Who): Permission =>
  physiatristOnly(who, 'Only a physiatrist reads and acknowledges a result.');

export const canPerform = (who: Who): Permission =>
  physiatristOnly(
    who,
    'Only a physiatrist performs injections, blocks, botulinum toxin and spinal procedures.',
  );

/** Rest after an injection is the physiatrist's precaution: the therapist may tighten it by not treating, never loosen it. */
export const canChangeRest = (who: Who): Permission =>
  physiatristOnly(who, 'Only a physiatrist changes what therapy leaves out after a procedure.');

export const canRefer = (who: Who): Permission =>
  physiatristOnly(who, 'Only a physiatrist refers to a specialist. A therapist recommends it.');

export const RECOMMENDATION_REFUSALS = {
  physiatrist: 'You order tests and refer yourself; there is nobody to recommend it to.',
  'physical-therapist-assistant':
    'An assistant does not recommend tests or referrals. Tell the physical therapist of the care team.',
  administrator: 'Administrators see no clinical text; the care team recommends.',
} as const;

/** A therapist recommends imaging, nerve tests and referrals, and never orders them (rules.md section 3). */
export function canRecommend({ role }: Who): Permission {
  return role === 'physiatrist' || role === 'physical-therapist-assistant' || role === 'administrator'
    ? refuse('therapist-only', RECOMMENDATION_REFUSALS[role])
    : ALLOWED;
}

/** A report that has arrived is typed in by anybody on the team; it is read by the physiatrist. */
export const canEnterReport = ({ role }: Who): Permission =>
  role === 'administrator'
    ? refuse('not-clinical', 'Administrators see no clinical text; the care team enters reports.')
    : ALLOWED;

/** A signed letter is sent by anybody on the team; what it says is the physiatrist's. */
export const canSendLetter = ({ role }: Who): Permission =>
  role === 'administrator'
    ? refuse('not-clinical', 'Administrators see no clinical text; the care team sends letters.')
    : ALLOWED;
