import { Table, Text } from '@mantine/core';
import { memo, useRef, type KeyboardEvent } from 'react';
import type { SessionContent } from '#shared/sessions/model.ts';
import { classifyRows } from '#shared/sessions/note-limits.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { AddIntervention } from './AddIntervention.tsx';
import { ExerciseRow } from './ExerciseRow.tsx';
import { gridRows } from './grid-rows.ts';
import { confirmRow, type SheetEdit } from './sheet-edits.ts';
import type { OpenSheet } from './use-session-sheet.ts';
import classes from './ExerciseGrid.module.css';

interface ExerciseGridProps {
  sheet: OpenSheet;
  interventions: SessionContent['interventions'];
  edit: (change: SheetEdit) => void;
  /** Asks the physiatrist for a change of this intervention. */
  onAsk: (code: string) => void;
}

const PAST_COLUMNS = 3;

/** Interventions as a grid of dates: the last three sessions, today, the limit, minutes and code. Enter confirms a row. */
export const ExerciseGrid = memo(function ExerciseGrid({
  sheet,
  interventions,
  edit,
  onAsk,
}: ExerciseGridProps) {
  const { role } = useSession();
  const { date, today } = useClinicTime();
  const table = useRef<HTMLTableElement>(null);
  const { prescription, history, lastDoses } = sheet;
  const rows = gridRows(
    prescription,
    history,
    interventions.map(({ code }) => code),
  );
  const limits = prescription?.content ?? { interventions: [], precautions: [] };
  const classified = classifyRows(limits, lastDoses, interventions, role);
  const dates = history.toReversed();
  const carried = interventions.filter((row) => row.carried).length;

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    const line = event.target.closest('tr[data-code]');
    const code = line?.getAttribute('data-code');
    if (code === null || code === undefined) return;
    event.preventDefault();
    edit(confirmRow(code));
    nextRowField(table.current, line)?.focus();
  };

  return (
    <div>
      <Table
        ref={table}
        className={classes.grid}
        aria-label="Exercises"
        horizontalSpacing={6}
        onKeyDown={onKeyDown}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Exercise</Table.Th>
            {Array.from({ length: PAST_COLUMNS - dates.length }, (_, at) => (
              <Table.Th key={`none-${at}`} scope="col" className={classes.past} data-past>
                no session
              </Table.Th>
            ))}
            {dates.map((session) => (
              <Table.Th key={session.sessionId} scope="col" className={classes.past} data-past>
                {date(session.sessionDate)}
              </Table.Th>
            ))}
            <Table.Th scope="col" className={classes.today}>
              {sheet.session.sessionDate === today ? 'Today' : date(sheet.session.sessionDate)}
              {carried === 0 ? null : (
                <Text span size="xs" c="dimmed" fw={400}>
                  {' '}
                  {carried} from last time to confirm: Enter or a press
                </Text>
              )}
            </Table.Th>
            <Table.Th scope="col" className={classes.rowLimit}>
              Limit
            </Table.Th>
            <Table.Th scope="col" className={classes.rowMinutes}>
              Min
            </Table.Th>
            <Table.Th scope="col" className={classes.rowCode}>
              Code
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => {
            const index = interventions.findIndex(({ code }) => code === row.code);
            return (
              <ExerciseRow
                key={row.code}
                row={row}
                given={interventions[index]}
                index={index}
                verdict={index === -1 ? undefined : classified[index]}
                sheet={sheet}
                blanks={PAST_COLUMNS - dates.length}
                edit={edit}
                onAsk={onAsk}
              />
            );
          })}
        </Table.Tbody>
      </Table>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed" py="sm">
          Nothing is prescribed for this day, so nothing can be given.
        </Text>
      ) : null}
      <AddIntervention sheet={sheet} interventions={interventions} edit={edit} onAsk={onAsk} />
    </div>
  );
});

/** The first field of the next row that still has one. */
function nextRowField(table: HTMLTableElement | null, line: Element | null): HTMLInputElement | undefined {
  const lines = [...(table?.querySelectorAll('tr[data-code]') ?? [])];
  const at = line === null ? -1 : lines.indexOf(line);
  return lines
    .slice(at + 1)
    .flatMap((other) => other.querySelector('input') ?? [])
    .at(0);
}
