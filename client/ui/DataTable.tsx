import { Table } from '@mantine/core';
import type { RowData } from '@tanstack/react-table';
import type { MouseEvent } from 'react';
import type { DataColumn, TableSort } from './data-column.ts';
import { DataCell } from './DataCell.tsx';
import { RowSpacer } from './RowSpacer.tsx';
import { SortableHeader } from './SortableHeader.tsx';
import { useRowCursor } from './use-row-cursor.ts';
import { useRowsInView } from './use-rows-in-view.ts';
import { useSortedTable } from './use-sorted-table.ts';
import classes from './DataTable.module.css';

export type { DataColumn } from './data-column.ts';

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
  /** Sort held outside, e.g. in the URL. Without `onSort` the table sorts by itself. */
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

/** A dense table: sorts by its headers, `j`/`k` move a row cursor, Enter opens. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { label, columns, rows, onOpen, opens, height, keys = true, virtual = false, rowHeight = 34 } = props;
  const { shown, sort, sortBy } = useSortedTable(props);
  const { scroller, inView, before, after, scrollTo } = useRowsInView({ rows: shown, rowHeight, virtual });
  const open = (id: string) => {
    const row = shown.find((one) => one.id === id);
    if (row !== undefined) onOpen?.(row.original);
  };
  const cursor = useRowCursor({
    title: label,
    ids: shown.map((row) => row.id),
    enabled: keys && rows.length > 0,
    opens,
    scrollTo,
    onOpen: onOpen === undefined ? undefined : open,
  });
  return (
    <div ref={scroller} className={classes.scroller} style={{ maxHeight: height }}>
      <Table stickyHeader aria-label={label} aria-rowcount={virtual ? rows.length + 1 : undefined}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <SortableHeader key={column.id} column={column} sort={sort} onSort={sortBy} />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <RowSpacer height={before} columns={columns.length} />
          {inView.map(({ row, index }) => (
            <Table.Tr
              key={row.id}
              {...cursor.rowProps(row.id)}
              className={classes.row}
              data-opens={onOpen !== undefined}
              aria-rowindex={virtual ? index + 2 : undefined}
              onClick={(event) => {
                if (!isOwnControl(event)) open(row.id);
              }}
            >
              {columns.map((column) => (
                <DataCell key={column.id} column={column} row={row.original} />
              ))}
            </Table.Tr>
          ))}
          <RowSpacer height={after} columns={columns.length} />
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** A link or a button inside a row does its own thing; so does selecting text. */
const isOwnControl = (event: MouseEvent): boolean =>
  (event.target instanceof Element && event.target.closest('a, button, input, label, select') !== null) ||
  (window.getSelection()?.toString() ?? '') !== '';
