import { ALLOWED, refuse, type Permission, type StaffRole } from '#shared/platform/actor.ts';

interface Who {
  role: StaffRole;
}

const physiatristOnly = ({ role }: Who, sentence: string): Permission =>
  role === 'physiatrist' ? ALLOWED : refuse('physiatrist-only', sentence);

/** Tests are ordered by the physiatrist; the therapist asks for one in a change request (rules.md section 3). */
export const canOrder = (who: Who): Permission =>
  physiatristOnly(who, 'Only a physiatrist orders tests. Ask for one in a change request.');

/** Reading a result is a diagnosis. */
export const canAcknowledge = (who: Who): Permission =>
  physiatristOnly(who, 'Only a physiatrist reads and acknowledges a result.');

export const canPerform = (who: Who): Permission =>
  physiatristOnly(who, 'Only a physiatrist performs injections and nerve blocks.');

/** Rest after an injection is the physiatrist's precaution: the therapist may tighten it by not treating, never loosen it. */
export const canChangeRest = (who: Who): Permission =>
  physiatristOnly(who, 'Only a physiatrist changes what therapy leaves out after a procedure.');

export const canRefer = (who: Who): Permission =>
  physiatristOnly(who, 'Only a physiatrist refers to a specialist. Ask for it in a change request.');

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
