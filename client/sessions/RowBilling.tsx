import { ActionIcon, Checkbox, Select, Table } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { isEvaluationCode } from '#shared/evaluations/evaluation-codes.ts';
import type { PayerProfile } from '#shared/patients/model.ts';
import { BILLING_CODES } from '#shared/sessions/billing-codes.ts';
import { claimCode, GROUP_CODE } from '#shared/sessions/claim-codes.ts';
import type { GivenIntervention } from '#shared/sessions/model.ts';
import { NumberField } from '#client/ui/NumberField.tsx';
import type { GridRow } from './grid-rows.ts';
import { editGroup, editRow, notToday, type SheetEdit } from './sheet-edits.ts';
import classes from './ExerciseGrid.module.css';

interface RowBillingProps {
  row: GridRow;
  given: GivenIntervention;
  index: number;
  payer: PayerProfile;
  edit: (change: SheetEdit) => void;
}

/** Codes a payer's claim may carry: not what is claimed under another name, nor what an evaluation bills when it is signed. */
const codesFor = (payer: PayerProfile): string[] =>
  BILLING_CODES.map(({ code }) => code).filter(
    (code) => claimCode(code, payer) === code && !isEvaluationCode(code),
  );
const CODE_LABELS = new Map(BILLING_CODES.map(({ code, label }) => [code, label]));

/** The cells that bill a row: its treatment minutes, its code, whether it was given in a group, and the way to take it off. */
export function RowBilling({ row, given, index, payer, edit }: RowBillingProps) {
  const inGroup = given.billingCode === GROUP_CODE;
  return (
    <>
      <Table.Td className={classes.rowMinutes}>
        <NumberField
          size="xs"
          label={`${row.name}: treatment minutes`}
          hideLabel
          name={`content.interventions.${index}.minutes`}
          width={56}
          min={0}
          max={480}
          value={given.minutes}
          carried={given.carried}
          onChange={(minutes) => edit(editRow(row.code, { minutes }))}
        />
      </Table.Td>
      <Table.Td className={classes.rowCode}>
        <div className={classes.billing}>
          <Select
            size="xs"
            w={88}
            aria-label={`${row.name}: billing code`}
            name={`content.interventions.${index}.billingCode`}
            allowDeselect={false}
            data={codesFor(payer)}
            value={claimCode(given.billingCode, payer)}
            renderOption={({ option }) => `${option.value} ${CODE_LABELS.get(option.value) ?? ''}`}
            comboboxProps={{ width: 320, position: 'bottom-end' }}
            onChange={(billingCode) => {
              if (billingCode !== null) edit(editRow(row.code, { billingCode }));
            }}
          />
          <Checkbox
            size="xs"
            className={classes.inGroup}
            label="in a group"
            aria-label={`${row.name} in a group (97150)`}
            checked={inGroup}
            onChange={() => edit(editGroup(row.code, !inGroup))}
          />
          <ActionIcon
            size="md"
            variant="subtle"
            color="gray"
            title="Not given today"
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
