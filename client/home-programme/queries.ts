import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { homeProgrammeApi } from '#shared/home-programme/contract.ts';
import { ExerciseCode } from '#shared/home-programme/model.ts';
import type { CallInput, Endpoint } from '#shared/platform/endpoint.ts';
import { EpisodeId } from '#shared/platform/ids.ts';
import { call } from '#client/platform/call.ts';
import { queryKeys } from '#client/platform/query-keys.ts';
import { useSubmissionKey } from '#client/platform/submission-key.ts';

type BodyOf<E extends Endpoint> = CallInput<E>['body'];

const MINUTE = 60_000;

export const libraryQuery = queryOptions({
  queryKey: queryKeys.exercises(),
  queryFn: ({ signal }) => call(homeProgrammeApi.library, {}, { signal }),
  staleTime: 5 * MINUTE,
});

export const programmeQuery = (episodeId: string) =>
  queryOptions({
    queryKey: queryKeys.episode(episodeId, 'home-programme'),
    queryFn: ({ signal }) =>
      call(homeProgrammeApi.programme, { params: { episodeId: EpisodeId.parse(episodeId) } }, { signal }),
  });

export function useSaveProgramme(episodeId: string) {
  const queryClient = useQueryClient();
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (body: BodyOf<typeof homeProgrammeApi.saveProgramme>) =>
      call(
        homeProgrammeApi.saveProgramme,
        { params: { episodeId: EpisodeId.parse(episodeId) }, body },
        { key: submission.key },
      ),
    onSuccess: () => {
      submission.renew();
      return queryClient.invalidateQueries({ queryKey: queryKeys.episode(episodeId) });
    },
    // What a colleague saved meanwhile is asked for, to be shown beside what is typed.
    onError: () => queryClient.invalidateQueries({ queryKey: queryKeys.episode(episodeId) }),
  });
}

/** Something of the library changed: it is asked for again. */
function useLibraryChange<Body, Answer>(send: (body: Body, key: string) => Promise<Answer>) {
  const queryClient = useQueryClient();
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (body: Body) => send(body, submission.key),
    onSuccess: () => {
      submission.renew();
      return queryClient.invalidateQueries({ queryKey: queryKeys.exercises() });
    },
  });
}

export const useAddExercise = () =>
  useLibraryChange((body: BodyOf<typeof homeProgrammeApi.addExercise>, key) =>
    call(homeProgrammeApi.addExercise, { body }, { key }),
  );

export const useEditExercise = (code: string) =>
  useLibraryChange((body: BodyOf<typeof homeProgrammeApi.editExercise>) =>
    call(homeProgrammeApi.editExercise, { params: { exerciseCode: ExerciseCode.parse(code) }, body }),
  );

export const useRetireExercise = (code: string) =>
  useLibraryChange((body: BodyOf<typeof homeProgrammeApi.retireExercise>) =>
    call(homeProgrammeApi.retireExercise, { params: { exerciseCode: ExerciseCode.parse(code) }, body }),
  );

export const useImportExercises = () =>
  useLibraryChange((body: BodyOf<typeof homeProgrammeApi.importExercises>) =>
    call(homeProgrammeApi.importExercises, { body }),
  );
