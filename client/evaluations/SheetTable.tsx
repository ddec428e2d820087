import { Button, Group, Table, Title, VisuallyHidden } from '@mantine/core';
import { memo } from 'react';
import { findPlace, normalOf, placesOf, rowKey } from '#shared/evaluations/exam-sheet.ts';
import type { SheetRow } from '#shared/evaluations/exam-templates.ts';
import { FINDING_KIND_LABEL, type Finding, type FindingKind } from '#shared/evaluations/findings.ts';
import type { SheetActs } from './sheet-acts.ts';
import { SheetLine } from './SheetLine.tsx';
import classes from './Exam.module.css';

interface SheetTableProps extends SheetActs {
  kind: FindingKind;
  rows: readonly SheetRow[];
  findings: readonly Finding[];
  baseline: readonly Finding[];
}

/** The rows of one kind, left beside right. */
export const SheetTable = memo(function SheetTable(props: SheetTableProps) {
  const { kind, rows, findings, baseline, put, edit, fill } = props;
  const label = FINDING_KIND_LABEL[kind];
  const fillable = rows.filter((row) => normalOf(row) !== null);
  const isFull = fillable.every((row) =>
    placesOf(row).every((place) => findPlace(findings, row, place) !== -1),
  );
  return (
    <>
      <Group justify="space-between" mt="sm" mb={2}>
        <Title order={3} size="h4">
          {label}
        </Title>
        {fillable.length === 0 || isFull ? null : (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`${label}: the rest was examined and is normal`}
            onClick={() => fill(fillable)}
          >
            The rest was examined and is normal
          </Button>
        )}
      </Group>
      <Table aria-label={`${label} by region`} className={classes.sheet} withRowBorders={false}>
        <SheetHead kind={kind} />
        <Table.Tbody>
          {rows.map((row) => (
            <SheetLine
              key={rowKey(row)}
              row={row}
              findings={findings}
              baseline={baseline}
              put={put}
              edit={edit}
            />
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
});

function SheetHead({ kind }: { kind: FindingKind }) {
  const modes = kind === 'rom' ? ['active', 'passive'] : [''];
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th className={classes.subject}>
          <VisuallyHidden>What was examined</VisuallyHidden>
        </Table.Th>
        {modes.flatMap((mode) =>
          ['Left', 'Right'].map((side) => (
            <Table.Th key={`${side} ${mode}`} className={kind === 'rom' ? classes.narrow : classes.wide}>
              {[side, mode].filter(Boolean).join(' ')}
            </Table.Th>
          )),
        )}
        <Table.Th>Compared</Table.Th>
        <Table.Th className={classes.note}>Note</Table.Th>
        <Table.Th className={classes.act}>
          <VisuallyHidden>Confirm</VisuallyHidden>
        </Table.Th>
      </Table.Tr>
    </Table.Thead>
  );
}
