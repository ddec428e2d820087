import { canMarkInError } from '#shared/corrections/entered-in-error.ts';
import { ALLOWED, refuse, type Permission, type StaffRole } from '#shared/platform/actor.ts';

interface Who {
  role: StaffRole;
  staffMemberId: string;
}

/** What a listed fact says about itself, as far as permission depends on it. */
export interface ListedFact {
  recordedById: string | null;
}

const onlyClinical: Permission = refuse(
  'not-clinical',
  'Administrators see identity and logistics; clinical facts are kept by the care team.',
);

/** Any clinician on the team may write down what is known; a new comorbidity can only make therapy more careful. */
export const canAddFact = (who: Who): Permission => (who.role === 'administrator' ? onlyClinical : ALLOWED);

/** A medical diagnosis is the physiatrist's (rules.md 3). */
export const canAddDiagnosis = (who: Who): Permission =>
  who.role === 'physiatrist'
    ? ALLOWED
    : refuse(
        'physiatrist-only',
        'Only a physiatrist records a medical diagnosis. Add a comorbidity instead.',
      );

/**
 * Resolving or striking out a condition or an allergy lifts precautions, so it is the physiatrist's (rules.md 3: a therapist
 * may tighten, never loosen). Whoever wrote something by mistake may take their own entry back.
 */
export function canChangeStatus(
  who: Who,
  fact: ListedFact,
  to: 'resolved' | 'entered-in-error' | 'active',
): Permission {
  if (who.role === 'administrator') return onlyClinical;
  if (to === 'entered-in-error') return canMarkInError(who, { ...fact, isMarked: false });
  if (who.role === 'physiatrist' || to === 'active') return ALLOWED;
  return refuse(
    'physiatrist-only',
    'Only a physiatrist takes this off the list, because it lifts precautions. You can take back what you wrote yourself.',
  );
}

/** No precaution depends on a fact of the history, so any clinician may end it; taking it back is for its author or a physiatrist. */
export function canChangeHistory(
  who: Who,
  fact: ListedFact,
  to: 'resolved' | 'entered-in-error' | 'active',
): Permission {
  if (who.role === 'administrator') return onlyClinical;
  return to === 'entered-in-error' ? canMarkInError(who, { ...fact, isMarked: false }) : ALLOWED;
}

/** Stopping what a physician ordered is a prescription; noting that somebody no longer takes a reported drug is not. */
export function canChangeMedication(
  who: Who,
  medication: ListedFact & { source: string },
  to: 'active' | 'stopped' | 'entered-in-error',
): Permission {
  if (who.role === 'administrator') return onlyClinical;
  if (who.role === 'physiatrist') return ALLOWED;
  if (medication.source === 'ordered') {
    return refuse(
      'physiatrist-only',
      'Only a physiatrist changes or stops a medication that was ordered here.',
    );
  }
  return to === 'entered-in-error' ? canMarkInError(who, { ...medication, isMarked: false }) : ALLOWED;
}

/**
 * The payer decides which documentation rules hold, and the body region whether weight bearing must be stated: neither is switched
 * by whoever they bind (rules.md 1: other payers may switch rules off, never silently).
 */
export const canChangeEpisode = (who: Pick<Who, 'role'>): Permission =>
  who.role === 'physiatrist' || who.role === 'administrator'
    ? ALLOWED
    : refuse(
        'physiatrist-only',
        'Only a physiatrist or an administrator corrects what an episode is about and who pays for it.',
      );
