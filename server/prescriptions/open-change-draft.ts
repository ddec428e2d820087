import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import { applyProposal } from '#shared/prescriptions/change-proposal.ts';
import type { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import type { PrescriptionDraft } from '#shared/prescriptions/page.ts';
import { canDecide } from '#shared/prescriptions/policy.ts';
import * as audit from '#server/audit/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { beginDraft } from './begin-draft.ts';
import { loadOpenRequest } from './decide-change-request.ts';
import { getDraft, updateDraft } from './draft-repository.ts';

/** Opens the draft with the proposed change written into it; signing it will answer the request. */
export async function openChangeDraft(
  ctx: Context,
  { params: { changeRequestId }, body }: Input<typeof prescriptionsApi.approveWithChanges>,
): Promise<PrescriptionDraft> {
  return inTransaction(ctx, async (tx) => {
    const request = await loadOpenRequest(tx, ctx, changeRequestId, {
      expectedVersion: body.expectedVersion,
      may: (one) => canDecide(ctx.actor, one),
    });
    const { patientId, episodeId } = request;
    const draft = await beginDraft(tx, ctx, episodeId);
    if (draft.changeRequestId === changeRequestId) return draft;
    if (draft.changeRequestId !== null) {
      throw new Problem('conflict', 'The open draft answers another request. Sign or discard it first.');
    }
    const content = applyProposal(draft.content, request.proposal);
    await updateDraft(tx, ctx, { episodeId, expectedVersion: draft.version }, { content, changeRequestId });
    await audit.record(tx, ctx, {
      did: 'change-request.draft-opened',
      patientId,
      episodeId,
      subject: { type: 'change-request', id: changeRequestId },
    });
    await announce(tx, ctx, { topics: ['episode'], patientId, episodeId });
    const opened = await getDraft(tx, ctx, episodeId);
    if (!opened)
      throw new Problem('conflict', 'The draft was signed or discarded just now. Reload the page.');
    return opened;
  });
}
