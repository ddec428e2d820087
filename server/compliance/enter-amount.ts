import type { complianceApi } from '#shared/compliance/contract.ts';
import { canEnterAmount } from '#shared/compliance/policy.ts';
import type { Input, Output } from '#shared/platform/endpoint.ts';
import { TherapyAmountId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import * as audit from '#server/audit/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { patientToday } from '#server/platform/db/patient-today.ts';
import { insertAmount, patientIsVisible } from './repository.ts';

/** Enters what the payer has allowed so far in the calendar year of the date it was read. The newest entry counts. */
export async function enterAmount(
  ctx: Context,
  { params: { patientId }, body }: Input<typeof complianceApi.enterAmount>,
): Promise<Output<typeof complianceApi.enterAmount>> {
  return inTransaction(
    ctx,
    async (tx) => {
      if (!(await patientIsVisible(tx, ctx, patientId))) throw new Problem('not-found');
      assertAllowed(canEnterAmount(ctx.actor));
      if (body.asOfOn > (await patientToday(tx, ctx, patientId))) {
        const message = 'The amount is of today or earlier.';
        throw new Problem('invalid-input', message, { issues: [{ path: 'asOfOn', code: 'date', message }] });
      }
      const year = Number(body.asOfOn.slice(0, 4));
      const id = await insertAmount(tx, ctx, { ...body, patientId, year });
      const subject = { type: 'therapy-amount', id };
      await audit.record(tx, ctx, { did: 'therapy-amount.entered', patientId, subject, detail: { year } });
      await announce(tx, ctx, { topics: ['episode', 'patient'], patientId });
      return { therapyAmountId: TherapyAmountId.parse(id) };
    },
    { patientId },
  );
}
