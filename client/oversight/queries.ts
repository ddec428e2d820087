import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import type { CallInput } from '#shared/platform/endpoint.ts';
import { oversightApi, type BoardFilter } from '#shared/oversight/contract.ts';
import { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import { EpisodeId } from '#shared/platform/ids.ts';
import { call } from '#client/platform/call.ts';
import { queryKeys } from '#client/platform/query-keys.ts';
import { useSubmissionKey } from '#client/platform/submission-key.ts';

const PAGE = 50;

/** The board, page after page, narrowed by what the URL says. */
export const boardQuery = (filter: BoardFilter) =>
  infiniteQueryOptions({
    queryKey: queryKeys.board(filter),
    queryFn: ({ pageParam, signal }) =>
      call(
        oversightApi.board,
        { query: { ...filter, limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

/** Everything the one-screen review shows. */
export const reviewQuery = (episodeId: string) =>
  queryOptions({
    queryKey: queryKeys.episode(episodeId, 'review'),
    queryFn: ({ signal }) =>
      call(oversightApi.review, { params: { episodeId: EpisodeId.parse(episodeId) } }, { signal }),
  });

/** Earlier judgements with their reasons, newest first. */
export const verdictsQuery = (episodeId: string) =>
  queryOptions({
    queryKey: queryKeys.episode(episodeId, 'verdicts'),
    queryFn: ({ signal }) =>
      call(
        oversightApi.verdicts,
        { params: { episodeId: EpisodeId.parse(episodeId) }, query: { limit: 50 } },
        { signal },
      ),
  });

export type DecisionBody = CallInput<typeof oversightApi.decide>['body'];

/** Records a decision; one submission until it succeeded. */
export function useDecide(episodeId: string) {
  const queryClient = useQueryClient();
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: async (body: DecisionBody) => {
      const answer = await call(
        oversightApi.decide,
        { params: { episodeId: EpisodeId.parse(episodeId) }, body },
        { key: submission.key },
      );
      // The next version is waiting, with the present one beside it; an open draft is answered as it is.
      if (answer.next === 'prescription') {
        await call(prescriptionsApi.beginDraft, { params: { episodeId: EpisodeId.parse(episodeId) } });
      }
      return answer;
    },
    onSuccess: () => {
      submission.renew();
      void queryClient.invalidateQueries({ queryKey: queryKeys.board() });
      return queryClient.invalidateQueries({ queryKey: queryKeys.episode(episodeId) });
    },
  });
}
