import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { prescriptionsApi, SignedVersion } from '#shared/prescriptions/contract.ts';
import * as audit from '#server/audit/index.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { closeTasks } from '#server/tasks/index.ts';
import { assertMayPrescribe } from './begin-draft.ts';
import { deleteDraft, getDraft } from './draft-repository.ts';
import { getLatestVersion, loadSetting } from './repository.ts';
import { closeRequest, lockRequest } from './request-repository.ts';
import { refuseStaleDraft } from './save-draft.ts';
import { settleEpisode } from './settle-episode.ts';
import { signVersion } from './sign-version.ts';

/** Signs the draft. Of two who sign at once, the one who takes the draft away first wins; the other is told. */
export async function signPrescription(
  ctx: Context,
  { params: { episodeId }, body }: Input<typeof prescriptionsApi.sign>,
): Promise<SignedVersion> {
  return inTransaction(
    ctx,
    async (tx) => {
      const setting = await loadSetting(tx, ctx, episodeId);
      assertMayPrescribe(ctx, setting);
      const { expectedVersion, reason, ...certifying } = body;
      const draft = await getDraft(tx, ctx, episodeId);
      const taken = await deleteDraft(tx, ctx, { episodeId, expectedVersion });
      if (!draft || !taken) return refuseStaleDraft(tx, ctx, episodeId);
      const previous = await getLatestVersion(tx, ctx, episodeId);
      if ((previous?.prescriptionId ?? null) !== draft.basedOnId) {
        throw new Problem(
          'conflict',
          `Version ${previous?.versionNumber ?? ''} was signed after this draft was begun. Compare the two, or discard the draft.`,
        );
      }
      const { content } = draft;
      const signed = await signVersion(tx, ctx, { setting, previous, content, reason, ...certifying });
      await answerRequest(tx, ctx, draft.changeRequestId, signed, reason);
      await settleEpisode(tx, ctx, setting);
      return signed;
    },
    { episodeId },
  );
}

/** Signing a draft that came from a change request answers the request. */
async function answerRequest(
  tx: Tx,
  ctx: Context,
  changeRequestId: string | null,
  { prescriptionId }: SignedVersion,
  note: string | null,
): Promise<void> {
  if (changeRequestId === null) return;
  const request = await lockRequest(tx, ctx, changeRequestId);
  // Withdrawn or decided elsewhere meanwhile: the signed version stands on its own.
  if (request.status !== 'open') return;
  await closeRequest(tx, ctx, changeRequestId, {
    status: 'approved-with-changes',
    note,
    resultPrescriptionId: prescriptionId,
  });
  await closeTasks(tx, ctx, {
    kind: 'change-request',
    subjectId: changeRequestId,
    patientId: request.patientId,
  });
  await audit.record(tx, ctx, {
    did: 'change-request.approved-with-changes',
    patientId: request.patientId,
    episodeId: request.episodeId,
    subject: { type: 'change-request', id: changeRequestId },
  });
}
