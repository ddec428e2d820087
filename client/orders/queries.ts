import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ordersApi } from '#shared/orders/contract.ts';
import type { CallInput, Endpoint } from '#shared/platform/endpoint.ts';
import { DiagnosticOrderId, EpisodeId, ProcedureId, ReferralId } from '#shared/platform/ids.ts';
import { call } from '#client/platform/call.ts';
import { queryKeys } from '#client/platform/query-keys.ts';
import { useSubmissionKey } from '#client/platform/submission-key.ts';

type InboxSearch = CallInput<typeof ordersApi.inbox>['query'];

/** Under `tasks`: a result that came or was read is announced there. */
export const inboxQuery = (search: InboxSearch) =>
  queryOptions({
    queryKey: queryKeys.tasks('results', search),
    queryFn: ({ signal }) => call(ordersApi.inbox, { query: search }, { signal }),
  });

export const inboxCountQuery = queryOptions({
  queryKey: queryKeys.tasks('results-count'),
  queryFn: ({ signal }) => call(ordersApi.countInbox, {}, { signal }),
});

type BodyOf<E extends Endpoint> = CallInput<E>['body'];

/** One submission until it succeeded; then the episode, the board and the tasks are asked again. */
function useSubmission<Body>(episodeId: string, send: (body: Body, key: string) => Promise<unknown>) {
  const queryClient = useQueryClient();
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (body: Body) => send(body, submission.key),
    onSuccess: () => {
      submission.renew();
      void queryClient.invalidateQueries({ queryKey: queryKeys.board() });
      void queryClient.invalidateQueries({ queryKey: queryKeys.tasks() });
      return queryClient.invalidateQueries({ queryKey: queryKeys.episode(episodeId) });
    },
  });
}

const onEpisode = (episodeId: string) => ({ episodeId: EpisodeId.parse(episodeId) });

export const useRecommend = (episodeId: string) =>
  useSubmission(episodeId, (body: BodyOf<typeof ordersApi.recommend>, key) =>
    call(ordersApi.recommend, { params: onEpisode(episodeId), body }, { key }),
  );

export const usePlaceOrder = (episodeId: string) =>
  useSubmission(episodeId, (body: BodyOf<typeof ordersApi.place>, key) =>
    call(ordersApi.place, { params: onEpisode(episodeId), body }, { key }),
  );

export const usePerform = (episodeId: string) =>
  useSubmission(episodeId, (body: BodyOf<typeof ordersApi.perform>, key) =>
    call(ordersApi.perform, { params: onEpisode(episodeId), body }, { key }),
  );

export const useRefer = (episodeId: string) =>
  useSubmission(episodeId, (body: BodyOf<typeof ordersApi.refer>, key) =>
    call(ordersApi.refer, { params: onEpisode(episodeId), body }, { key }),
  );

const onOrder = (episodeId: string, id: string) => ({
  ...onEpisode(episodeId),
  diagnosticOrderId: DiagnosticOrderId.parse(id),
});

export const useEnterResult = (episodeId: string, id: string) =>
  useSubmission(episodeId, (body: BodyOf<typeof ordersApi.enterResult>) =>
    call(ordersApi.enterResult, { params: onOrder(episodeId, id), body }),
  );

export const useAcknowledge = (episodeId: string, id: string) =>
  useSubmission(episodeId, (body: BodyOf<typeof ordersApi.acknowledge>) =>
    call(ordersApi.acknowledge, { params: onOrder(episodeId, id), body }),
  );

export const useSchedule = (episodeId: string, id: string) =>
  useSubmission(episodeId, (body: BodyOf<typeof ordersApi.schedule>) =>
    call(ordersApi.schedule, { params: onOrder(episodeId, id), body }),
  );

export const useCancelOrder = (episodeId: string, id: string) =>
  useSubmission(episodeId, (body: BodyOf<typeof ordersApi.cancel>) =>
    call(ordersApi.cancel, { params: onOrder(episodeId, id), body }),
  );

export const useNoteComplication = (episodeId: string, id: string) =>
  useSubmission(episodeId, (body: BodyOf<typeof ordersApi.noteComplication>) =>
    call(ordersApi.noteComplication, {
      params: { ...onEpisode(episodeId), procedureId: ProcedureId.parse(id) },
      body,
    }),
  );

export const useChangeRest = (episodeId: string, id: string) =>
  useSubmission(episodeId, (body: BodyOf<typeof ordersApi.changeRest>) =>
    call(ordersApi.changeRest, {
      params: { ...onEpisode(episodeId), procedureId: ProcedureId.parse(id) },
      body,
    }),
  );

export const useMarkProcedureError = (episodeId: string, id: string) =>
  useSubmission(episodeId, (body: BodyOf<typeof ordersApi.markProcedureError>) =>
    call(ordersApi.markProcedureError, {
      params: { ...onEpisode(episodeId), procedureId: ProcedureId.parse(id) },
      body,
    }),
  );

export const useMarkOrderError = (episodeId: string, id: string) =>
  useSubmission(episodeId, (body: BodyOf<typeof ordersApi.markOrderError>) =>
    call(ordersApi.markOrderError, { params: onOrder(episodeId, id), body }),
  );

export const useAnswerReferral = (episodeId: string, id: string) =>
  useSubmission(episodeId, (body: BodyOf<typeof ordersApi.answerReferral>) =>
    call(ordersApi.answerReferral, {
      params: { ...onEpisode(episodeId), referralId: ReferralId.parse(id) },
      body,
    }),
  );

export const useAcceptOutside = (episodeId: string, id: string) =>
  useSubmission(episodeId, (body: BodyOf<typeof ordersApi.acceptOutside>) =>
    call(ordersApi.acceptOutside, {
      params: { ...onEpisode(episodeId), referralId: ReferralId.parse(id) },
      body,
    }),
  );

export const offeredQuery = () =>
  queryOptions({
    queryKey: [...queryKeys.tasks(), 'referrals-to-me'],
    queryFn: ({ signal }) => call(ordersApi.offered, {}, { signal }),
  });

export function useAcceptReferral() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ referralId, version }: { referralId: ReferralId; version: number }) =>
      call(ordersApi.accept, { params: { referralId }, body: { expectedVersion: version } }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
}

export function useDeclineReferral(referralId: ReferralId, version: number) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      call(ordersApi.decline, { params: { referralId }, body: { reason, expectedVersion: version } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: offeredQuery().queryKey }),
  });
}
