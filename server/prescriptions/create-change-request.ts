import type { Input } from '#shared/platform/endpoint.ts';
import type { ChangeRequestId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import { addDays, dateInZone } from '#shared/platform/time.ts';
import { proposedWords, type ChangeProposal } from '#shared/prescriptions/change-proposal.ts';
import type { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import { canAskForChange } from '#shared/prescriptions/policy.ts';
import * as audit from '#server/audit/index.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { openTask } from '#server/tasks/index.ts';
import {
  loadPrescription,
  getPrescriptionInForce,
  loadSetting,
  physiatristsOf,
  type EpisodeSetting,
} from './repository.ts';
import { insertRequest, snapshotNumbers } from './request-repository.ts';
import { settleEpisode } from './settle-episode.ts';

interface ChangeToAskFor {
  episodeId: string;
  /** The version the therapist saw; a newer one in force means that they should look again. */
  prescriptionId: string;
  sessionId?: string | null | undefined;
  proposal: ChangeProposal;
  reason: string;
  /** What the therapist adds to the numbers that are taken from the record: "3 x 12 at 12 kg without pain". */
  lines?: readonly string[] | undefined;
}

/** Days until a waiting request is late (product policy: the next working day is expected). */
const ANSWER_WITHIN_DAYS = 1;
const MOST_DETAIL = 300;

/** Asks the physiatrist for a change, in the caller's transaction. Nothing about the prescription changes by it. */
async function createChangeRequest(
  tx: Tx,
  ctx: Context,
  asked: ChangeToAskFor,
): Promise<{ changeRequestId: ChangeRequestId }> {
  const setting = await loadSetting(tx, ctx, asked.episodeId);
  const inForce = await getPrescriptionInForce(tx, ctx, asked.episodeId);
  if (setting.status === 'closed')
    throw new Problem('episode-closed', 'The episode is closed; nothing changes in it.');
  assertAllowed(canAskForChange(ctx.actor, { inForce: true }));
  if (!inForce) throw new Problem('conflict', 'There is no prescription in force that could be changed.');
  if (inForce.prescriptionId !== asked.prescriptionId) {
    throw new Problem(
      'stale-version',
      `Version ${inForce.versionNumber} is in force now. Look at it, then ask again if the change is still needed.`,
      { current: { prescriptionId: inForce.prescriptionId, versionNumber: inForce.versionNumber } },
    );
  }
  const asks = proposedWords(inForce.content, asked.proposal);
  if (asks === '') {
    throw new Problem('conflict', 'The prescription already permits this. No request is needed.');
  }
  const { patientId, episodeId } = setting;
  const supporting = await snapshotNumbers(tx, ctx, inForce);
  const changeRequestId = await insertRequest(tx, ctx, {
    patientId,
    episodeId,
    prescriptionId: inForce.prescriptionId,
    sessionId: asked.sessionId ?? null,
    proposal: asked.proposal,
    reason: asked.reason,
    supporting: { ...supporting, lines: [...(asked.lines ?? [])], asks },
  });
  await audit.record(tx, ctx, {
    did: 'change-request.asked',
    patientId,
    episodeId,
    subject: { type: 'change-request', id: changeRequestId },
    detail: { versionNumber: inForce.versionNumber },
  });
  await askPhysiatrists(tx, ctx, setting, { changeRequestId, detail: asks.slice(0, MOST_DETAIL) });
  await settleEpisode(tx, ctx, setting);
  return { changeRequestId };
}

async function askPhysiatrists(
  tx: Tx,
  ctx: Context,
  setting: EpisodeSetting,
  { changeRequestId, detail }: { changeRequestId: string; detail: string },
): Promise<void> {
  const { patientId, episodeId } = setting;
  const owners = physiatristsOf(setting).map((ownerId) => ({ ownerId }));
  for (const owner of owners.length > 0 ? owners : [{ ownerRole: 'physiatrist' as const }]) {
    await openTask(tx, ctx, {
      ...owner,
      kind: 'change-request',
      title: 'Therapist asks for a change',
      detail,
      patientId,
      episodeId,
      subjectId: changeRequestId,
      dueOn: addDays(dateInZone(ctx.now(), setting.timeZone), ANSWER_WITHIN_DAYS),
      dedupeKey: `change-request:${changeRequestId}:${'ownerId' in owner ? owner.ownerId : 'any'}`,
    });
  }
}

/** The same from the prescription page. */
export async function askForChange(
  ctx: Context,
  { params: { prescriptionId }, body }: Input<typeof prescriptionsApi.askForChange>,
) {
  return inTransaction(ctx, async (tx) => {
    const { episodeId } = await loadPrescription(tx, ctx, prescriptionId);
    return createChangeRequest(tx, ctx, { ...body, episodeId, prescriptionId });
  });
}
