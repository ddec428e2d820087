import { Button, Group, Table, Title, VisuallyHidden } from '@mantine/core';
import { memo } from 'react';
import { placesToFill, rowKey } from '#shared/evaluations/exam-sheet.ts';
import type { Doubt } from '#shared/evaluations/doubts.ts';
import { examRegionLabel, type ExamRegion } from '#shared/evaluations/exam-region.ts';
import type { SheetRow } from '#shared/evaluations/sheet-rows.ts';
import { FINDING_KIND_LABEL, type Finding, type FindingKind } from '#shared/evaluations/findings.ts';
import type { Unread } from '#shared/evaluations/unread.ts';
import type { SheetActs } from './sheet-acts.ts';
import { SheetLine } from './SheetLine.tsx';
import classes from './Exam.module.css';

interface SheetTableProps extends SheetActs {
  kind: FindingKind;
  rows: readonly SheetRow[];
  regions: readonly { region: ExamRegion; rows: readonly SheetRow[] }[];
  examined: readonly ExamRegion[];
  findings: readonly Finding[];
  unread: readonly Unread[];
  doubts: readonly Doubt[];
  confirmed: readonly string[];
  baseline: readonly Finding[];
}

/** The rows of one kind, left beside right. */
export const SheetTable = memo(function SheetTable(props: SheetTableProps) {
  const { kind, rows, regions, fill, ...line } = props;
  const label = FINDING_KIND_LABEL[kind];
  const { examined } = line;
  const unfilled = regions.filter((group) => placesToFill(line.findings, group.rows).length > 0);
  return (
    <>
      <Group justify="space-between" mt="sm" mb={2}>
        <Title order={3} size="h4">
          {label}
        </Title>
        <Group gap={6}>
          {unfilled.map((group) => {
            const region = examined.length > 1 ? ` in ${examRegionLabel(group.region)}` : '';
            return (
              <Button
                key={group.region}
                size="compact-xs"
                variant="default"
                aria-label={`${label}${region}: the rest was examined and is normal`}
                onClick={() => fill(group.rows)}
              >
                {region === ''
                  ? 'The rest was examined and is normal'
                  : `${examRegionLabel(group.region)}: the rest is normal`}
              </Button>
            );
          })}
        </Group>
      </Group>
      <Table aria-label={`${label} by region`} className={classes.sheet} withRowBorders={false}>
        <SheetHead kind={kind} />
        <Table.Tbody>
          {rows.map((row) => (
            <SheetLine key={rowKey(row)} row={row} {...line} />
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
