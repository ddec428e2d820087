import { Button, Table, Text, VisuallyHidden } from '@mantine/core';
import { canMarkInError, IN_ERROR_WORDS } from '#shared/corrections/entered-in-error.ts';
import { type InrReading, takesInrDrug } from '#shared/medications/inr-reading.ts';
import { inrSourceWords, inrVerdict } from '#shared/prescriptions/inr.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { ErrorMark, StruckOut } from '#client/clinical/StruckOut.tsx';
import { FormSection } from '#client/ui/FormSection.tsx';
import type { MedicationsSearch } from './medications-search.ts';
import type { Medications } from './queries.ts';

interface InrSectionProps {
  list: Medications;
  show: (search: MedicationsSearch) => void;
}

/** The INR of whoever takes what it steers: what counts today and where it came from, and what was entered before. */
export function InrSection({ list, show }: InrSectionProps) {
  const { header, medications, inr } = list;
  if (!takesInrDrug(medications) && inr.readings.length === 0) return null;
  const verdict = inrVerdict(inr.latest ?? undefined, header.clinicValues, header.today);
  return (
    <FormSection
      title="INR"
      description="The latest blood test counts, wherever it was entered: here, by a report, or on a session sheet."
      actions={
        <Button size="compact-sm" variant="default" data-no-print onClick={() => show({ form: 'inr' })}>
          Enter an INR
        </Button>
      }
    >
      <Text
        size="sm"
        fw={600}
        {...(verdict.level === 'contraindicated' ? { c: 'var(--tone-danger-text)' } : {})}
      >
        {verdict.note}.
      </Text>
      {inr.readings.length === 0 ? null : <InrTable readings={inr.readings} show={show} />}
    </FormSection>
  );
}

function InrTable({ readings, show }: { readings: readonly InrReading[]; show: InrSectionProps['show'] }) {
  return (
    <Table aria-label="INR readings" mt="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={130}>Blood drawn</Table.Th>
          <Table.Th w={70} ta="end">
            INR
          </Table.Th>
          <Table.Th>Source</Table.Th>
          <Table.Th w={150}>
            <VisuallyHidden>What to do</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {readings.map((reading, index) => (
          <InrRow key={reading.inrReadingId ?? `sheet ${index}`} reading={reading} show={show} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function InrRow({ reading, show }: { reading: InrReading; show: InrSectionProps['show'] }) {
  const { date } = useClinicTime();
  const { inrReadingId, value, testedOn, source, recordedById, enteredInError: mark } = reading;
  const may = canMarkInError(useSession(), { recordedById, isMarked: mark != null });
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        <StruckOut mark={mark}>{date(testedOn)}</StruckOut>
      </Table.Th>
      <Table.Td ta="end">
        <StruckOut mark={mark}>{value}</StruckOut>
      </Table.Td>
      <Table.Td>
        <StruckOut mark={mark}>{inrSourceWords(source)}</StruckOut>
        <ErrorMark mark={mark} />
      </Table.Td>
      <Table.Td ta="right">
        {inrReadingId !== null && may.allowed ? (
          <Button
            size="compact-sm"
            variant="subtle"
            c="dimmed"
            fw={400}
            color="gray"
            data-no-print
            onClick={() => show({ form: 'inr-error', on: inrReadingId })}
          >
            {IN_ERROR_WORDS.act}
          </Button>
        ) : null}
      </Table.Td>
    </Table.Tr>
  );
}
