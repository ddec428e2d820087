import { ALLOWED, refuse, type Permission, type StaffRole } from '#shared/platform/actor.ts';
import { isOpen, type RequestStatus } from './model.ts';
import type { TriageRoute } from './triage.ts';

/** Requests are handled by administrators; clinicians open them and see those of their patients. */
export const canHandleRequests = ({ role }: { role: StaffRole }): Permission =>
  role === 'administrator'
    ? ALLOWED
    : refuse('administrator-only', 'An administrator handles requests for care.');

/** A decision is made once. */
export const canDecide = (who: { role: StaffRole }, request: { status: RequestStatus }): Permission => {
  const permission = canHandleRequests(who);
  if (!permission.allowed) return permission;
  return isOpen(request.status)
    ? ALLOWED
    : refuse('already-decided', `This request has already been ${request.status}.`);
};

/**
 * Whether accepting needs a person's word that the patient was told to call emergency services: whenever triage said so, also
 * after the route was changed. An emergency is never handled silently (rules.md 5: E is never only an in-app message).
 */
export const needsEmergencyConfirmation = (request: {
  triageRoute: TriageRoute;
  overriddenRoute: TriageRoute | null;
}): boolean => request.triageRoute === 'EMERGENCY' || request.overriddenRoute === 'EMERGENCY';
