import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { CallInput } from '#shared/platform/endpoint.ts';
import { EpisodeId } from '#shared/platform/ids.ts';
import { templatesApi } from '#shared/prescriptions/template-contract.ts';
import { call } from '#client/platform/call.ts';
import { queryKeys } from '#client/platform/query-keys.ts';
import { useSubmissionKey } from '#client/platform/submission-key.ts';

export const templatesQuery = queryOptions({
  queryKey: queryKeys.templates,
  queryFn: ({ signal }) => call(templatesApi.list, {}, { signal }),
});

export const earlierQuery = (episodeId: string) =>
  queryOptions({
    queryKey: queryKeys.episode(episodeId, 'prescription', 'earlier'),
    queryFn: ({ signal }) =>
      call(templatesApi.earlier, { params: { episodeId: EpisodeId.parse(episodeId) } }, { signal }),
  });

/** Keeps a new template, or takes a shipped one over. */
export function useSaveTemplate() {
  const queryClient = useQueryClient();
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (body: CallInput<typeof templatesApi.save>['body']) =>
      call(templatesApi.save, { body }, { key: submission.key }),
    onSuccess: () => {
      submission.renew();
      return queryClient.invalidateQueries({ queryKey: queryKeys.templates });
    },
  });
}

/** Renames, rewrites, retires or restores a template. */
export function useChangeTemplate() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({
      templateId,
      ...body
    }: CallInput<typeof templatesApi.change>['body'] & CallInput<typeof templatesApi.change>['params']) =>
      call(templatesApi.change, { params: { templateId }, body }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.templates }),
  });
}
