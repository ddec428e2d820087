import type { careTeamsApi } from '#shared/care-teams/contract.ts';
import { canAskForTeamChange } from '#shared/care-teams/policy.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import * as audit from '#server/audit/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { openTask } from '#server/tasks/index.ts';
import { loadTeamZone } from './repository.ts';

/** A clinician asks for another team: work for the administrators, who alone open or end access. */
export async function askForTeamChange(
  ctx: Context,
  { params: { patientId }, body }: Input<typeof careTeamsApi.askForChange>,
) {
  assertAllowed(canAskForTeamChange(ctx.actor));
  return inTransaction(
    ctx,
    async (tx) => {
      // Not found for whoever is not on the team.
      await loadTeamZone(tx, ctx, patientId);
      await openTask(tx, ctx, {
        kind: 'team-request',
        title: `${ctx.actor.name} asks for a change of the team`,
        detail: body.ask,
        ownerRole: 'administrator',
        patientId,
        subjectId: ctx.actor.staffMemberId,
      });
      await audit.record(tx, ctx, { did: 'care-team.change-asked', patientId });
      await announce(tx, ctx, { topics: ['teams'], patientId, roles: ['administrator'] });
      return { askedAt: ctx.now().toISOString() };
    },
    { patientId },
  );
}
