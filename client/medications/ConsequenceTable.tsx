import { Anchor, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { consequencesOf } from '#shared/medications/therapy-consequences.ts';
import { recogniseDrug } from '#shared/medications/recognise.ts';
import { DRUG_INGREDIENT } from '#shared/prescriptions/drug-precautions.ts';
import { numberless } from '#shared/prescriptions/precaution-meaning.ts';
import { proposePrecautions } from '#shared/prescriptions/precautions.ts';
import { FormSection } from '#client/ui/FormSection.tsx';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import type { Medications } from './queries.ts';

/** What the drugs change in therapy, each with its source, and whether the prescription in force says it already. */
export function ConsequenceTable({ list }: { list: Medications }) {
  const rows = list.medications
    .filter(({ status }) => status === 'active')
    .flatMap((medication) => {
      const ingredients =
        medication.ingredients.length > 0
          ? medication.ingredients
          : recogniseDrug(medication.name).ingredients;
      return consequencesOf(ingredients, {
        isTapered: medication.taper !== null,
        clinicValues: list.header.clinicValues,
      }).map((consequence) => ({
        ...consequence,
        medication,
      }));
    });
  return (
    <FormSection
      title="What this changes in therapy"
      description="What these drugs mean for exercise and hands-on treatment, from a short list. It is not a list of side effects."
    >
      {rows.length === 0 ? (
        <Text c="dimmed">None of the active drugs is one that changes therapy by this list.</Text>
      ) : (
        <Table aria-label="What this changes in therapy" verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="16%">Because of</Table.Th>
              <Table.Th>In therapy</Table.Th>
              <Table.Th w="24%">Source</Table.Th>
              <Table.Th w="22%">Prescription</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ medication, sentence, source, isProposed }) => (
              <Table.Tr key={medication.medicationOrderId + sentence} style={{ verticalAlign: 'top' }}>
                <Table.Th scope="row" fw={400}>
                  {medication.name}
                </Table.Th>
                <Table.Td>{sentence}</Table.Td>
                <Table.Td c="dimmed" fz="sm">
                  {source}
                </Table.Td>
                <Table.Td>
                  {isProposed ? (
                    <InPrescription list={list} ingredients={medication.ingredients} />
                  ) : (
                    'shown here only'
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </FormSection>
  );
}

/** Whether the precautions that the drug calls for stand in the version in force; it is proposed to the next one otherwise. */
function InPrescription({ list, ingredients }: { list: Medications; ingredients: readonly string[] }) {
  const { inForce, header } = list;
  const called = proposePrecautions(
    ingredients.map((code) => ({ code, codeSystem: DRUG_INGREDIENT, status: 'active' })),
    header.clinicValues,
  );
  const link = (words: string) => (
    <Anchor
      size="sm"
      renderRoot={(props) => (
        <Link {...props} to="/episodes/$episodeId/prescription" params={{ episodeId: header.episodeId }} />
      )}
    >
      {words}
    </Anchor>
  );
  if (inForce === null) return link('none in force; proposed when it is written');
  const missing = called.filter(
    ({ intervention }) => !inForce.precautions.some((one) => numberless(one) === numberless(intervention)),
  );
  if (missing.length === 0) {
    return (
      <StatusBadge tone="ok" variant="plain">
        in version {inForce.versionNumber}
      </StatusBadge>
    );
  }
  return (
    <>
      <StatusBadge tone="warning" variant="plain">
        not in version {inForce.versionNumber}
      </StatusBadge>
      <div>{link('It is proposed to the next version')}</div>
    </>
  );
}
