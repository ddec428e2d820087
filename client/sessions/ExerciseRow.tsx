import { Button, Table, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Fragment } from 'react';
import { doseWords, type Dose } from '#shared/prescriptions/bounds.ts';
import type { GivenIntervention } from '#shared/sessions/model.ts';
import type { ClassifiedRow } from '#shared/sessions/note-limits.ts';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import { DoseFields } from './DoseFields.tsx';
import type { GridRow } from './grid-rows.ts';
import { NextStep } from './NextStep.tsx';
import { NotGivenToday } from './NotGivenToday.tsx';
import { RowBilling } from './RowBilling.tsx';
import { DoseDoubt } from './DoseDoubt.tsx';
import { RowVerdict } from './RowVerdict.tsx';
import { confirmRow, type SheetEdit } from './sheet-edits.ts';
import type { OpenSheet } from './use-session-sheet.ts';
import classes from './Sheet.module.css';
import grid from './ExerciseGrid.module.css';

interface ExerciseRowProps {
  row: GridRow;
  given: GivenIntervention | undefined;
  index: number;
  verdict: ClassifiedRow | undefined;
  sheet: OpenSheet;
  /** Empty columns before the first date. */
  blanks: number;
  edit: (change: SheetEdit) => void;
  onAsk: (code: string) => void;
}

/** One intervention: what it was, what it is today, its limit, minutes and code. */
export function ExerciseRow(props: ExerciseRowProps) {
  const { row, given, index, verdict, sheet, blanks, edit } = props;
  const prescribed = sheet.prescription?.content.interventions.find(({ code }) => code === row.code);
  const state = given === undefined ? 'none' : given.carried ? 'carried' : (verdict?.edit.kind ?? 'within');
  return (
    <>
      <Table.Tr
        className={grid.row}
        data-code={given === undefined ? undefined : row.code}
        data-state={state}
      >
        <Table.Th scope="row">
          {row.name}
          {row.authority === undefined || row.authority === 'free' ? null : (
            <Text size="xs" c="dimmed" fw={400}>
              {row.authority === 'ask' ? 'ask before an increase' : 'increases are told'}
            </Text>
          )}
          {row.why === '' ? null : (
            <Text size="xs" c="dimmed" fw={400}>
              {row.why}
            </Text>
          )}
          {row.cautions.map((caution) => (
            <Text key={caution} size="xs" c="var(--tone-warning-text)" fw={400}>
              Precaution: {caution}
            </Text>
          ))}
        </Table.Th>
        {Array.from({ length: blanks }, (_, at) => (
          <Table.Td key={`none-${at}`} className={grid.past} data-past />
        ))}
        {row.past.map((dose, at) => (
          <Table.Td
            key={sheet.history[at]?.sessionId ?? at}
            className={grid.past}
            data-past
            data-changed={dose.changed}
          >
            {dose.words.split(', ').map((part, place, all) => (
              <Fragment key={part}>
                <span className={classes.unbroken}>
                  {part}
                  {place < all.length - 1 ? ',' : ''}
                </span>{' '}
              </Fragment>
            ))}
          </Table.Td>
        ))}
        {given === undefined ? (
          <NotGivenToday row={row} sheet={sheet} edit={edit} onAsk={props.onAsk} />
        ) : (
          <Given {...props} given={given} prescribed={prescribed} index={index} />
        )}
      </Table.Tr>
      {given === undefined || verdict === undefined ? null : (
        <RowVerdict verdict={verdict} given={given} sheet={sheet} edit={edit} onAsk={props.onAsk} />
      )}
      {given === undefined ? null : <DoseDoubt given={given} edit={edit} />}
    </>
  );
}

type GivenProps = ExerciseRowProps & {
  given: GivenIntervention;
  prescribed: Parameters<typeof DoseFields>[0]['prescribed'];
};

function Given({ row, given, index, verdict, prescribed, sheet, edit }: GivenProps) {
  const isOutside = verdict?.edit.kind === 'outside';
  return (
    <>
      <Table.Td className={grid.today}>
        <DoseFields row={given} index={index} name={row.name} prescribed={prescribed} edit={edit}>
          {given.carried ? (
            <Button
              size="compact-xs"
              variant="default"
              name={`content.interventions.${index}`}
              leftSection={<IconCheck size={12} aria-hidden />}
              onClick={() => edit(confirmRow(row.code))}
              aria-label={`Confirm ${row.name}, carried from the last session`}
            >
              Confirm
            </Button>
          ) : (
            <RowState given={given} isOutside={isOutside} last={sheet.lastDoses[row.code]} />
          )}
        </DoseFields>
      </Table.Td>
      <Table.Td className={grid.rowLimit}>
        <Text size="sm">{row.limit}</Text>
        {row.progression === '' ? null : (
          <Text size="xs" c="dimmed">
            {row.progression}
          </Text>
        )}
        <NextStep sheet={sheet} given={given} name={row.name} edit={edit} />
      </Table.Td>
      <RowBilling row={row} given={given} index={index} payer={sheet.episode.payerProfile} edit={edit} />
    </>
  );
}

interface RowStateProps {
  given: GivenIntervention;
  isOutside: boolean;
  last: Dose | undefined;
}

/** A row somebody has looked at: as last time, different from it, or not allowed. */
function RowState({ given, isOutside, last }: RowStateProps) {
  if (isOutside) {
    return (
      <StatusBadge tone="danger" variant="plain">
        not allowed
      </StatusBadge>
    );
  }
  const before = last === undefined ? '' : doseWords(last);
  const isChanged = before !== '' && before !== doseWords(given.dose);
  return (
    <StatusBadge tone={isChanged ? 'info' : 'ok'} variant="plain">
      {isChanged ? `was ${before}` : before === '' ? 'new' : 'confirmed'}
    </StatusBadge>
  );
}
