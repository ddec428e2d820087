import type { onCallApi } from '#shared/on-call/contract.ts';
import { dutyPeriod } from '#shared/on-call/duty-period.ts';
import { canSetOnCall } from '#shared/on-call/policy.ts';
import type { Input, Output } from '#shared/platform/endpoint.ts';
import * as audit from '#server/audit/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { invalidField } from '#server/platform/http/invalid-field.ts';
import { tellEverybody } from './tell-everybody.ts';
import { getColleague, insertDuty, loadClinicZone } from './repository.ts';

/** Puts a physiatrist on call for a clinic: from then on an alert that nobody acknowledges goes to them. */
export async function assignDuty(
  ctx: Context,
  { params: { clinicId }, body }: Input<typeof onCallApi.assign>,
): Promise<Output<typeof onCallApi.assign>> {
  return inTransaction(ctx, async (tx) => {
    const timeZone = await loadClinicZone(tx, ctx, clinicId);
    assertAllowed(canSetOnCall(ctx.actor));
    const person = await getColleague(tx, ctx, body.staffMemberId);
    if (person?.role !== 'physiatrist' || !person.active) {
      throw invalidField('staffMemberId', 'Only a physiatrist who works here is on call.');
    }
    const period = dutyPeriod(body, ctx.now(), timeZone);
    if (period.kind === 'refused') throw invalidField(period.field, period.sentence);
    const { startsAt, endsAt } = period;
    const onCallDutyId = await insertDuty(tx, ctx, {
      clinicId,
      staffMemberId: body.staffMemberId,
      startsAt,
      endsAt,
      phone: body.phone,
    });
    await audit.record(tx, ctx, {
      did: 'on-call.duty-assigned',
      subject: { type: 'on-call-duty', id: onCallDutyId },
      detail: {
        clinicId,
        staffMemberId: body.staffMemberId,
        from: startsAt.toISOString(),
        to: endsAt.toISOString(),
      },
    });
    await tellEverybody(tx, ctx);
    return { onCallDutyId };
  });
}
