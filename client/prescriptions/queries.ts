import {
  queryOptions,
  useMutation,
  useQueryClient,
  type QueryClient,
  type UseMutationResult,
} from '@tanstack/react-query';
import type { ChangeRequestId, PrescriptionId } from '#shared/platform/ids.ts';
import { EpisodeId } from '#shared/platform/ids.ts';
import { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import type { ChangeProposal } from '#shared/prescriptions/change-proposal.ts';
import type { PrescriptionDraftContent } from '#shared/prescriptions/model.ts';
import type { PrescriptionDraft, PrescriptionPage } from '#shared/prescriptions/page.ts';
import { call } from '#client/platform/call.ts';
import { queryKeys } from '#client/platform/query-keys.ts';
import { useSubmissionKey } from '#client/platform/submission-key.ts';

const ofEpisode = (episodeId: string) => ({ episodeId: EpisodeId.parse(episodeId) });

export const prescriptionQuery = (episodeId: string) =>
  queryOptions({
    queryKey: queryKeys.episode(episodeId, 'prescription'),
    queryFn: ({ signal }) => call(prescriptionsApi.page, { params: ofEpisode(episodeId) }, { signal }),
  });

/** A change of the prescription is seen on the board, on today's list and among the tasks. */
async function refresh(queryClient: QueryClient, episodeId: string): Promise<void> {
  void queryClient.invalidateQueries({ queryKey: queryKeys.board() });
  void queryClient.invalidateQueries({ queryKey: queryKeys.today() });
  void queryClient.invalidateQueries({ queryKey: queryKeys.tasks() });
  await queryClient.invalidateQueries({ queryKey: queryKeys.episode(episodeId) });
}

/** One act on the prescription: sent once however often it is pressed, and everything that shows it refetched. */
function useAct<Given, Answer>(
  episodeId: string,
  send: (given: Given, key: string) => Promise<Answer>,
): UseMutationResult<Answer, Error, Given> {
  const queryClient = useQueryClient();
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (given: Given) => send(given, submission.key),
    onSuccess: () => {
      submission.renew();
      return refresh(queryClient, episodeId);
    },
  });
}

export const useBeginDraft = (episodeId: string) =>
  useAct<void, PrescriptionDraft>(episodeId, () =>
    call(prescriptionsApi.beginDraft, { params: ofEpisode(episodeId) }),
  );

export const useDiscardDraft = (episodeId: string) =>
  useAct(episodeId, (expectedVersion: number) =>
    call(prescriptionsApi.discardDraft, { params: ofEpisode(episodeId), body: { expectedVersion } }),
  );

export const useSign = (episodeId: string) =>
  useAct(episodeId, (body: { expectedVersion: number; reason: string | null; certifiesPlan: boolean }, key) =>
    call(prescriptionsApi.sign, { params: ofEpisode(episodeId), body }, { key }),
  );

export const useStop = (episodeId: string) =>
  useAct(episodeId, (stop: { prescriptionId: PrescriptionId; reason: string }, key) =>
    call(
      prescriptionsApi.stop,
      { params: { prescriptionId: stop.prescriptionId }, body: { reason: stop.reason } },
      { key },
    ),
  );

export const useAcknowledge = (episodeId: string) =>
  useAct(episodeId, (prescriptionId: PrescriptionId) =>
    call(prescriptionsApi.acknowledge, { params: { prescriptionId } }),
  );

export const useAskForChange = (episodeId: string) =>
  useAct(
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

interface Decided {
  changeRequestId: ChangeRequestId;
  expectedVersion: number;
}

export const useApprove = (episodeId: string) =>
  useAct(
    episodeId,
    (
      {
        changeRequestId,
        ...body
      }: Decided & { prescriptionId: PrescriptionId; note: string | null; certifiesPlan: boolean },
      key,
    ) => call(prescriptionsApi.approve, { params: { changeRequestId }, body }, { key }),
  );

export const useOpenChangeDraft = (episodeId: string) =>
  useAct(episodeId, ({ changeRequestId, ...body }: Decided) =>
    call(prescriptionsApi.approveWithChanges, { params: { changeRequestId }, body }),
  );

export const useDecline = (episodeId: string) =>
  useAct(episodeId, ({ changeRequestId, ...body }: Decided & { note: string }, key) =>
    call(prescriptionsApi.decline, { params: { changeRequestId }, body }, { key }),
  );

export const useWithdraw = (episodeId: string) =>
  useAct(episodeId, ({ changeRequestId, ...body }: Decided, key) =>
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
