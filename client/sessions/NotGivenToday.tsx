import { Button, Table, Text } from '@mantine/core';
import { isAssistant } from '#shared/platform/assistant.ts';
import { doseWords } from '#shared/prescriptions/bounds.ts';
import { notOfRole } from '#shared/sessions/note-limits.ts';
import { useSession } from '#client/platform/session.ts';
import type { GridRow } from './grid-rows.ts';
import { giveToday, type SheetEdit } from './sheet-edits.ts';
import type { OpenSheet } from './use-session-sheet.ts';
import classes from './ExerciseGrid.module.css';

interface NotGivenTodayProps {
  row: GridRow;
  sheet: OpenSheet;
  edit: (change: SheetEdit) => void;
  onAsk: (code: string) => void;
}

/** The cells of an intervention that is not on today's list: the way to give it, or to ask for it. */
export function NotGivenToday({ row, sheet, edit, onAsk }: NotGivenTodayProps) {
  const last = sheet.lastDoses[row.code];
  const order = sheet.prescription?.content.interventions.map(({ code }) => code) ?? [];
  const { role } = useSession();
  const notMine = notOfRole(role, row.code) ?? (row.permitted || !isAssistant(role) ? undefined : '');
  return (
    <>
      <Table.Td className={classes.today}>
        {notMine !== undefined ? (
          <Text size="sm" c="dimmed">
            {notMine}
          </Text>
        ) : row.permitted ? (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => edit(giveToday(row.code, last, order))}
            aria-label={`Give ${row.name} today`}
          >
            {last === undefined ? 'Give' : `Give again, last ${doseWords(last)}`}
          </Button>
        ) : (
          <Button size="compact-xs" variant="default" onClick={() => onAsk(row.code)}>
            Ask for it
          </Button>
        )}
      </Table.Td>
      <Table.Td className={classes.rowLimit}>
        <Text size="sm" c={row.permitted ? undefined : 'dimmed'}>
          {row.limit}
        </Text>
      </Table.Td>
      <Table.Td className={classes.rowMinutes} />
      <Table.Td className={classes.rowCode} />
    </>
  );
}
