import { Table, Text, VisuallyHidden } from '@mantine/core';
import type { EvaluationDiagnosis } from '#shared/evaluations/model.ts';
import type { Side } from '#shared/patients/model.ts';
import { DiagnosisRow } from './DiagnosisRow.tsx';
import { DiagnosisSearch } from './DiagnosisSearch.tsx';
import type { DraftAccess } from './use-evaluation-draft.ts';

interface DiagnosisTableProps {
  draft: DraftAccess;
  /** The episode's side: a first guess for a code that says none. */
  side: Side | null;
}

/** ICD-10-CM diagnoses: found by word or code, one of them primary. */
export function DiagnosisTable({ draft, side }: DiagnosisTableProps) {
  const { diagnoses } = draft.content;
  const set = (next: EvaluationDiagnosis[]) => draft.change({ diagnoses: next });
  const edit = (index: number, part: Partial<EvaluationDiagnosis>) =>
    set(diagnoses.map((one, at) => (at === index ? { ...one, ...part } : one)));
  const remove = (index: number) => {
    const rest = diagnoses.filter((_, at) => at !== index);
    const hasPrimary = rest.some((one) => one.primary);
    set(rest.map((one, at) => (hasPrimary ? one : { ...one, primary: at === 0 })));
  };
  return (
    <>
      <DiagnosisSearch
        side={side}
        onPick={({ code, display, side: codeSide }) =>
          set([...diagnoses, { code, display, side: codeSide ?? side, primary: diagnoses.length === 0 }])
        }
      />
      {diagnoses.length === 0 ? (
        <Text size="sm" c="dimmed">
          None yet. Search above, or type a code.
        </Text>
      ) : (
        <Table aria-label="Diagnoses">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={80}>Primary</Table.Th>
              <Table.Th w={120}>Code</Table.Th>
              <Table.Th>In words</Table.Th>
              <Table.Th w={110}>Side</Table.Th>
              <Table.Th w={90}>
                <VisuallyHidden>Change the row</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {diagnoses.map((diagnosis, index) => (
              <DiagnosisRow
                key={index}
                diagnosis={diagnosis}
                index={index}
                onEdit={(part) => edit(index, part)}
                onPrimary={() => set(diagnoses.map((one, at) => ({ ...one, primary: at === index })))}
                onRemove={() => remove(index)}
              />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}
