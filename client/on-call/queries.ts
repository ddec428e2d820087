import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { onCallApi } from '#shared/on-call/contract.ts';
import type { CallInput } from '#shared/platform/endpoint.ts';
import type { ClinicId } from '#shared/platform/ids.ts';
import { tasksApi } from '#shared/tasks/contract.ts';
import type { Task } from '#shared/tasks/model.ts';
import { call } from '#client/platform/call.ts';
import { queryKeys } from '#client/platform/query-keys.ts';
import { useSubmissionKey } from '#client/platform/submission-key.ts';

/** `teams` is the topic that the server names when the rota or the hours change. */
export const onCallQuery = queryOptions({
  queryKey: queryKeys.teams('on-call'),
  queryFn: ({ signal }) => call(onCallApi.read, {}, { signal }),
});

export type DutyBody = CallInput<typeof onCallApi.assign>['body'];

export function useAssignDuty(clinicId: ClinicId) {
  const queryClient = useQueryClient();
  const submission = useSubmissionKey();
  return useMutation({
    mutationFn: (body: DutyBody) =>
      call(onCallApi.assign, { params: { clinicId }, body }, { key: submission.key }),
    onSuccess: () => {
      submission.renew();
      return queryClient.invalidateQueries({ queryKey: onCallQuery.queryKey });
    },
  });
}

export function useEndDuty(params: CallInput<typeof onCallApi.end>['params']) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (expectedVersion: number) => call(onCallApi.end, { params, body: { expectedVersion } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: onCallQuery.queryKey }),
  });
}

export function useSetHours(clinicId: ClinicId) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: CallInput<typeof onCallApi.setHours>['body']) =>
      call(onCallApi.setHours, { params: { clinicId }, body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: onCallQuery.queryKey }),
  });
}

/** Calls that are to be made, as tasks of one's role. */
export const telephoneQuery = queryOptions({
  queryKey: queryKeys.tasks('telephone'),
  queryFn: ({ signal }) => call(tasksApi.list, { query: { kind: 'telephone' } }, { signal }),
});

export function useCallMade() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ taskId, version }: Task) =>
      call(tasksApi.complete, { params: { taskId }, body: { expectedVersion: version } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.tasks() }),
  });
}
