import { ALLOWED, refuse, type Permission, type StaffRole } from '#shared/platform/actor.ts';
import type { DecisionKind } from './model.ts';

/** Only a physiatrist decides about a plan; the therapist asks for a change instead (rules.md section 3). */
export function canDecide(role: StaffRole, episode: { status: string }): Permission {
  if (role !== 'physiatrist') {
    return refuse('role', 'Only a physiatrist decides. Ask for a change on the prescription page.');
  }
  if (episode.status === 'closed') return refuse('episode-closed', 'The episode of care is closed.');
  return ALLOWED;
}

/** What there is to decide about: a signed consult, a version of the prescription. */
export interface Begun {
  consultSigned: boolean;
  prescribed: boolean;
}

/** The kinds that speak of a course of therapy: to go on with it, or to change it. */
const ABOUT_THERAPY: readonly DecisionKind[] = ['continue', 'adjust-dose', 'change-method'];

/** Going on with therapy or changing it needs therapy: a consult, then a prescription. Tests, referrals and an end do not. */
export function canDecideKind(kind: DecisionKind, { consultSigned, prescribed }: Begun): Permission {
  if (prescribed || !ABOUT_THERAPY.includes(kind)) return ALLOWED;
  return consultSigned
    ? refuse('not-prescribed', 'Nothing is prescribed yet: there is no therapy to continue or to change.')
    : refuse('no-consult', 'There is no signed consult yet, and therapy begins with one.');
}
