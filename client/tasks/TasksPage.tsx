import { Box, Button, Group } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { taskPath, type Task } from '#shared/tasks/model.ts';
import { showNote } from '#client/ui/show-note.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { PageHeader } from '#client/ui/PageHeader.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { taskCountQuery, tasksQuery, useTaskStatus } from './queries.ts';
import { TaskFilters } from './TaskFilters.tsx';
import { TaskTable } from './TaskTable.tsx';

const route = getRouteApi('/shell/tasks');

/** Work with an owner and a due date: mine, and what anybody of my role may take. */
export function TasksPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(tasksQuery(search));
  const count = useQuery(taskCountQuery).data;
  const change = useTaskStatus();
  const isDone = search.status === 'done';

  const open = (task: Task) => {
    const path = taskPath(task);
    if (path !== undefined) void navigate({ to: path });
  };
  const turn = (task: Task) => {
    const to = task.status === 'done' ? 'open' : 'done';
    change.mutate(
      { task, to },
      {
        onSuccess: () =>
          showNote(to === 'done' ? 'Done. You can take that back under “Done”.' : 'The task is open again.'),
      },
    );
  };
  return (
    <>
      <PageHeader title="Tasks" description={summary(count)} />
      <TaskFilters
        search={search}
        onChange={(next) => void navigate({ search: { ...search, ...next }, replace: true })}
      />
      <Box px="lg">
        <ProblemAlert error={change.error} />
      </Box>
      <QueryBoundary
        query={query}
        isEmpty={({ pages }) => pages.every(({ tasks }) => tasks.length === 0)}
        empty={
          <NoTasks isDone={isDone} isFiltered={search.kind !== undefined || search.whose !== undefined} />
        }
      >
        {({ pages }) => (
          <>
            <Box px={8}>
              <TaskTable
                tasks={pages.flatMap(({ tasks }) => tasks)}
                onOpen={open}
                onTurn={turn}
                busyId={change.isPending ? change.variables.task.taskId : undefined}
              />
            </Box>
            {query.hasNextPage ? (
              <Group justify="center" mt="md">
                <Button
                  variant="default"
                  loading={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  Show more
                </Button>
              </Group>
            ) : null}
          </>
        )}
      </QueryBoundary>
    </>
  );
}

function summary(count: { open: number; overdue: number } | undefined): string | undefined {
  if (count === undefined) return undefined;
  return count.overdue === 0 ? `${count.open} open` : `${count.open} open, ${count.overdue} overdue`;
}

function NoTasks({ isDone, isFiltered }: { isDone: boolean; isFiltered: boolean }) {
  if (isFiltered) return <EmptyState title="No task matches.">Clear the filters to see all.</EmptyState>;
  return isDone ? (
    <EmptyState title="Nothing has been done yet." />
  ) : (
    <EmptyState title="Nothing waits for you.">
      Requests, results to read and safety holds appear here when somebody needs you.
    </EmptyState>
  );
}
