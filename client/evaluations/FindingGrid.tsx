import { ActionIcon, Button, Group, Table, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import {
  FINDING_KIND_LABEL,
  findingSubject,
  type Finding,
  type FindingKind,
} from '#shared/evaluations/findings.ts';
import { FindingCells } from './FindingCells.tsx';
import { FINDING_COLUMNS } from './finding-columns.ts';
import classes from './Evaluation.module.css';

interface FindingGridProps {
  kind: FindingKind;
  rows: readonly { finding: Finding; index: number }[];
  errorOf: (path: string) => string | undefined;
  onEdit: (index: number, finding: Finding) => void;
  onAddAfter: (index: number) => void;
  onRemove: (index: number) => void;
}

/** The findings of one kind as a grid; nothing while there are none. */
export function FindingGrid({ kind, rows, errorOf, onEdit, onAddAfter, onRemove }: FindingGridProps) {
  if (rows.length === 0) return null;
  const label = FINDING_KIND_LABEL[kind];
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, index: number) => {
    const next = event.key === 'Enter' ? fieldBelow(event) : undefined;
    if (next === undefined) return;
    event.preventDefault();
    if (next === 'last row') onAddAfter(index);
    else next.focus();
  };
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
            <Table.Th w={110} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ finding, index }) => (
            <Table.Tr
              key={index}
              data-finding={index}
              data-carried={finding.carried}
              className={classes.findingRow}
              onKeyDown={(event) => onKeyDown(event, index)}
            >
              <FindingCells
                finding={finding}
                path={`findings.${index}`}
                errorOf={errorOf}
                onChange={(next) => onEdit(index, { ...next, carried: false })}
              />
              <Table.Td>
                <Group gap={4} justify="flex-end" wrap="nowrap">
                  {finding.carried ? (
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={`Confirm ${findingSubject(finding)}`}
                      onClick={() => onEdit(index, { ...finding, carried: false })}
                    >
                      Still right
                    </Button>
                  ) : null}
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="sm"
                    aria-label={`Remove ${findingSubject(finding) || `empty ${label.toLowerCase()} row`}`}
                    onClick={() => onRemove(index)}
                  >
                    <IconX size={14} />
                  </ActionIcon>
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

/** The field under the one where Enter was pressed; `last row` when there is none; nothing when Enter has its own meaning. */
function fieldBelow(event: KeyboardEvent<HTMLElement>): HTMLElement | 'last row' | undefined {
  const field = event.target;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return undefined;
  const cell = field.closest('td');
  const below = field.closest('tr')?.nextElementSibling;
  if (cell === null) return undefined;
  const place = [...(cell.parentElement?.children ?? [])].indexOf(cell);
  return below?.children[place]?.querySelector<HTMLElement>('input, select') ?? 'last row';
}
