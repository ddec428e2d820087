import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import { dateInZone } from '#shared/platform/time.ts';
import type { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import { canPrescribe } from '#shared/prescriptions/policy.ts';
import * as audit from '#server/audit/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { closeTasks, openTask } from '#server/tasks/index.ts';
import { endVersion, getLatestVersion, loadPrescription, loadSetting, therapistsOf } from './repository.ts';
import { settleEpisode } from './settle-episode.ts';

/** Ends the version in force without another: no session may start until the next one is signed. */
export async function stopPrescription(
  ctx: Context,
  { params: { prescriptionId }, body: { reason } }: Input<typeof prescriptionsApi.stop>,
) {
  return inTransaction(ctx, async (tx) => {
    const prescription = await loadPrescription(tx, ctx, prescriptionId);
    assertAllowed(canPrescribe(ctx.actor));
    const { patientId, episodeId, versionNumber } = prescription;
    const setting = await loadSetting(tx, ctx, episodeId);
    const endedOn = dateInZone(ctx.now(), setting.timeZone);
    if (!(await endVersion(tx, ctx, { id: prescriptionId }, { endedOn, reason: `Stopped: ${reason}` }))) {
      const latest = await getLatestVersion(tx, ctx, episodeId);
      throw new Problem('stale-version', `Version ${versionNumber} is no longer in force.`, {
        current: { versionNumber: latest?.versionNumber, inForce: latest?.inForce },
      });
    }
    await audit.record(tx, ctx, {
      did: 'prescription.stopped',
      patientId,
      episodeId,
      subject: { type: 'prescription', id: prescriptionId },
      detail: { versionNumber },
    });
    await closeTasks(tx, ctx, { kind: 'acknowledge-prescription', subjectId: prescriptionId });
    for (const ownerId of therapistsOf(setting)) {
      await openTask(tx, ctx, {
        kind: 'other',
        title: `Prescription version ${versionNumber} was stopped`,
        detail: reason,
        ownerId,
        patientId,
        episodeId,
        subjectId: prescriptionId,
        dueOn: endedOn,
        dedupeKey: `prescription-stopped:${prescriptionId}:${ownerId}`,
      });
    }
    await settleEpisode(tx, ctx, setting);
    return { prescriptionId, endedOn };
  });
}
