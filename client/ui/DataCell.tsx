import { Table } from '@mantine/core';
import type { DataColumn } from './data-column.ts';

/** One cell; that of the naming column is the row's header. */
export function DataCell<Row>({ column, row }: { column: DataColumn<Row>; row: Row }) {
  return column.isRowHeader === true ? (
    <Table.Th scope="row" ta={column.align} fw={600}>
      {column.cell(row)}
    </Table.Th>
  ) : (
    <Table.Td ta={column.align}>{column.cell(row)}</Table.Td>
  );
}
