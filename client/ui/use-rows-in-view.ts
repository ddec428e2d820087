import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';

interface RowsInViewSpec<Row> {
  rows: readonly Row[];
  rowHeight: number;
  /** False renders all of them. */
  virtual: boolean;
}

/** The rows near the visible part of a scrolling box, with the height of those left out before and after them. */
export function useRowsInView<Row>({ rows, rowHeight, virtual }: RowsInViewSpec<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    enabled: virtual,
  });
  if (!virtual) return { scroller, inView: rows.map((row, index) => ({ row, index })), before: 0, after: 0 };
  const items = virtualizer.getVirtualItems();
  return {
    scroller,
    inView: items.flatMap(({ index }) => {
      const row = rows[index];
      return row === undefined ? [] : [{ row, index }];
    }),
    before: items[0]?.start ?? 0,
    after: virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0),
    scrollTo: (index: number) => virtualizer.scrollToIndex(index),
  };
}
