import { ActionIcon, Button, Group, Table } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { memo, type KeyboardEvent } from 'react';
import { FINDING_KIND_LABEL, findingSubject, type Finding } from '#shared/evaluations/findings.ts';
import { FindingCells } from './FindingCells.tsx';
import classes from './Evaluation.module.css';

/** Stable functions, so that only the row that changed is drawn again. */
export interface FindingRowActs {
  onEdit: (index: number, finding: Finding) => void;
  /** Opens a row after this one. */
  onAddAfter: (index: number, finding: Finding) => void;
  onRemove: (index: number) => void;
}

interface FindingRowProps extends FindingRowActs {
  finding: Finding;
  /** Its place among all findings. */
  index: number;
  errors: ReadonlyMap<string, string>;
}

/** One finding. Enter goes to the field below; in the last row it opens the next one. */
export const FindingRow = memo(function FindingRow(props: FindingRowProps) {
  const { finding, index, errors, onEdit, onAddAfter, onRemove } = props;
  const subject = findingSubject(finding);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const next = event.key === 'Enter' ? fieldBelow(event) : undefined;
    if (next === undefined) return;
    event.preventDefault();
    if (next === 'last row') onAddAfter(index, finding);
    else next.focus();
  };
  return (
    <Table.Tr
      data-finding={index}
      data-carried={finding.carried}
      className={classes.findingRow}
      onKeyDown={onKeyDown}
    >
      <FindingCells
        finding={finding}
        path={`findings.${index}`}
        errors={errors}
        onChange={(next) => onEdit(index, { ...next, carried: false })}
      />
      <Table.Td>
        <Group gap={4} justify="flex-end" wrap="nowrap">
          {finding.carried ? (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`Still right: ${subject}`}
              onClick={() => onEdit(index, { ...finding, carried: false })}
            >
              Still right
            </Button>
          ) : null}
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={`Remove ${subject || `empty row of ${FINDING_KIND_LABEL[finding.kind].toLowerCase()}`}`}
            onClick={() => onRemove(index)}
          >
            <IconX size={14} />
          </ActionIcon>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
});

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
