import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { evaluationsApi, type EvaluationDetail } from '#shared/evaluations/contract.ts';
import type { EvaluationKind } from '#shared/evaluations/model.ts';
import type { EvaluationText } from '#shared/evaluations/storable.ts';
import { EpisodeId, EvaluationId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { call } from '#client/platform/call.ts';
import { queryKeys } from '#client/platform/query-keys.ts';
import { useSubmissionKey } from '#client/platform/submission-key.ts';

export const evaluationsQuery = (episodeId: string) =>
  queryOptions({
    queryKey: queryKeys.episode(episodeId, 'evaluations'),
    queryFn: ({ signal }) =>
      call(evaluationsApi.list, { params: { episodeId: EpisodeId.parse(episodeId) } }, { signal }),
  });

export interface EvaluationPlace {
  episodeId: string;
  evaluationId: string;
}

const paramsOf = ({ episodeId, evaluationId }: EvaluationPlace) => ({
  episodeId: EpisodeId.parse(episodeId),
  evaluationId: EvaluationId.parse(evaluationId),
});

export const evaluationQuery = (place: EvaluationPlace) =>
  queryOptions({
    queryKey: queryKeys.episode(place.episodeId, 'evaluation', place.evaluationId),
    queryFn: ({ signal }) => call(evaluationsApi.read, { params: paramsOf(place) }, { signal }),
  });

/** Starts a draft of the next evaluation. */
export function useStartEvaluation(episodeId: string) {
  const queryClient = useQueryClient();
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (kind: EvaluationKind) =>
      call(
        evaluationsApi.start,
        { params: { episodeId: EpisodeId.parse(episodeId) }, body: { kind } },
        { key: submission.key },
      ),
    onSuccess: () => {
      submission.renew();
      return queryClient.invalidateQueries({ queryKey: queryKeys.episode(episodeId) });
    },
  });
}

/** Saves a draft and answers its new version; a page opened later begins with what was saved. */
export async function saveEvaluation(
  queryClient: QueryClient,
  place: EvaluationPlace,
  { evaluatedOn, content }: EvaluationText,
  expectedVersion: number,
): Promise<number> {
  const body = { evaluatedOn: PlainDate.parse(evaluatedOn), content, expectedVersion };
  const saved = await call(evaluationsApi.save, { params: paramsOf(place), body });
  queryClient.setQueryData(evaluationQuery(place).queryKey, (old: EvaluationDetail | undefined) =>
    old === undefined ? old : { ...old, content, evaluatedOn: body.evaluatedOn, ...saved },
  );
  return saved.version;
}

/** Signs the version that the author has on screen. */
export function useSignEvaluation(place: EvaluationPlace) {
  const queryClient = useQueryClient();
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (expectedVersion: number) =>
      call(
        evaluationsApi.sign,
        { params: paramsOf(place), body: { expectedVersion } },
        { key: submission.key },
      ),
    onSuccess: () => {
      submission.renew();
      void queryClient.invalidateQueries({ queryKey: queryKeys.board() });
      void queryClient.invalidateQueries({ queryKey: queryKeys.tasks() });
      return queryClient.invalidateQueries({ queryKey: queryKeys.episode(place.episodeId) });
    },
  });
}

/** Throws the draft away, in the version that its author has on screen. */
export function useDiscardEvaluation(place: EvaluationPlace) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (expectedVersion: number) =>
      call(evaluationsApi.discard, { params: paramsOf(place), body: { expectedVersion } }),
    onSuccess: () => {
      queryClient.removeQueries({ queryKey: evaluationQuery(place).queryKey });
      return queryClient.invalidateQueries({ queryKey: queryKeys.episode(place.episodeId) });
    },
  });
}

/** Adds to a signed evaluation. */
export function useAddend(place: EvaluationPlace) {
  const queryClient = useQueryClient();
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (body: { reason: string; text: string }) =>
      call(evaluationsApi.addend, { params: paramsOf(place), body }, { key: submission.key }),
    onSuccess: () => {
      submission.renew();
      return queryClient.invalidateQueries({ queryKey: queryKeys.episode(place.episodeId) });
    },
  });
}
