import { Box, Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { PageHeader } from '#client/ui/PageHeader.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { queueQuery } from './queries.ts';
import { QueueFilters } from './QueueFilters.tsx';
import type { QueueSearch } from './queue-search.ts';
import { QueueTable } from './QueueTable.tsx';

const route = getRouteApi('/shell/intake');

/** Requests for care: red flags in front, then by when the first visit is due. */
export function QueuePage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(queueQuery(search));
  const counts = query.data?.pages[0]?.counts;
  return (
    <>
      <PageHeader
        title="Requests for care"
        description={counts === undefined ? undefined : summary(counts)}
        actions={
          <Button component={Link} to="/intake/new" leftSection={<IconPlus size={16} aria-hidden />}>
            New request
          </Button>
        }
      />
      <QueueFilters
        search={search}
        counts={counts}
        onChange={(change) => void navigate({ search: { ...search, ...change }, replace: true })}
      />
      <QueryBoundary
        query={query}
        isEmpty={({ pages }) => pages.every(({ requests }) => requests.length === 0)}
        empty={<NoRequests search={search} />}
      >
        {({ pages }) => (
          <>
            <Box px="sm">
              <QueueTable
                requests={pages.flatMap(({ requests }) => requests)}
                onOpen={({ careRequestId }) =>
                  void navigate({ to: '/intake/$careRequestId', params: { careRequestId }, search: {} })
                }
              />
            </Box>
            {query.hasNextPage ? (
              <Group justify="center" my="md">
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

function summary(counts: { open: number; emergency: number; unowned: number }): string {
  const parts = [`${counts.open} open`, `${counts.unowned} without an owner`];
  return (counts.emergency === 0 ? parts : [`${counts.emergency} with an emergency sign`, ...parts]).join(
    ', ',
  );
}

function NoRequests({ search }: { search: QueueSearch }) {
  return Object.values(search).some((value) => value !== undefined) ? (
    <EmptyState title="No request matches.">Clear the filters to see every open request.</EmptyState>
  ) : (
    <EmptyState title="Nobody is waiting.">
      Requests from the public page and those that staff take down appear here at once.
    </EmptyState>
  );
}
