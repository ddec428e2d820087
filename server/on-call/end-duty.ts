import type { onCallApi } from '#shared/on-call/contract.ts';
import { canSetOnCall } from '#shared/on-call/policy.ts';
import type { Input, Output } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import * as audit from '#server/audit/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { loadDuty, updateEnd } from './repository.ts';
import { tellEverybody } from './tell-everybody.ts';

/** Ends a duty that runs, now; takes back one that has not begun. The row stays: who was on call is a fact. */
export async function endDuty(
  ctx: Context,
  { params: { clinicId, onCallDutyId }, body }: Input<typeof onCallApi.end>,
): Promise<Output<typeof onCallApi.end>> {
  return inTransaction(ctx, async (tx) => {
    const duty = await loadDuty(tx, ctx, clinicId, onCallDutyId);
    assertAllowed(canSetOnCall(ctx.actor));
    const now = ctx.now();
    if (duty.takenBackAt !== null || duty.endsAt <= now) {
      throw new Problem('conflict', 'This duty is over already.');
    }
    const end = duty.startsAt < now ? { endsAt: now } : { takenBackAt: now };
    if (!(await updateEnd(tx, ctx, onCallDutyId, end, body.expectedVersion))) {
      throw new Problem('stale-version', 'Somebody else has changed this duty. Look again.', {
        current: { version: duty.version },
      });
    }
    await audit.record(tx, ctx, {
      did: 'takenBackAt' in end ? 'on-call.duty-taken-back' : 'on-call.duty-ended',
      subject: { type: 'on-call-duty', id: onCallDutyId },
      detail: { clinicId, staffMemberId: duty.staffMemberId },
    });
    await tellEverybody(tx, ctx);
    return { endsAt: now.toISOString() };
  });
}
