import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';
import type { BoardFilter } from '#shared/oversight/contract.ts';
import { useHeldOrder } from '#client/platform/held-order.ts';
import { useShortcuts } from '#client/platform/shortcuts.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { FailureState } from '#client/ui/FailureState.tsx';
import { LoadingRows } from '#client/ui/LoadingRows.tsx';
import { PageHeader } from '#client/ui/PageHeader.tsx';
import { keepBoardOrder } from './board-order.ts';
import { BoardFilters } from './BoardFilters.tsx';
import { BoardLanes } from './BoardLanes.tsx';
import { BoardList } from './BoardList.tsx';
import { boardQuery } from './queries.ts';
import classes from './Board.module.css';

const route = getRouteApi('/shell/board');

/** The physiatrist's home: every episode in my care, worst first, each with its reason. */
export function BoardPage() {
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const board = useInfiniteQuery(boardQuery(filter));
  const filters = useRef<HTMLInputElement>(null);
  const pages = board.data?.pages ?? [];
  const { rows, moved, release } = useHeldOrder(
    pages.flatMap((page) => page.rows),
    (row) => row.episodeId,
    JSON.stringify(filter),
  );
  const first = pages[0];
  useShortcuts('Board', [{ keys: '/', does: 'Filter by diagnosis', run: () => filters.current?.focus() }]);
  const narrow = (change: Partial<BoardFilter>) =>
    void navigate({ search: { ...filter, ...change }, replace: true });
  const keepOrder = () => keepBoardOrder(rows.map((row) => row.episodeId));
  const open = (episodeId: string) => {
    keepOrder();
    void navigate({ to: '/episodes/$episodeId/review', params: { episodeId } });
  };
  const isNarrowed = Object.entries(filter).some(([key, value]) => key !== 'sort' && value !== undefined);

  return (
    <div className={classes.page}>
      <PageHeader
        title="Board"
        description={
          first?.counts ? (
            <BoardLanes counts={first.counts} lane={filter.lane} onLane={(lane) => narrow({ lane })} />
          ) : undefined
        }
        actions={
          moved > 0 ? (
            <Button size="compact-sm" variant="light" onClick={release}>
              {moved} moved: sort again
            </Button>
          ) : undefined
        }
      />
      <BoardFilters ref={filters} filter={filter} therapists={first?.therapists ?? []} onChange={narrow} />
      {board.isPending ? (
        <LoadingRows label="Loading the board" rows={8} height={76} />
      ) : board.isError && rows.length === 0 ? (
        <FailureState error={board.error} onRetry={() => void board.refetch()} retrying={board.isFetching} />
      ) : rows.length === 0 ? (
        <EmptyState
          title={isNarrowed ? 'No episode matches' : 'No episode is in your care'}
          action={
            isNarrowed ? (
              <Button variant="light" onClick={() => void navigate({ search: {} })}>
                Show all
              </Button>
            ) : undefined
          }
        >
          {isNarrowed
            ? 'Nothing on your board fits these filters.'
            : 'An administrator assigns you to a patient’s care team; the episode then appears here by itself.'}
        </EmptyState>
      ) : (
        <BoardList
          rows={rows}
          onOpen={open}
          onLeave={keepOrder}
          hasMore={board.hasNextPage}
          isLoadingMore={board.isFetchingNextPage}
          onMore={() => void board.fetchNextPage()}
          error={board.isError ? board.error : undefined}
          onRetry={() => void board.refetch()}
        />
      )}
    </div>
  );
}
