import type { ReactNode } from 'react';
import type { SortValue } from './compare-values.ts';

export interface DataColumn<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** What the column sorts by; without it the column does not sort. Rows without a value come last either way. */
  sortBy?: (row: Row) => SortValue;
  /** Numbers stand right, under each other. */
  align?: 'left' | 'right';
  width?: number | string;
  /** The cell names its row for a screen reader: one column per table. */
  isRowHeader?: boolean;
}

export interface TableSort {
  columnId: string;
  descending: boolean;
}

/** Up, down, back to the order the rows came in. */
export function nextSort(current: TableSort | undefined, columnId: string): TableSort | undefined {
  if (current?.columnId !== columnId) return { columnId, descending: false };
  return current.descending ? undefined : { columnId, descending: true };
}
