import {
  queryOptions,
  useMutation,
  useQueryClient,
  type QueryClient,
  type UseMutationResult,
} from '@tanstack/react-query';
import type { DelayWords } from '#shared/compliance/delayed-certification.ts';
import { EpisodeId, type ChangeRequestId, type PrescriptionId } from '#shared/platform/ids.ts';
import { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import type { ChangeRequest } from '#shared/prescriptions/page.ts';
import { call } from '#client/platform/call.ts';
import { queryKeys } from '#client/platform/query-keys.ts';
import { useSubmissionKey } from '#client/platform/submission-key.ts';

export const ofEpisode = (episodeId: string) => ({ episodeId: EpisodeId.parse(episodeId) });

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
export function useActOnPrescription<Given, Answer>(
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

export interface Decided {
  changeRequestId: ChangeRequestId;
  expectedVersion: number;
}

/** What a signature says about certification. */
export interface Signature {
  certifiesPlan: boolean;
  certifiedLate: DelayWords | null;
}

/** The request as it was seen. */
export const seenRequest = ({ changeRequestId, version }: ChangeRequest): Decided => ({
  changeRequestId,
  expectedVersion: version,
});

export const useApprove = (episodeId: string) =>
  useActOnPrescription(
    episodeId,
    (
      {
        changeRequestId,
        ...body
      }: Decided &
        Signature & {
          prescriptionId: PrescriptionId;
          note: string | null;
        },
      key,
    ) => call(prescriptionsApi.approve, { params: { changeRequestId }, body }, { key }),
  );

export const useOpenChangeDraft = (episodeId: string) =>
  useActOnPrescription(episodeId, ({ changeRequestId, ...body }: Decided) =>
    call(prescriptionsApi.approveWithChanges, { params: { changeRequestId }, body }),
  );

export const useDecline = (episodeId: string) =>
  useActOnPrescription(episodeId, ({ changeRequestId, ...body }: Decided & { note: string }, key) =>
    call(prescriptionsApi.decline, { params: { changeRequestId }, body }, { key }),
  );
