import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { PrescriptionId } from '#shared/platform/ids.ts';
import { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import type { ChangeProposal } from '#shared/prescriptions/change-proposal.ts';
import type { PrescriptionDraftContent } from '#shared/prescriptions/model.ts';
import type { PrescriptionDraft, PrescriptionPage } from '#shared/prescriptions/page.ts';
import {
  ofEpisode,
  prescriptionQuery,
  useActOnPrescription,
  type Decided,
  type Signature,
} from '#client/clinical/prescription-acts.ts';
import { call } from '#client/platform/call.ts';
import { queryKeys } from '#client/platform/query-keys.ts';

export const useBeginDraft = (episodeId: string) =>
  useActOnPrescription<void, PrescriptionDraft>(episodeId, () =>
    call(prescriptionsApi.beginDraft, { params: ofEpisode(episodeId) }),
  );

export const useDiscardDraft = (episodeId: string) =>
  useActOnPrescription(episodeId, (expectedVersion: number) =>
    call(prescriptionsApi.discardDraft, { params: ofEpisode(episodeId), body: { expectedVersion } }),
  );

export const useSign = (episodeId: string) =>
  useActOnPrescription(
    episodeId,
    (body: Signature & { expectedVersion: number; reason: string | null }, key) =>
      call(prescriptionsApi.sign, { params: ofEpisode(episodeId), body }, { key }),
  );

export const useStop = (episodeId: string) =>
  useActOnPrescription(episodeId, (stop: { prescriptionId: PrescriptionId; reason: string }, key) =>
    call(
      prescriptionsApi.stop,
      { params: { prescriptionId: stop.prescriptionId }, body: { reason: stop.reason } },
      { key },
    ),
  );

export const useAcknowledge = (episodeId: string) =>
  useActOnPrescription(episodeId, (prescriptionId: PrescriptionId) =>
    call(prescriptionsApi.acknowledge, { params: { prescriptionId } }),
  );

export const useAskForChange = (episodeId: string) =>
  useActOnPrescription(
    episodeId,
    (
      asked: {
        prescriptionId: PrescriptionId;
        proposal: ChangeProposal;
        reason: string;
        lines: string[];
      },
      key,
    ) => {
      const { prescriptionId, ...body } = asked;
      return call(prescriptionsApi.askForChange, { params: { prescriptionId }, body }, { key });
    },
  );

export const useWithdraw = (episodeId: string) =>
  useActOnPrescription(episodeId, ({ changeRequestId, ...body }: Decided, key) =>
    call(prescriptionsApi.withdraw, { params: { changeRequestId }, body }, { key }),
  );

/** Saves the draft and answers its new version; a page opened later begins with what was saved. */
export async function saveDraft(
  queryClient: QueryClient,
  episodeId: string,
  content: PrescriptionDraftContent,
  expectedVersion: number,
): Promise<number> {
  const { version } = await call(prescriptionsApi.saveDraft, {
    params: ofEpisode(episodeId),
    body: { content, expectedVersion },
  });
  queryClient.setQueryData(prescriptionQuery(episodeId).queryKey, (old: PrescriptionPage | undefined) =>
    old?.draft ? { ...old, draft: { ...old.draft, content, version } } : old,
  );
  return version;
}

/** Under `board`: a request that is asked or answered moves there. */
export const waitingRequestsQuery = queryOptions({
  queryKey: queryKeys.board('waiting-requests'),
  queryFn: ({ signal }) => call(prescriptionsApi.waiting, {}, { signal }),
});
