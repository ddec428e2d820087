import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { surgicalApi } from '#shared/orders/surgical-contract.ts';
import type { SurgicalText } from '#shared/orders/surgical.ts';
import type { CallInput, Endpoint } from '#shared/platform/endpoint.ts';
import { EpisodeId, SurgicalEvaluationId } from '#shared/platform/ids.ts';
import { call } from '#client/platform/call.ts';
import { queryKeys } from '#client/platform/query-keys.ts';
import { useSubmissionKey } from '#client/platform/submission-key.ts';

export const surgicalQuery = (episodeId: string) =>
  queryOptions({
    queryKey: queryKeys.episode(episodeId, 'surgical'),
    queryFn: ({ signal }) =>
      call(surgicalApi.list, { params: { episodeId: EpisodeId.parse(episodeId) } }, { signal }),
  });

const onEvaluation = (episodeId: string, id: string) => ({
  episodeId: EpisodeId.parse(episodeId),
  surgicalEvaluationId: SurgicalEvaluationId.parse(id),
});

export const letterParams = onEvaluation;

export function useBeginSurgical(episodeId: string) {
  const queryClient = useQueryClient();
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: () =>
      call(
        surgicalApi.begin,
        { params: { episodeId: EpisodeId.parse(episodeId) }, body: {} },
        { key: submission.key },
      ),
    onSuccess: () => {
      submission.renew();
      return queryClient.invalidateQueries({ queryKey: queryKeys.episode(episodeId) });
    },
  });
}

/** Saves the text; answers the version it made. */
export async function saveSurgicalText(
  { episodeId, id }: { episodeId: string; id: string },
  text: SurgicalText,
  expectedVersion: number,
): Promise<number> {
  const { version } = await call(surgicalApi.save, {
    params: onEvaluation(episodeId, id),
    body: { ...text, expectedVersion },
  });
  return version;
}

type BodyOf<E extends Endpoint> = CallInput<E>['body'];

function useAct<Body>(episodeId: string, act: (body: Body) => Promise<unknown>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: queryKeys.tasks() });
      return queryClient.invalidateQueries({ queryKey: queryKeys.episode(episodeId) });
    },
  });
}

export const useSignSurgical = (episodeId: string, id: string) =>
  useAct(episodeId, (body: BodyOf<typeof surgicalApi.sign>) =>
    call(surgicalApi.sign, { params: onEvaluation(episodeId, id), body }),
  );

export const useDiscardSurgical = (episodeId: string, id: string) =>
  useAct(episodeId, (body: BodyOf<typeof surgicalApi.discard>) =>
    call(surgicalApi.discard, { params: onEvaluation(episodeId, id), body }),
  );

export const useSendSurgical = (episodeId: string, id: string) =>
  useAct(episodeId, (body: BodyOf<typeof surgicalApi.send>) =>
    call(surgicalApi.send, { params: onEvaluation(episodeId, id), body }),
  );

export const useDecideSurgical = (episodeId: string, id: string) =>
  useAct(episodeId, (body: BodyOf<typeof surgicalApi.decide>) =>
    call(surgicalApi.decide, { params: onEvaluation(episodeId, id), body }),
  );
