import { Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconSelector } from '@tabler/icons-react';
import type { DataColumn, TableSort } from './data-column.ts';
import classes from './DataTable.module.css';

interface SortableHeaderProps<Row> {
  column: DataColumn<Row>;
  sort: TableSort | undefined;
  onSort: (columnId: string) => void;
}

/** A column's header; a column that sorts has a button, and says which way. */
export function SortableHeader<Row>({ column, sort, onSort }: SortableHeaderProps<Row>) {
  const mine = sort?.columnId === column.id ? sort : undefined;
  const direction = mine === undefined ? 'none' : mine.descending ? 'descending' : 'ascending';
  const Arrow = mine === undefined ? IconSelector : mine.descending ? IconArrowDown : IconArrowUp;
  const sorts = column.sortBy !== undefined;
  return (
    <Table.Th
      scope="col"
      ta={column.align}
      w={column.width}
      aria-sort={sorts ? direction : undefined}
      className={classes.header}
    >
      {sorts ? (
        <UnstyledButton data-print className={classes.sort} onClick={() => onSort(column.id)}>
          {column.header}
          <Arrow size={14} aria-hidden />
        </UnstyledButton>
      ) : (
        column.header
      )}
    </Table.Th>
  );
}
