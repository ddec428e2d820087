import { Table, Text } from '@mantine/core';
import type { EvaluationDetail } from '#shared/evaluations/contract.ts';
import { NORM_STATUS } from '#shared/evaluations/exam-norms.ts';
import { type FindingTableRow, findingTables } from '#shared/evaluations/finding-table.ts';
import { FINDING_KIND_LABEL, type Finding } from '#shared/evaluations/findings.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import classes from './Evaluation.module.css';

interface FindingTablesProps {
  findings: readonly Finding[];
  baseline?: EvaluationDetail['baseline'];
}

/** The examination as it is read: one line for each thing, left beside right, the usual range and the first measurement. */
export function FindingTables({ findings, baseline = null }: FindingTablesProps) {
  const { date } = useClinicTime();
  const tables = findingTables(findings, baseline?.findings);
  const hasUsual = tables.some(({ rows }) => rows.some(({ usual }) => usual !== ''));
  return (
    <>
      {tables.map(({ kind, rows }) => (
        <Table
          key={kind}
          className={classes.findings}
          verticalSpacing={2}
          aria-label={FINDING_KIND_LABEL[kind]}
        >
          <FindingHead
            title={FINDING_KIND_LABEL[kind]}
            rows={rows}
            first={baseline === null ? 'First' : `First, ${date(baseline.evaluatedOn)}`}
          />
          <Table.Tbody>
            {rows.map((row, index) => (
              <FindingLine key={`${row.subject} ${index}`} row={row} rows={rows} />
            ))}
          </Table.Tbody>
        </Table>
      ))}
      {hasUsual ? (
        <Text size="xs" c="dimmed">
          {NORM_STATUS}
        </Text>
      ) : null}
    </>
  );
}

const hasAny = (rows: readonly FindingTableRow[], column: keyof FindingTableRow): boolean =>
  rows.some((row) => row[column] !== '');

interface FindingHeadProps {
  title: string;
  rows: readonly FindingTableRow[];
  first: string;
}

function FindingHead({ title, rows, first }: FindingHeadProps) {
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th w="30%">{title}</Table.Th>
        <Table.Th w="17%">Left</Table.Th>
        <Table.Th w="17%">Right</Table.Th>
        {hasAny(rows, 'usual') ? <Table.Th>Usual</Table.Th> : null}
        {hasAny(rows, 'first') ? <Table.Th>{first}</Table.Th> : null}
        {hasAny(rows, 'note') ? <Table.Th>Note</Table.Th> : null}
      </Table.Tr>
    </Table.Thead>
  );
}

interface FindingLineProps {
  row: FindingTableRow;
  rows: readonly FindingTableRow[];
}

function FindingLine({ row, rows }: FindingLineProps) {
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {row.subject}
      </Table.Th>
      {row.middle === '' ? (
        <>
          <Table.Td>{row.left}</Table.Td>
          <Table.Td>{row.right}</Table.Td>
        </>
      ) : (
        <Table.Td colSpan={2} ta="center">
          {[row.middle, row.left && `left ${row.left}`, row.right && `right ${row.right}`]
            .filter(Boolean)
            .join('; ')}
        </Table.Td>
      )}
      {hasAny(rows, 'usual') ? <Table.Td>{row.usual}</Table.Td> : null}
      {hasAny(rows, 'first') ? <Table.Td>{row.first}</Table.Td> : null}
      {hasAny(rows, 'note') ? <Table.Td>{row.note}</Table.Td> : null}
    </Table.Tr>
  );
}
