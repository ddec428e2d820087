import type { careTeamsApi } from '#shared/care-teams/contract.ts';
import { lastDay } from '#shared/care-teams/period.ts';
import { canChangeTeam } from '#shared/care-teams/policy.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import { addDays, dateInZone, instantInZone } from '#shared/platform/time.ts';
import * as audit from '#server/audit/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { invalidField } from '#server/platform/http/invalid-field.ts';
import { announce } from '#server/platform/live/announce.ts';
import { settleHeldWork } from './hand-over.ts';
import { loadMember, loadTeamZone, updateEnd } from './repository.ts';

/** Ends a membership at once or on a day. Access ends with it: the next request is refused. */
export async function endMembership(ctx: Context, { params, body }: Input<typeof careTeamsApi.end>) {
  const { patientId, careTeamMemberId } = params;
  assertAllowed(canChangeTeam(ctx.actor));
  return inTransaction(
    ctx,
    async (tx) => {
      const member = await loadMember(tx, ctx, patientId, careTeamMemberId);
      const timeZone = await loadTeamZone(tx, ctx, patientId);
      const validTo = endOf(member, body.lastDay, ctx.now(), timeZone);
      const { reason, expectedVersion } = body;
      // Told before the end is stored, so that whoever leaves hears it too and their screens let go of the record.
      await announce(tx, ctx, {
        topics: ['teams', 'patient', 'episode', 'board', 'today'],
        patientId,
        roles: ['administrator'],
      });
      if (!(await updateEnd(tx, ctx, careTeamMemberId, { validTo, reason, expectedVersion }))) {
        throw new Problem('stale-version', 'Somebody else has changed this membership. Look again.', {
          current: { version: member.version, validTo: member.validTo?.toISOString() ?? null },
        });
      }
      const { staffMemberId, role } = member;
      const handedOver = await settleHeldWork(tx, ctx, {
        ...params,
        staffMemberId,
        role,
        leavesAt: validTo,
        timeZone,
        heldWork: body.heldWork,
      });
      await audit.record(tx, ctx, {
        did: 'care-team.member-ended',
        patientId,
        subject: { type: 'care-team-member', id: careTeamMemberId },
        detail: { staffMemberId, role, until: validTo.toISOString(), heldWork: body.heldWork, ...handedOver },
      });
      return { validTo: validTo.toISOString(), version: expectedVersion + 1 };
    },
    { patientId },
  );
}

const SHORTEST_MILLISECONDS = 1;

/** The instant a membership ends. One that has not begun is cut to an instant: rows are never deleted. */
function endOf(
  member: { validFrom: Date; validTo: Date | null },
  wanted: string | null,
  now: Date,
  timeZone: string,
): Date {
  if (member.validTo !== null && member.validTo <= now) {
    throw new Problem('conflict', 'This membership has already ended.');
  }
  const earliest = new Date(member.validFrom.getTime() + SHORTEST_MILLISECONDS);
  if (wanted === null) return earliest > now ? earliest : now;
  if (wanted < dateInZone(now, timeZone)) {
    throw invalidField('lastDay', 'Choose today or a later day, or end it at once.');
  }
  const end = instantInZone(addDays(wanted, 1), '00:00', timeZone);
  if (end < earliest) throw invalidField('lastDay', 'The last day is before the first.');
  if (member.validTo !== null && end > member.validTo) {
    const until = lastDay(member.validTo.toISOString(), timeZone);
    throw invalidField('lastDay', `It already ends on ${until}. To keep somebody longer, assign them again.`);
  }
  return end;
}
