import { Checkbox, CloseButton, Group, Table, Text } from '@mantine/core';
import { boundWords } from '#shared/prescriptions/bounds.ts';
import { DOSE_PARAMETERS, getIntervention } from '#shared/prescriptions/interventions.ts';
import type { PrescribedIntervention } from '#shared/prescriptions/model.ts';
import { DoseValueField } from '#client/clinical/DoseValueField.tsx';
import type { AskedEdit } from './ask-form.ts';

interface AskedInterventionProps {
  edit: AskedEdit;
  /** As it stands on the prescription; nothing when it would be new. */
  prescribed: PrescribedIntervention | undefined;
  onChange: (part: Partial<AskedEdit>) => void;
  onRemove: () => void;
}

/** One intervention of a request: the dose now and the dose that is wanted, beside the limit. */
export function AskedIntervention({ edit, prescribed, onChange, onRemove }: AskedInterventionProps) {
  const intervention = getIntervention(edit.code);
  const name = intervention?.name ?? edit.code;
  return (
    <section aria-label={name}>
      <Group justify="space-between">
        <Text fw={600}>
          {name}
          {prescribed === undefined ? (
            <Text span c="dimmed">
              {' '}
              not on the prescription
            </Text>
          ) : null}
        </Text>
        <Group gap="sm">
          {prescribed === undefined ? null : (
            <Checkbox
              label="Take it off"
              checked={edit.stop}
              onChange={(event) => onChange({ stop: event.currentTarget.checked })}
            />
          )}
          <CloseButton aria-label={`Leave ${name} out of the request`} onClick={onRemove} />
        </Group>
      </Group>
      {edit.stop ? null : (
        <Table withRowBorders={false}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Dose</Table.Th>
              <Table.Th>Limit</Table.Th>
              <Table.Th>Now</Table.Th>
              <Table.Th>Wanted</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {(intervention?.parameters ?? []).map((parameter) => {
              const { label } = DOSE_PARAMETERS[parameter];
              const bound = prescribed?.bounds.find((one) => one.parameter === parameter);
              const field = (which: 'now' | 'wanted') => (
                <DoseValueField
                  parameter={parameter}
                  label={`${name}, ${label}, ${which}`}
                  hideLabel
                  size="xs"
                  width={110}
                  value={edit[which][parameter] ?? null}
                  onChange={(value) => onChange({ [which]: { ...edit[which], [parameter]: value } })}
                />
              );
              return (
                <Table.Tr key={parameter}>
                  <Table.Td>{label}</Table.Td>
                  <Table.Td>{bound === undefined ? 'no limit' : boundWords(bound)}</Table.Td>
                  <Table.Td>{field('now')}</Table.Td>
                  <Table.Td>{field('wanted')}</Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}
