import { Table, Title, VisuallyHidden } from '@mantine/core';
import { FINDING_KIND_LABEL, type Finding, type FindingKind } from '#shared/evaluations/findings.ts';
import { FINDING_COLUMNS } from './finding-columns.ts';
import { FindingRow, type FindingRowActs } from './FindingRow.tsx';
import classes from './Evaluation.module.css';

interface FindingGridProps extends FindingRowActs {
  kind: FindingKind;
  rows: readonly { finding: Finding; index: number }[];
  errors: ReadonlyMap<string, string>;
}

/** The findings of one kind as a grid; nothing while there are none. */
export function FindingGrid({ kind, rows, errors, ...acts }: FindingGridProps) {
  if (rows.length === 0) return null;
  const label = FINDING_KIND_LABEL[kind];
  return (
    <>
      <Title order={3} size="h4" mt="xs">
        {label}
      </Title>
      <Table aria-label={label} verticalSpacing={2} horizontalSpacing={4} withRowBorders={false}>
        <Table.Thead className={classes.gridHead}>
          <Table.Tr>
            {FINDING_COLUMNS[kind].map((column) => (
              <Table.Th key={column.label} w={column.width}>
                {column.label}
              </Table.Th>
            ))}
            <Table.Th w={110}>
              <VisuallyHidden>Change the row</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ finding, index }) => (
            <FindingRow key={index} finding={finding} index={index} errors={errors} {...acts} />
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
