import { Button, Table } from '@mantine/core';
import type { EditClass } from '#shared/prescriptions/bounds.ts';
import { doseWords, type Dose } from '#shared/prescriptions/bounds.ts';
import { ASSISTANT_LIMITS, isAssistant } from '#shared/platform/assistant.ts';
import type { GivenIntervention } from '#shared/sessions/model.ts';
import { changeWords, notOfRole, type ClassifiedRow } from '#shared/sessions/note-limits.ts';
import { useSession } from '#client/platform/session.ts';
import { ToneIcon } from '#client/ui/ToneIcon.tsx';
import { editRow, notToday, type SheetEdit } from './sheet-edits.ts';
import type { OpenSheet } from './use-session-sheet.ts';
import classes from './Sheet.module.css';
import grid from './ExerciseGrid.module.css';

interface RowVerdictProps {
  verdict: ClassifiedRow;
  given: GivenIntervention;
  sheet: OpenSheet;
  edit: (change: SheetEdit) => void;
  onAsk: (code: string) => void;
}

const COLUMNS = 8;

/** What the limits say about a row: nothing when it is within them, that the physiatrist is told, or that it cannot be. */
export function RowVerdict({ verdict, given, sheet, edit, onAsk }: RowVerdictProps) {
  const { code, name, edit: kind, refusal } = verdict;
  const last = sheet.lastDoses[code];
  const { role } = useSession();
  const notMine = notOfRole(role, code);
  if (notMine !== undefined) {
    return (
      <Line tone="danger">
        <span>{notMine}</span>
        <Button size="compact-xs" variant="default" onClick={() => edit(notToday(code))}>
          Not today
        </Button>
      </Line>
    );
  }
  if (kind.kind === 'within') return null;
  if (kind.kind === 'notify') {
    return (
      <Line tone="info">{changeWords(name, last, given.dose)}. The physiatrist is told when you sign.</Line>
    );
  }
  const allowed = allowedDose(kind, given.dose, last);
  return (
    <Line tone="danger">
      <span>
        {kind.reason === 'contraindicated' ? `${name} is contraindicated, as said above.` : refusal}
      </span>
      {isAssistant(role) ? (
        <span>{ASSISTANT_LIMITS.askForChange}</span>
      ) : (
        <Button size="compact-xs" color="red" variant="outline" onClick={() => onAsk(code)}>
          Ask for a change
        </Button>
      )}
      {allowed === undefined ? (
        <Button size="compact-xs" variant="default" onClick={() => edit(notToday(code))}>
          Not today
        </Button>
      ) : (
        <Button size="compact-xs" variant="default" onClick={() => edit(editRow(code, { dose: allowed }))}>
          Keep {doseWords(allowed)}
        </Button>
      )}
    </Line>
  );
}

/** A line below a row of the grid. */
export function Line({ tone, children }: { tone: 'info' | 'danger'; children: React.ReactNode }) {
  return (
    <Table.Tr className={grid.verdictRow}>
      <Table.Td colSpan={COLUMNS}>
        <div className={classes.said} data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
          <ToneIcon tone={tone} />
          {children}
        </div>
      </Table.Td>
    </Table.Tr>
  );
}

/** The dose that may be given instead: the last one, or the typed one brought to its limits. */
export function allowedDose(
  edit: Extract<EditClass, { kind: 'outside' }>,
  typed: Dose,
  last: Dose | undefined,
): Dose | undefined {
  switch (edit.reason) {
    case 'above-limit':
      return {
        ...typed,
        ...Object.fromEntries(edit.excesses.map(({ parameter, limit }) => [parameter, limit])),
      };
    case 'ask-before-increase':
      return last;
    case 'not-prescribed':
    case 'contraindicated':
      return undefined;
    default:
      return edit satisfies never;
  }
}
