import { ActionIcon, Button, Select, Table, Text } from '@mantine/core';
import { IconCheck, IconUsers, IconX } from '@tabler/icons-react';
import { isAssistant } from '#shared/platform/assistant.ts';
import { doseWords, type Dose } from '#shared/prescriptions/bounds.ts';
import { BILLING_CODES } from '#shared/sessions/billing-codes.ts';
import type { PayerProfile } from '#shared/patients/model.ts';
import { claimCode, GROUP_CODE } from '#shared/sessions/claim-codes.ts';
import type { GivenIntervention } from '#shared/sessions/model.ts';
import { notOfRole, type ClassifiedRow } from '#shared/sessions/note-limits.ts';
import { useSession } from '#client/platform/session.ts';
import { NumberField } from '#client/ui/NumberField.tsx';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import { DoseFields } from './DoseFields.tsx';
import type { GridRow } from './grid-rows.ts';
import { NextStep } from './NextStep.tsx';
import { RowVerdict } from './RowVerdict.tsx';
import { confirmRow, editGroup, editRow, giveToday, notToday, type SheetEdit } from './sheet-edits.ts';
import type { OpenSheet } from './use-session-sheet.ts';
import classes from './Sheet.module.css';

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

/** Codes a payer's claim may carry: one that is claimed under another name is not offered. */
const codesFor = (payer: PayerProfile): string[] =>
  BILLING_CODES.map(({ code }) => code).filter((code) => claimCode(code, payer) === code);
const CODE_LABELS = new Map(BILLING_CODES.map(({ code, label }) => [code, label]));

/** One intervention: what it was, what it is today, its limit, minutes and code. */
export function ExerciseRow(props: ExerciseRowProps) {
  const { row, given, index, verdict, sheet, blanks, edit } = props;
  const prescribed = sheet.prescription?.content.interventions.find(({ code }) => code === row.code);
  const state = given === undefined ? 'none' : given.carried ? 'carried' : (verdict?.edit.kind ?? 'within');
  return (
    <>
      <Table.Tr
        className={classes.row}
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
          <Table.Td key={`none-${at}`} className={classes.past} />
        ))}
        {row.past.map((dose, at) => (
          <Table.Td
            key={sheet.history[at]?.sessionId ?? at}
            className={classes.past}
            data-changed={dose.changed}
          >
            {dose.words}
          </Table.Td>
        ))}
        {given === undefined ? (
          <NotGiven row={row} sheet={sheet} edit={edit} onAsk={props.onAsk} />
        ) : (
          <Given {...props} given={given} prescribed={prescribed} index={index} />
        )}
      </Table.Tr>
      {given === undefined || verdict === undefined ? null : (
        <RowVerdict verdict={verdict} given={given} sheet={sheet} edit={edit} onAsk={props.onAsk} />
      )}
    </>
  );
}

type GivenProps = ExerciseRowProps & {
  given: GivenIntervention;
  prescribed: Parameters<typeof DoseFields>[0]['prescribed'];
};

function Given({ row, given, index, verdict, prescribed, sheet, edit }: GivenProps) {
  const isOutside = verdict?.edit.kind === 'outside';
  const inGroup = given.billingCode === GROUP_CODE;
  return (
    <>
      <Table.Td className={classes.today}>
        <div className={classes.said}>
          <DoseFields row={given} index={index} name={row.name} prescribed={prescribed} edit={edit} />
          {given.carried ? (
            <Button
              size="compact-xs"
              variant="default"
              name={`content.interventions.${index}`}
              leftSection={<IconCheck size={12} aria-hidden />}
              onClick={() => edit(confirmRow(row.code))}
              aria-label={`Confirm ${row.name}, carried from the last session`}
            >
              carried
            </Button>
          ) : (
            <RowState given={given} isOutside={isOutside} last={sheet.lastDoses[row.code]} />
          )}
        </div>
      </Table.Td>
      <Table.Td className={classes.rowLimit}>
        <Text size="sm">{row.limit}</Text>
        {row.progression === '' ? null : (
          <Text size="xs" c="dimmed">
            {row.progression}
          </Text>
        )}
        <NextStep sheet={sheet} given={given} name={row.name} edit={edit} />
      </Table.Td>
      <Table.Td>
        <NumberField
          size="xs"
          label={`${row.name}: treatment minutes`}
          hideLabel
          name={`content.interventions.${index}.minutes`}
          width={52}
          min={0}
          max={480}
          value={given.minutes}
          carried={given.carried}
          onChange={(minutes) => edit(editRow(row.code, { minutes }))}
        />
      </Table.Td>
      <Table.Td>
        <div className={classes.pair}>
          <Select
            size="xs"
            w={86}
            aria-label={`${row.name}: billing code`}
            name={`content.interventions.${index}.billingCode`}
            allowDeselect={false}
            data={codesFor(sheet.episode.payerProfile)}
            value={claimCode(given.billingCode, sheet.episode.payerProfile)}
            renderOption={({ option }) => `${option.value} ${CODE_LABELS.get(option.value) ?? ''}`}
            comboboxProps={{ width: 320, position: 'bottom-end' }}
            onChange={(billingCode) => {
              if (billingCode !== null) edit(editRow(row.code, { billingCode }));
            }}
          />
          <ActionIcon
            size="md"
            variant={inGroup ? 'light' : 'subtle'}
            color={inGroup ? undefined : 'gray'}
            aria-pressed={inGroup}
            aria-label={`${row.name} in a group (97150)`}
            title="In a group of 2 or more patients: 97150, untimed"
            onClick={() => edit(editGroup(row.code, !inGroup))}
          >
            <IconUsers size={14} aria-hidden />
          </ActionIcon>
          <ActionIcon
            size="md"
            variant="subtle"
            color="gray"
            aria-label={`${row.name} not given today`}
            onClick={() => edit(notToday(row.code))}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </div>
      </Table.Td>
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

function NotGiven({ row, sheet, edit, onAsk }: Pick<ExerciseRowProps, 'row' | 'sheet' | 'edit' | 'onAsk'>) {
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
          <Button size="compact-xs" variant="subtle" onClick={() => onAsk(row.code)}>
            Ask for it
          </Button>
        )}
      </Table.Td>
      <Table.Td>
        <Text size="sm" c={row.permitted ? undefined : 'dimmed'}>
          {row.limit}
        </Text>
      </Table.Td>
      <Table.Td />
      <Table.Td />
    </>
  );
}
