import { Button, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { BoardRow } from '#shared/oversight/contract.ts';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { useRowCursor } from '#client/ui/use-row-cursor.ts';
import { BoardLine } from './BoardLine.tsx';
import classes from './Board.module.css';

interface BoardListProps {
  rows: readonly BoardRow[];
  onOpen: (episodeId: string) => void;
  /** A row's link was followed: the order of the board is to be remembered. */
  onLeave: () => void;
  hasMore: boolean;
  isLoadingMore: boolean;
  onMore: () => void;
  error: unknown;
  onRetry: () => void;
}

const LINE_PIXELS = 84;
const AHEAD = 8;

/** The rows, of which only those in view exist; the next page is fetched before the reader gets there. */
export function BoardList({
  rows,
  onOpen,
  onLeave,
  hasMore,
  isLoadingMore,
  onMore,
  error,
  onRetry,
}: BoardListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_PIXELS,
    getItemKey: (index) => rows[index]?.episodeId ?? index,
    overscan: AHEAD,
  });
  const cursor = useRowCursor({
    ids: rows.map((row) => row.episodeId),
    onOpen,
    title: 'Board',
    opens: 'Open the review',
    scrollTo: (index) => virtual.scrollToIndex(index),
  });
  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  const nearEnd = hasMore && !isLoadingMore && lastShown >= rows.length - AHEAD;
  useEffect(() => {
    if (nearEnd) onMore();
  }, [nearEnd, onMore]);
  return (
    <div ref={scroller} className={classes.scroller}>
      {error === undefined ? null : (
        <ProblemAlert error={error} title="The board could not be refreshed" onRetry={onRetry} />
      )}
      <ul className={classes.list} style={{ height: virtual.getTotalSize() }} aria-label="Episodes">
        {items.map((item) => {
          const row = rows[item.index];
          return row === undefined ? null : (
            <li
              key={row.episodeId}
              ref={virtual.measureElement}
              data-index={item.index}
              aria-setsize={hasMore ? -1 : rows.length}
              aria-posinset={item.index + 1}
              className={classes.item}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <BoardLine row={row} cursor={cursor.rowProps(row.episodeId)} onOpen={onLeave} />
            </li>
          );
        })}
      </ul>
      {hasMore ? (
        <Button variant="subtle" fullWidth loading={isLoadingMore} onClick={onMore}>
          More
        </Button>
      ) : (
        <Text size="sm" c="dimmed" ta="center" py={6}>
          {rows.length === 1 ? 'One episode' : `${rows.length} episodes`}
        </Text>
      )}
    </div>
  );
}
