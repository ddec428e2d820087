import type { ordersApi } from '#shared/orders/contract.ts';
import { canEnterReport } from '#shared/orders/policy.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import { dateInZone } from '#shared/platform/time.ts';
import * as audit from '#server/audit/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { invalidField } from '#server/platform/http/invalid-field.ts';
import { announce } from '#server/platform/live/announce.ts';
import { loadReferral, updateReferral } from './repository.ts';

/** Enters what became of a referral. */
export async function answerReferral(
  ctx: Context,
  { params, body: { expectedVersion, ...answer } }: Input<typeof ordersApi.answerReferral>,
) {
  const { episodeId, referralId } = params;
  return inTransaction(
    ctx,
    async (tx) => {
      const referral = await loadReferral(tx, ctx, params);
      assertAllowed(canEnterReport(ctx.actor));
      if (referral.status !== 'sent') throw new Problem('conflict', 'This referral has its answer already.');
      if (answer.answeredOn > dateInZone(ctx.now(), ctx.actor.timeZone)) {
        throw invalidField(
          'answeredOn',
          'An answer cannot be in the future. Enter today or an earlier date.',
        );
      }
      if (answer.answeredOn < referral.sentOn) {
        throw invalidField(
          'answeredOn',
          `The referral was sent on ${referral.sentOn}: its answer cannot be older.`,
        );
      }
      if (!(await updateReferral(tx, ctx, referralId, answer, expectedVersion))) {
        throw new Problem('stale-version', 'Somebody else has changed this referral. Look again.', {
          current: referral,
        });
      }
      const { patientId } = referral;
      await audit.record(tx, ctx, {
        did: `referral.${answer.status}`,
        patientId,
        episodeId,
        subject: { type: 'referral', id: referralId },
      });
      await announce(tx, ctx, { topics: ['episode'], patientId, episodeId });
      return { version: expectedVersion + 1 };
    },
    { episodeId },
  );
}
