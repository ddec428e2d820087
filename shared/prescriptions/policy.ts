import { ALLOWED, refuse, type Permission, type StaffRole } from '#shared/platform/actor.ts';
import { assistantMayNot, isAssistant } from '#shared/platform/assistant.ts';

interface Who {
  role: StaffRole;
  staffMemberId: string;
}

/** Roles that treat within the prescription, read each version and ask for changes. */
export const THERAPIST_ROLES = ['physical-therapist', 'occupational-therapist', 'speech-therapist'] as const;

/** Roles that treat: therapists, and assistants under a therapist's co-signature (rules.md 1.3 and 3). */
export const TREATING_ROLES = [...THERAPIST_ROLES, 'physical-therapist-assistant'] as const;

export const isTreating = (role: StaffRole): boolean =>
  (TREATING_ROLES as readonly StaffRole[]).includes(role);

export const isTherapist = (role: StaffRole): boolean =>
  (THERAPIST_ROLES as readonly StaffRole[]).includes(role);

/** Writing, signing, changing and stopping therapy is the physiatrist's (rules.md section 3). */
export const canPrescribe = (who: Pick<Who, 'role'>): Permission =>
  who.role === 'physiatrist'
    ? ALLOWED
    : refuse('physiatrist-only', 'Only a physiatrist writes and signs the prescription. Ask for a change.');

interface EpisodeState {
  status: 'open' | 'closed';
  consultSigned: boolean;
}

/** Whether a draft may be begun and signed now: an open episode with a signed consult. */
export function canBeginDraft(who: Pick<Who, 'role'>, episode: EpisodeState): Permission {
  const permission = canPrescribe(who);
  if (!permission.allowed) return permission;
  if (episode.status === 'closed') {
    return refuse('episode-closed', 'The episode of care is closed: nothing can be prescribed in it.');
  }
  return episode.consultSigned
    ? ALLOWED
    : refuse('no-consult', 'Sign the consult first: a prescription follows from a signed evaluation.');
}

/** A therapist proposes; a physiatrist writes the next version instead (rules.md section 3). */
export function canAskForChange(who: Pick<Who, 'role'>, state: { inForce: boolean }): Permission {
  if (isAssistant(who.role)) return assistantMayNot('askForChange');
  if (!isTherapist(who.role)) {
    return refuse(
      'therapist-only',
      'A physiatrist changes the prescription directly: write the next version.',
    );
  }
  return state.inForce
    ? ALLOWED
    : refuse('not-in-force', 'There is no prescription in force that could be changed.');
}

interface Request {
  status: string;
  requestedById: string;
}

/** Deciding on a request is the physiatrist's, once. */
export function canDecide(who: Pick<Who, 'role'>, request: Pick<Request, 'status'>): Permission {
  const permission = canPrescribe(who);
  if (!permission.allowed) return permission;
  return request.status === 'open' ? ALLOWED : refuse('decided', 'This request has already been decided.');
}

/** Whoever asked may take the request back while it waits. */
export function canWithdraw(who: Who, request: Request): Permission {
  if (request.requestedById !== who.staffMemberId) {
    return refuse('not-yours', 'Only the therapist who asked can take the request back.');
  }
  return request.status === 'open' ? ALLOWED : refuse('decided', 'This request has already been decided.');
}

/** Marking a version as read is for those who treat by it. */
export const canAcknowledge = (who: Pick<Who, 'role'>): Permission =>
  isTreating(who.role)
    ? ALLOWED
    : refuse('therapist-only', 'Only therapists mark a prescription as read: they treat by it.');

/** Starting points of prescriptions are kept by those who prescribe. */
export const canKeepTemplates = (who: Pick<Who, 'role'>): Permission =>
  who.role === 'physiatrist'
    ? ALLOWED
    : refuse('physiatrist-only', 'Templates of prescriptions are kept by the physiatrists of the clinic.');
