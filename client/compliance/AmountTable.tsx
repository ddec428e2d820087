import { Table, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { TherapyAmountRecord } from '#shared/compliance/documentation.ts';
import type { DocumentationValues } from '#shared/compliance/documentation-values.ts';
import { dollarWords, kxThresholdOf } from '#shared/compliance/kx-threshold.ts';
import { canMarkInError } from '#shared/corrections/entered-in-error.ts';
import type { PatientId } from '#shared/platform/ids.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { EnteredInErrorDialog } from '#client/clinical/EnteredInErrorDialog.tsx';
import { MarkInErrorButton } from '#client/clinical/MarkInErrorButton.tsx';
import { ErrorMark, StruckOut } from '#client/clinical/StruckOut.tsx';
import { FormSection } from '#client/ui/FormSection.tsx';
import { useMarkAmountError } from './queries.ts';

interface AmountTableProps {
  patientId: PatientId;
  amounts: readonly TherapyAmountRecord[];
  values: DocumentationValues;
}

/** Every amount that was entered, the newest first; one entered in error is struck through. */
export function AmountTable({ patientId, amounts, values }: AmountTableProps) {
  const [asked, setAsked] = useState<TherapyAmountRecord>();
  return (
    <FormSection title="Entries">
      {amounts.length === 0 ? (
        <Text c="dimmed">No amount has been entered.</Text>
      ) : (
        <Table aria-label="Amounts entered">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>As of</Table.Th>
              <Table.Th ta="end">Amount</Table.Th>
              <Table.Th>KX threshold of the year</Table.Th>
              <Table.Th>Source</Table.Th>
              <Table.Th>Entered</Table.Th>
              <Table.Th>
                <VisuallyHidden>What to do</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {amounts.map((one) => (
              <AmountRow key={one.therapyAmountId} amount={one} values={values} onAsk={() => setAsked(one)} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {asked === undefined ? null : (
        <MarkAmountError patientId={patientId} amount={asked} onClose={() => setAsked(undefined)} />
      )}
    </FormSection>
  );
}

interface AmountRowProps {
  amount: TherapyAmountRecord;
  values: DocumentationValues;
  onAsk: () => void;
}

function AmountRow({ amount, values, onAsk }: AmountRowProps) {
  const { date, dateTime } = useClinicTime();
  const { enteredInError: mark, recordedById } = amount;
  const may = canMarkInError(useSession(), { recordedById, isMarked: mark != null }, 'administrator');
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <StruckOut mark={mark}>{date(amount.asOfOn)}</StruckOut>
      </Table.Th>
      <Table.Td ta="end">
        <StruckOut mark={mark}>{dollarWords(amount.amountCents)}</StruckOut>
      </Table.Td>
      <Table.Td>{thresholdWords(amount.year, values)}</Table.Td>
      <Table.Td>
        <StruckOut mark={mark}>{amount.source}</StruckOut>
      </Table.Td>
      <Table.Td>
        {dateTime(amount.recordedAt)}, {amount.recordedBy}
        <ErrorMark mark={mark} />
      </Table.Td>
      <Table.Td ta="right">{may.allowed ? <MarkInErrorButton onAsk={onAsk} /> : null}</Table.Td>
    </Table.Tr>
  );
}

interface MarkAmountErrorProps {
  patientId: PatientId;
  amount: TherapyAmountRecord;
  onClose: () => void;
}

function MarkAmountError({ patientId, amount, onClose }: MarkAmountErrorProps) {
  const { date } = useClinicTime();
  return (
    <EnteredInErrorDialog
      name={`${dollarWords(amount.amountCents)} as of ${date(amount.asOfOn)}`}
      follows="The newest amount that is left counts against the threshold."
      mark={useMarkAmountError(patientId, amount.therapyAmountId)}
      onClose={onClose}
    />
  );
}

function thresholdWords(year: number, values: DocumentationValues): string {
  const published = kxThresholdOf(year, values);
  return published === undefined
    ? `${year}: not published here`
    : `${year}: ${dollarWords(published.dollars * 100)}, ${published.source.replace(/ ?\[[A-Z]\d*\] ?/g, '')}`;
}
