import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { CallInput } from '#shared/platform/endpoint.ts';
import { ClinicId, EpisodeId } from '#shared/platform/ids.ts';
import { outcomesApi } from '#shared/outcomes/contract.ts';
import { call } from '#client/platform/call.ts';
import { queryKeys } from '#client/platform/query-keys.ts';
import { useSubmissionKey } from '#client/platform/submission-key.ts';

export const scoresQuery = (episodeId: string) =>
  queryOptions({
    queryKey: queryKeys.episode(episodeId, 'scores'),
    queryFn: ({ signal }) =>
      call(outcomesApi.list, { params: { episodeId: EpisodeId.parse(episodeId) } }, { signal }),
  });

export const thresholdsQuery = (clinicId: string) =>
  queryOptions({
    queryKey: ['thresholds', clinicId] as const,
    queryFn: ({ signal }) =>
      call(outcomesApi.thresholds, { params: { clinicId: ClinicId.parse(clinicId) } }, { signal }),
  });

async function refresh(queryClient: QueryClient, episodeId: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: queryKeys.episode(episodeId) }),
    queryClient.invalidateQueries({ queryKey: queryKeys.board() }),
    queryClient.invalidateQueries({ queryKey: queryKeys.today() }),
  ]);
}

export function useEnterScores(episodeId: EpisodeId) {
  const queryClient = useQueryClient();
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (body: CallInput<typeof outcomesApi.enter>['body']) =>
      call(outcomesApi.enter, { params: { episodeId }, body }, { key: submission.key }),
    onSuccess: () => {
      submission.renew();
      return refresh(queryClient, episodeId);
    },
  });
}

type ScorePlace = CallInput<typeof outcomesApi.markError>['params'];

export function useMarkError(params: ScorePlace) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) => call(outcomesApi.markError, { params, body: { reason } }),
    onSuccess: () => refresh(queryClient, params.episodeId),
  });
}

export function useCorrectScore(params: ScorePlace) {
  const queryClient = useQueryClient();
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (body: CallInput<typeof outcomesApi.correct>['body']) =>
      call(outcomesApi.correct, { params, body }, { key: submission.key }),
    onSuccess: () => {
      submission.renew();
      return refresh(queryClient, params.episodeId);
    },
  });
}

export function useTakeImported(params: ScorePlace) {
  const queryClient = useQueryClient();
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (body: CallInput<typeof outcomesApi.takeImported>['body']) =>
      call(outcomesApi.takeImported, { params, body }, { key: submission.key }),
    onSuccess: () => {
      submission.renew();
      return refresh(queryClient, params.episodeId);
    },
  });
}

export function useChooseThreshold(clinicId: ClinicId, measureCode: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: CallInput<typeof outcomesApi.chooseThreshold>['body']) =>
      call(outcomesApi.chooseThreshold, { params: { clinicId, measureCode }, body }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['thresholds', clinicId] }),
  });
}
