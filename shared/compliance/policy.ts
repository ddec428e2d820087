import { ALLOWED, refuse, type Permission, type StaffRole } from '#shared/platform/actor.ts';
import { assistantMayNot, isAssistant } from '#shared/platform/assistant.ts';
import { isTherapist } from '#shared/prescriptions/policy.ts';

interface Who {
  role: StaffRole;
}

/** The clinicians who answer for the plan say when it was sent. */
export function canRecordSending(who: Who): Permission {
  if (isAssistant(who.role)) return assistantMayNot('planCare');
  return who.role === 'physiatrist' || isTherapist(who.role)
    ? ALLOWED
    : refuse(
        'clinician-only',
        'The physiatrist or a therapist of the care team records that the plan was sent.',
      );
}

/** Certifying is the physician's (rules.md 3). */
export const canCertify = (who: Who): Permission =>
  who.role === 'physiatrist'
    ? ALLOWED
    : refuse('physiatrist-only', 'A physiatrist of the care team certifies the plan of care.');

/** Amounts come from the payer's portal: the administrator's work. */
export const canEnterAmount = (who: Who): Permission =>
  who.role === 'administrator'
    ? ALLOWED
    : refuse('administrator-only', 'The administrator enters amounts from the payer’s portal.');

/** Who may write a report or a discharge note may add to it: a clinician, never an assistant (rules.md 1.3, 1.5). */
export function canAddendReport(who: Who): Permission {
  if (isAssistant(who.role)) return assistantMayNot('addendReport');
  return who.role === 'physiatrist' || isTherapist(who.role)
    ? ALLOWED
    : refuse('clinician-only', 'A therapist or the physiatrist of the care team adds to a report.');
}

interface EpisodeState {
  status: 'open' | 'closed';
  treated: boolean;
  noteSigned: boolean;
}

/** One note per episode, by a clinician and never an assistant, when the episode is closed (rules.md 1.5). */
export function canWriteDischargeNote(who: Who, { status, treated, noteSigned }: EpisodeState): Permission {
  if (isAssistant(who.role)) return assistantMayNot('discharge');
  if (who.role !== 'physiatrist' && !isTherapist(who.role))
    return refuse(
      'clinician-only',
      'A therapist or the physiatrist of the care team writes the discharge note.',
    );
  if (noteSigned) return refuse('signed', 'The discharge note is signed; it no longer changes.');
  if (status === 'open')
    return refuse('open', 'The episode is open. The physiatrist discharges first; the note follows.');
  return treated ? ALLOWED : refuse('not-treated', 'There was no treatment: there is nothing to report on.');
}
