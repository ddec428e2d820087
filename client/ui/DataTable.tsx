import { Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconSelector } from '@tabler/icons-react';
import {
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type RowData,
  type SortingState,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { compareValues, type SortValue } from './compare-values.ts';
import { useRowCursor } from './use-row-cursor.ts';
import classes from './DataTable.module.css';

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

interface DataTableProps<Row> {
  /** Names the table: "Patients". */
  label: string;
  /** Keep it stable: a module constant, or `useMemo`. */
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  idOf: (row: Row) => string;
  /** A click or Enter on a row. */
  onOpen?: (row: Row) => void;
  /** What that does, for the sheet of keys: "Open the patient". */
  opens?: string;
  /** Sort held outside, e.g. in the URL. Without it the table sorts by itself. */
  sort?: TableSort | undefined;
  onSort?: (sort: TableSort | undefined) => void;
  /** The rows come in the wanted order (the server sorts): headers only say what is wanted. */
  sortedOutside?: boolean;
  /** Renders only the rows in view; give a `height`. For more than about 150 rows. */
  virtual?: boolean;
  /** Height of the scrolling body, any CSS length. */
  height?: number | string;
  rowHeight?: number;
  /** `j`, `k` and Enter; off while another list on the page has them. */
  keys?: boolean;
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

/** A dense table: sorts by its headers, `j`/`k` move a row cursor, Enter opens. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { label, columns, rows, idOf, onOpen, height, keys = true, virtual = false } = props;
  const { table, sort } = useSortedTable(props);
  const shown = table.getRowModel().rows;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => props.rowHeight ?? 34,
    overscan: 12,
    enabled: virtual,
  });
  const byId = useMemo(() => new Map(rows.map((row) => [idOf(row), row])), [rows, idOf]);
  const cursor = useRowCursor({
    title: label,
    ids: shown.map((row) => row.id),
    enabled: keys && rows.length > 0,
    opens: props.opens,
    ...(onOpen === undefined ? {} : { onOpen: (id) => openIfThere(byId.get(id), onOpen) }),
    ...(virtual ? { scrollTo: (index) => virtualizer.scrollToIndex(index) } : {}),
  });
  const items = virtual ? virtualizer.getVirtualItems() : [];
  const inView = virtual ? items.flatMap((item) => shown[item.index] ?? []) : shown;
  const before = items[0]?.start ?? 0;
  const after = virtual ? virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) : 0;
  return (
    <div ref={scroller} className={classes.scroller} style={{ maxHeight: height }}>
      <Table stickyHeader aria-label={label} aria-rowcount={virtual ? rows.length + 1 : undefined}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sort={sort.current} onSort={sort.by} />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Spacer height={before} columns={columns.length} />
          {inView.map((row, index) => (
            <Table.Tr
              key={row.id}
              {...cursor.rowProps(row.id)}
              className={classes.row}
              data-opens={onOpen !== undefined}
              aria-rowindex={virtual ? (items[index]?.index ?? 0) + 2 : undefined}
              onClick={(event) => {
                if (!isOwnControl(event)) onOpen?.(row.original);
              }}
            >
              {columns.map((column) => (
                <BodyCell key={column.id} column={column} row={row.original} />
              ))}
            </Table.Tr>
          ))}
          <Spacer height={after} columns={columns.length} />
        </Table.Tbody>
      </Table>
    </div>
  );
}

const openIfThere = <Row,>(row: Row | undefined, onOpen: (row: Row) => void): void => {
  if (row !== undefined) onOpen(row);
};

/** A link or a button inside a row does its own thing; so does selecting text. */
const isOwnControl = (event: MouseEvent): boolean =>
  (event.target instanceof Element && event.target.closest('a, button, input, label, select') !== null) ||
  (window.getSelection()?.toString() ?? '') !== '';

function useSortedTable<Row extends RowData>({
  columns,
  rows,
  idOf,
  sort,
  onSort,
  sortedOutside = false,
}: DataTableProps<Row>) {
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
  const by = (columnId: string) => {
    const next = nextSort(current, columnId);
    if (onSort === undefined) setOwn(next);
    else onSort(next);
  };
  return { table, sort: { current, by } };
}

/** Up, down, back to the order the rows came in. */
function nextSort(current: TableSort | undefined, columnId: string): TableSort | undefined {
  if (current?.columnId !== columnId) return { columnId, descending: false };
  return current.descending ? undefined : { columnId, descending: true };
}

interface HeaderCellProps<Row> {
  column: DataColumn<Row>;
  sort: TableSort | undefined;
  onSort: (columnId: string) => void;
}

function HeaderCell<Row>({ column, sort, onSort }: HeaderCellProps<Row>) {
  const mine = sort?.columnId === column.id ? sort : undefined;
  const direction = mine === undefined ? 'none' : mine.descending ? 'descending' : 'ascending';
  const Arrow = mine === undefined ? IconSelector : mine.descending ? IconArrowDown : IconArrowUp;
  return (
    <Table.Th
      scope="col"
      ta={column.align}
      w={column.width}
      aria-sort={column.sortBy === undefined ? undefined : direction}
      className={classes.header}
    >
      {column.sortBy === undefined ? (
        column.header
      ) : (
        <UnstyledButton className={classes.sort} onClick={() => onSort(column.id)}>
          {column.header}
          <Arrow size={14} aria-hidden />
        </UnstyledButton>
      )}
    </Table.Th>
  );
}

function BodyCell<Row>({ column, row }: { column: DataColumn<Row>; row: Row }) {
  return column.isRowHeader === true ? (
    <Table.Th scope="row" ta={column.align} fw={600}>
      {column.cell(row)}
    </Table.Th>
  ) : (
    <Table.Td ta={column.align}>{column.cell(row)}</Table.Td>
  );
}

/** Stands for the rows that are not rendered. */
function Spacer({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr role="presentation" aria-hidden>
      <td colSpan={columns} style={{ height, padding: 0 }} />
    </tr>
  );
}
