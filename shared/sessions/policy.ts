import { ALLOWED, refuse, type Permission, type StaffRole } from '#shared/platform/actor.ts';
import { assistantMayNot, isAssistant } from '#shared/platform/assistant.ts';
import { isTherapist, isTreating } from '#shared/prescriptions/policy.ts';
import type { SessionStatus } from './model.ts';

interface Who {
  role: StaffRole;
  staffMemberId: string;
}

interface SessionState {
  status: SessionStatus;
  sessionDate: string;
}

const finished: Permission = refuse('signed', 'This session is signed; it no longer changes.');

/** Planning, arrival, absence: anybody clinical on the care team. What is signed stays. */
export function canSchedule(who: Who, session?: Pick<SessionState, 'status'>): Permission {
  if (who.role === 'administrator')
    return refuse('not-clinical', 'Sessions are kept by the care team; administrators see teams and intake.');
  return session?.status === 'completed' ? finished : ALLOWED;
}

/** The treatment note is the therapist's (rules.md 3): a physiatrist reads it. */
export function canWriteNote(who: Who, session: Pick<SessionState, 'status'>): Permission {
  if (!isTreating(who.role))
    return refuse('therapist-only', 'Only a therapist of the care team writes the treatment note.');
  if (session.status === 'completed') return finished;
  return session.status === 'planned' || session.status === 'arrived'
    ? ALLOWED
    : refuse('not-held', `This session is ${session.status}. Re-open it first.`);
}

/** A note is signed on its day or later, never before. */
export function canSign(who: Who, session: SessionState, today: string): Permission {
  const writing = canWriteNote(who, session);
  if (!writing.allowed) return writing;
  return session.sessionDate > today
    ? refuse('in-the-future', 'The session is planned for a later day; it is signed when it has taken place.')
    : ALLOWED;
}

/** Taking back an arrival, an absence or a cancellation, while nothing is signed. */
export function canReopen(who: Who, session: Pick<SessionState, 'status'>): Permission {
  const scheduling = canSchedule(who, session);
  if (!scheduling.allowed) return scheduling;
  return session.status === 'planned' ? refuse('nothing-to-undo', 'The session is open already.') : ALLOWED;
}

/** Anybody of the care team raises a red flag: safety never waits for a role. */
export const canRaiseRedFlag = (who: Who): Permission =>
  who.role === 'administrator'
    ? refuse(
        'not-clinical',
        'A danger sign that a patient tells is reported on their chart; the care team raises red flags.',
      )
    : ALLOWED;

/** The office passes on what a patient tells it (rules.md 3); whoever may examine raises the flag with what was found. */
export const canReportDangerSign = (who: Who): Permission =>
  who.role === 'administrator'
    ? ALLOWED
    : refuse('raise-it', 'Raise the red flag itself, with what you found.');

/** Only a physiatrist acknowledges and closes a safety hold (rules.md 3 and 5). */
export const canCloseHold = (who: Who): Permission =>
  who.role === 'physiatrist'
    ? ALLOWED
    : refuse('physiatrist-only', 'Only a physiatrist closes a safety hold.');

/** A progress report is written and signed by the therapist, never by an assistant (rules.md PR-3). */
export function canReportProgress(who: Who): Permission {
  if (isAssistant(who.role)) return assistantMayNot('reportProgress');
  return isTherapist(who.role)
    ? ALLOWED
    : refuse('therapist-only', 'The progress report is written by the therapist who treats.');
}

/**
 * What is signed is corrected by adding to it: its signer, whoever co-signed it, and every clinician of the care team. An
 * assistant adds to their own note only: the other words are a clinician's.
 */
export function canAddendNote(who: Who, note: { signedById: string | null }): Permission {
  if (who.role === 'administrator')
    return refuse('not-clinical', 'Notes are kept by the care team; administrators see teams and intake.');
  if (isAssistant(who.role) && note.signedById !== null && note.signedById !== who.staffMemberId)
    return assistantMayNot('addend');
  return ALLOWED;
}

/** A therapist of the same profession takes responsibility for what an assistant did (rules.md 1.3 and 3). */
export function canCosign(who: Who, note: { signedById: string; cosigned: boolean }): Permission {
  if (isAssistant(who.role)) return assistantMayNot('cosign');
  if (who.role !== 'physical-therapist')
    return refuse('therapist-only', 'A physical therapist of the care team co-signs an assistant’s note.');
  return note.cosigned ? refuse('cosigned', 'This note is co-signed already.') : ALLOWED;
}
