import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { tasksApi } from '#shared/tasks/contract.ts';
import type { Task } from '#shared/tasks/model.ts';
import { call } from '#client/platform/call.ts';
import { queryKeys } from '#client/platform/query-keys.ts';
import type { TaskSearch } from './task-search.ts';

/** Tasks that the URL asks for, page after page. */
export const tasksQuery = (search: TaskSearch) =>
  infiniteQueryOptions({
    queryKey: queryKeys.tasks('list', search),
    queryFn: ({ pageParam, signal }) =>
      call(
        tasksApi.list,
        { query: { ...search, ...(pageParam === undefined ? {} : { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** The number in the header. */
export const taskCountQuery = queryOptions({
  queryKey: queryKeys.tasks('count'),
  queryFn: ({ signal }) => call(tasksApi.count, {}, { signal }),
});

/** Marks a task as done, or takes that back. */
export function useTaskStatus() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ task, to }: { task: Task; to: 'done' | 'open' }) =>
      call(to === 'done' ? tasksApi.complete : tasksApi.reopen, {
        params: { taskId: task.taskId },
        body: { expectedVersion: task.version },
      }),
    // A refusal also means that the list on screen is old.
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.tasks() }),
  });
}
