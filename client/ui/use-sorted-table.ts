import {
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type RowData,
  type SortingState,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { compareValues } from './compare-values.ts';
import { nextSort, type DataColumn, type TableSort } from './data-column.ts';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

interface SortedTableSpec<Row> {
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  idOf: (row: Row) => string;
  sort?: TableSort | undefined;
  onSort?: ((sort: TableSort | undefined) => void) | undefined;
  sortedOutside?: boolean | undefined;
}

/** Rows in the wanted order, with the sort held here or, given `onSort`, outside. */
export function useSortedTable<Row extends RowData>(spec: SortedTableSpec<Row>) {
  const { columns, rows, idOf, sort, onSort, sortedOutside = false } = spec;
  const [own, setOwn] = useState<TableSort>();
  const current = onSort === undefined ? own : sort;
  const sorting: SortingState = useMemo(
    () => (current === undefined ? [] : [{ id: current.columnId, desc: current.descending }]),
    [current],
  );
  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        accessorFn: (row: Row) => column.sortBy?.(row),
        sortUndefined: 'last' as const,
        sortFn: (a: { original: Row }, b: { original: Row }) =>
          compareValues(column.sortBy?.(a.original), column.sortBy?.(b.original)),
      })),
    [columns],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: idOf,
    state: { sorting },
    manualSorting: sortedOutside,
  });
  const sortBy = (columnId: string) => (onSort ?? setOwn)(nextSort(current, columnId));
  return { shown: table.getRowModel().rows, sort: current, sortBy };
}
