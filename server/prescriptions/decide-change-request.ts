import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import { applyProposal } from '#shared/prescriptions/change-proposal.ts';
import type { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import { canDecide, canWithdraw } from '#shared/prescriptions/policy.ts';
import type { Permission } from '#shared/platform/actor.ts';
import * as audit from '#server/audit/index.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { closeTasks } from '#server/tasks/index.ts';
import { assertMayPrescribe } from './begin-draft.ts';
import { declineRequest } from './decline-request.ts';
import { getDraft, updateDraft } from './draft-repository.ts';
import { getLatestVersion, loadSetting, type LoadedPrescription } from './repository.ts';
import { closeRequest, lockRequest, type LoadedRequest } from './request-repository.ts';
import { settleEpisode } from './settle-episode.ts';
import { signVersion } from './sign-version.ts';

/** The locked request, if this person may decide on it and has seen it as it is. */
export async function loadOpenRequest(
  tx: Tx,
  ctx: Context,
  changeRequestId: string,
  { expectedVersion, may }: { expectedVersion: number; may: (request: LoadedRequest) => Permission },
): Promise<LoadedRequest> {
  const request = await lockRequest(tx, ctx, changeRequestId);
  const permission = may(request);
  if (!permission.allowed && permission.reason === 'decided') {
    throw new Problem('already-decided', `This request is already ${request.status.replaceAll('-', ' ')}.`, {
      current: { status: request.status },
    });
  }
  assertAllowed(permission);
  if (request.version !== expectedVersion) {
    throw new Problem('stale-version', 'This request has changed since you opened it. Look at it again.');
  }
  return request;
}

/** Signs the next version with exactly the proposed change, checked as any version is. */
export async function approveChange(
  ctx: Context,
  { params: { changeRequestId }, body }: Input<typeof prescriptionsApi.approve>,
) {
  return inTransaction(ctx, async (tx) => {
    const request = await loadOpenRequest(tx, ctx, changeRequestId, {
      expectedVersion: body.expectedVersion,
      may: (one) => canDecide(ctx.actor, one),
    });
    const setting = await loadSetting(tx, ctx, request.episodeId);
    assertMayPrescribe(ctx, setting);
    const previous = await loadSeen(tx, ctx, request.episodeId, body.prescriptionId);
    const signed = await signVersion(tx, ctx, {
      setting,
      previous,
      content: applyProposal(previous.content, request.proposal),
      reason: body.note || `Asked by ${request.requestedBy}: ${request.reason}`,
      certifiesPlan: body.certifiesPlan,
      certifiedLate: body.certifiedLate,
    });
    await carryIntoDraft(tx, ctx, request, signed.prescriptionId);
    await closeRequest(tx, ctx, changeRequestId, {
      status: 'approved',
      note: body.note || null,
      resultPrescriptionId: signed.prescriptionId,
    });
    await settleRequest(tx, ctx, request, 'approved');
    return signed;
  });
}

/** The version in force, as long as it is the one that the physiatrist saw the change against. */
async function loadSeen(
  tx: Tx,
  ctx: Context,
  episodeId: string,
  prescriptionId: string,
): Promise<LoadedPrescription> {
  const latest = await getLatestVersion(tx, ctx, episodeId);
  if (!latest?.inForce) {
    throw new Problem('conflict', 'No prescription is in force. Write the next version instead.');
  }
  if (latest.prescriptionId !== prescriptionId) {
    throw new Problem(
      'stale-version',
      `Version ${latest.versionNumber} is in force now. Look at what the request would change in it.`,
    );
  }
  return latest;
}

/** A draft that is open beside the request gets the approved change too, so that signing it later does not take it back. */
async function carryIntoDraft(
  tx: Tx,
  ctx: Context,
  { episodeId, proposal }: LoadedRequest,
  basedOnId: string,
): Promise<void> {
  const draft = await getDraft(tx, ctx, episodeId);
  if (!draft) return;
  const content = applyProposal(draft.content, proposal);
  const seen = { episodeId, expectedVersion: draft.version };
  if (!(await updateDraft(tx, ctx, seen, { content, basedOnId }))) {
    throw new Problem('stale-version', 'The open draft was saved at the same moment. Approve again.');
  }
}

/** Declines with a note that the therapist gets as a task. */
export async function declineChange(
  ctx: Context,
  { params: { changeRequestId }, body }: Input<typeof prescriptionsApi.decline>,
) {
  return inTransaction(ctx, async (tx) => {
    const request = await loadOpenRequest(tx, ctx, changeRequestId, {
      expectedVersion: body.expectedVersion,
      may: (one) => canDecide(ctx.actor, one),
    });
    await declineRequest(tx, ctx, request, body.note);
    await settleEpisode(tx, ctx, request);
    return { changeRequestId, status: 'declined' };
  });
}

/** The therapist takes the own request back. */
export async function withdrawChange(
  ctx: Context,
  { params: { changeRequestId }, body }: Input<typeof prescriptionsApi.withdraw>,
) {
  return inTransaction(ctx, async (tx) => {
    const request = await loadOpenRequest(tx, ctx, changeRequestId, {
      expectedVersion: body.expectedVersion,
      may: (one) => canWithdraw(ctx.actor, one),
    });
    await closeRequest(tx, ctx, changeRequestId, { status: 'withdrawn', note: body.note || null });
    await settleRequest(tx, ctx, request, 'withdrawn');
    return { changeRequestId, status: 'withdrawn' };
  });
}

async function settleRequest(
  tx: Tx,
  ctx: Context,
  request: LoadedRequest,
  status: 'approved' | 'withdrawn',
): Promise<void> {
  const { changeRequestId, patientId, episodeId } = request;
  await closeTasks(tx, ctx, { kind: 'change-request', subjectId: changeRequestId, patientId });
  await audit.record(tx, ctx, {
    did: `change-request.${status}`,
    patientId,
    episodeId,
    subject: { type: 'change-request', id: changeRequestId },
  });
  await settleEpisode(tx, ctx, request);
}
