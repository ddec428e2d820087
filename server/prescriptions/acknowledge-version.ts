import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import { canAcknowledge } from '#shared/prescriptions/policy.ts';
import * as audit from '#server/audit/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { closeTasks } from '#server/tasks/index.ts';
import { getLatestVersion, insertAcknowledgement, loadPrescription } from './repository.ts';
import { acknowledgeKey } from './sign-version.ts';

/** Marks the version in force as read by the person who asks. A version that has been replaced cannot be the one they read. */
export async function acknowledgeVersion(
  ctx: Context,
  { params: { prescriptionId } }: Input<typeof prescriptionsApi.acknowledge>,
) {
  return inTransaction(ctx, async (tx) => {
    const prescription = await loadPrescription(tx, ctx, prescriptionId);
    assertAllowed(canAcknowledge(ctx.actor));
    const { patientId, episodeId, versionNumber } = prescription;
    if (!prescription.inForce) {
      const latest = await getLatestVersion(tx, ctx, episodeId);
      throw new Problem(
        'stale-version',
        latest?.inForce === true
          ? `Version ${latest.versionNumber} is in force now. Read that one.`
          : `Version ${versionNumber} has been stopped.`,
      );
    }
    if (await insertAcknowledgement(tx, ctx, prescription)) {
      await audit.record(tx, ctx, {
        did: 'prescription.acknowledged',
        patientId,
        episodeId,
        subject: { type: 'prescription', id: prescriptionId },
        detail: { versionNumber },
      });
      await closeTasks(tx, ctx, {
        dedupeKey: acknowledgeKey(prescriptionId, ctx.actor.staffMemberId),
        patientId,
      });
      await announce(tx, ctx, { topics: ['episode', 'today', 'patient', 'tasks'], patientId, episodeId });
    }
    return { prescriptionId, unread: false as const };
  });
}
