import { weekWords } from '#shared/on-call/clinic-hours.ts';
import type { onCallApi } from '#shared/on-call/contract.ts';
import { canSetOnCall } from '#shared/on-call/policy.ts';
import type { Input, Output } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import * as audit from '#server/audit/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { getHours, loadClinicZone, saveHours } from './repository.ts';
import { tellEverybody } from './tell-everybody.ts';

/** Sets when a clinic is open: alerts that wait now are judged by the new hours within a minute. */
export async function setClinicHours(
  ctx: Context,
  { params: { clinicId }, body }: Input<typeof onCallApi.setHours>,
): Promise<Output<typeof onCallApi.setHours>> {
  return inTransaction(ctx, async (tx) => {
    await loadClinicZone(tx, ctx, clinicId);
    assertAllowed(canSetOnCall(ctx.actor));
    if (!(await saveHours(tx, ctx, clinicId, body.week, body.expectedVersion))) {
      throw new Problem('stale-version', 'Somebody else has changed the hours. Look again.', {
        current: await getHours(tx, ctx, clinicId),
      });
    }
    await audit.record(tx, ctx, {
      did: 'clinic.hours-set',
      subject: { type: 'clinic', id: clinicId },
      detail: { week: weekWords(body.week) },
    });
    await tellEverybody(tx, ctx);
    return { hoursVersion: body.expectedVersion + 1 };
  });
}
