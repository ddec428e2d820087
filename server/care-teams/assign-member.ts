import type { careTeamsApi } from '#shared/care-teams/contract.ts';
import { membershipPeriod } from '#shared/care-teams/period.ts';
import { canChangeTeam, canHoldRole } from '#shared/care-teams/policy.ts';
import type { Actor } from '#shared/platform/actor.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import type { CareTeamMemberId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import * as audit from '#server/audit/index.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { invalidField } from '#server/platform/http/invalid-field.ts';
import { announce } from '#server/platform/live/announce.ts';
import { getColleague, insertMember, loadTeamZone, type NewMember } from './repository.ts';

/** An administrator puts somebody on a team, in calendar days of the patient's clinic. */
export async function assignToTeam(ctx: Context, { params, body }: Input<typeof careTeamsApi.assign>) {
  const { patientId } = params;
  assertAllowed(canChangeTeam(ctx.actor));
  return inTransaction(
    ctx,
    async (tx) => {
      const period = membershipPeriod(body, ctx.now(), await loadTeamZone(tx, ctx, patientId));
      if (period.kind === 'refused') throw invalidField(period.field, period.sentence);
      const careTeamMemberId = await assignMember(tx, ctx, {
        ...body,
        patientId,
        validFrom: period.validFrom,
        validTo: period.validTo,
        reason: body.reason === '' ? null : body.reason,
      });
      return { careTeamMemberId };
    },
    { patientId },
  );
}

/** Puts somebody on a patient's team: from that moment on they may read the record. */
export async function assignMember(
  tx: Tx,
  ctx: Context<Actor>,
  member: NewMember,
): Promise<CareTeamMemberId> {
  const person = await getColleague(tx, ctx, member.staffMemberId);
  if (!person) throw invalidField('staffMemberId', 'There is no such person here. Choose one from the list.');
  const permission = canHoldRole(person, member.role);
  if (!permission.allowed) throw new Problem('conflict', permission.sentence);
  const careTeamMemberId = await insertMember(tx, ctx, member);
  const { patientId } = member;
  await audit.record(tx, ctx, {
    did: 'care-team.member-assigned',
    patientId,
    subject: { type: 'care-team-member', id: careTeamMemberId },
    detail: { staffMemberId: member.staffMemberId, role: member.role, kind: member.kind },
  });
  await announce(tx, ctx, {
    topics: ['teams', 'patient', 'board', 'today'],
    patientId,
    roles: ['administrator'],
  });
  return careTeamMemberId;
}
