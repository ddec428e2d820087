import { canAskForTeamChange, canChangeTeam } from '#shared/care-teams/policy.ts';
import { canEnterAmount, canRecordSending, canWriteDischargeNote } from '#shared/compliance/policy.ts';
import { canWrite } from '#shared/evaluations/policy.ts';
import { canHandleRequests } from '#shared/intake/policy.ts';
import { canOrderMedication } from '#shared/medications/policy.ts';
import {
  canAcknowledge,
  canChangeRest,
  canOrder,
  canPerform,
  canRecommend,
  canRefer,
} from '#shared/orders/policy.ts';
import { canEnterScores } from '#shared/outcomes/policy.ts';
import { canDecide } from '#shared/oversight/policy.ts';
import { ROLE_LABEL, type Permission, type StaffRole } from '#shared/platform/actor.ts';
import type { Endpoint } from '#shared/platform/endpoint.ts';
import { canAskForChange, canPrescribe } from '#shared/prescriptions/policy.ts';
import {
  canCloseHold,
  canRaiseRedFlag,
  canReportDangerSign,
  canReportProgress,
  canSchedule,
  canWriteNote,
} from '#shared/sessions/policy.ts';

type Policy = (who: { role: StaffRole; staffMemberId: string }) => Permission;

/** The policy behind an endpoint, in a state where only the role can refuse: the same sentence as on the button. */
const POLICY_OF: Readonly<Record<string, Policy>> = {
  'care-teams.assign-member': canChangeTeam,
  'care-teams.end-membership': canChangeTeam,
  'care-teams.ask-for-change': canAskForTeamChange,
  'intake.accept-request': canHandleRequests,
  'evaluations.start': (who) => canWrite(who, 'pt-evaluation'),
  'orders.recommend': canRecommend,
  'orders.place': canOrder,
  'orders.prepare': canOrder,
  'orders.cancel': canOrder,
  'orders.acknowledge': canAcknowledge,
  'orders.list-inbox': canAcknowledge,
  'orders.count-inbox': canAcknowledge,
  'orders.perform-procedure': canPerform,
  'orders.change-therapy-rest': canChangeRest,
  'orders.send-referral': canRefer,
  'medications.order': canOrderMedication,
  'medications.change': canOrderMedication,
  'medications.stop': canOrderMedication,
  'prescriptions.begin-draft': canPrescribe,
  'prescriptions.save-draft': canPrescribe,
  'prescriptions.discard-draft': canPrescribe,
  'prescriptions.sign': canPrescribe,
  'prescriptions.stop': canPrescribe,
  'prescriptions.approve-change': canPrescribe,
  'prescriptions.open-change-draft': canPrescribe,
  'prescriptions.decline-change': canPrescribe,
  'prescriptions.ask-for-change': (who) => canAskForChange(who, { inForce: true }),
  'sessions.plan': (who) => canSchedule(who),
  'sessions.save-draft': (who) => canWriteNote(who, { status: 'planned' }),
  'sessions.sign': (who) => canWriteNote(who, { status: 'planned' }),
  'sessions.sign-progress-report': canReportProgress,
  'sessions.raise-red-flag': canRaiseRedFlag,
  'sessions.report-danger-sign': canReportDangerSign,
  'sessions.close-hold': canCloseHold,
  'sessions.acknowledge-hold': canCloseHold,
  'outcomes.enter-scores': canEnterScores,
  'oversight.decide': ({ role }) => canDecide(role, { status: 'open' }),
  'compliance.record-plan-sending': canRecordSending,
  'compliance.sign-discharge-note': (who) =>
    canWriteDischargeNote(who, { status: 'closed', treated: true, noteSigned: false }),
  'compliance.enter-therapy-amount': canEnterAmount,
};

const MINIMUM_NECESSARY =
  'Administrators see identity, teams and requests; what is clinical stays with the care team.';

/** Why a role may not call an endpoint, in a sentence for the person who tried. */
export function reasonOf({ id, permission, refusals }: Endpoint, role: StaffRole): string {
  const written = refusals[role];
  if (written !== undefined) return written;
  const answer = POLICY_OF[id]?.({ role, staffMemberId: '' });
  if (answer !== undefined && !answer.allowed) return answer.sentence;
  if (role === 'administrator') return MINIMUM_NECESSARY;
  const roles = typeof permission === 'string' ? [] : permission.map((one) => ROLE_LABEL[one]);
  return roles.length === 0
    ? 'Your role does not allow this.'
    : `Your role does not allow this: it is the work of a ${roles.join(' or ')}.`;
}
