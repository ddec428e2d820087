import { Button, NativeSelect, Radio, Table, Text, TextInput, VisuallyHidden } from '@mantine/core';
import type { EvaluationDiagnosis } from '#shared/evaluations/model.ts';
import { isIcd10Shaped, normalizeIcd10 } from '#shared/patients/code-systems.ts';
import { Side } from '#shared/patients/model.ts';
import { DiagnosisSearch } from './DiagnosisSearch.tsx';
import { SIDE_CHOICES } from './side-choices.ts';
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
        onPick={(picked) =>
          set([
            ...diagnoses,
            {
              code: picked.code,
              display: picked.display,
              side: picked.side ?? side,
              primary: diagnoses.length === 0,
            },
          ])
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

interface DiagnosisRowProps {
  diagnosis: EvaluationDiagnosis;
  index: number;
  onEdit: (part: Partial<EvaluationDiagnosis>) => void;
  onPrimary: () => void;
  onRemove: () => void;
}

function DiagnosisRow({ diagnosis, index, onEdit, onPrimary, onRemove }: DiagnosisRowProps) {
  const at = `content.diagnoses.${index}`;
  const { code, display, side, primary } = diagnosis;
  return (
    <Table.Tr>
      <Table.Td>
        <Radio
          name="content.diagnoses"
          aria-label={`${code} is the primary diagnosis`}
          checked={primary}
          onChange={onPrimary}
        />
      </Table.Td>
      <Table.Td>
        <TextInput
          size="xs"
          aria-label="Code"
          name={`${at}.code`}
          value={code}
          error={code !== '' && !isIcd10Shaped(normalizeIcd10(code)) ? 'No ICD-10-CM code' : undefined}
          onChange={(event) => onEdit({ code: event.currentTarget.value })}
          onBlur={() => onEdit({ code: normalizeIcd10(code) })}
        />
      </Table.Td>
      <Table.Td>
        <TextInput
          size="xs"
          aria-label="In words"
          name={`${at}.display`}
          value={display}
          onChange={(event) => onEdit({ display: event.currentTarget.value })}
        />
      </Table.Td>
      <Table.Td>
        <NativeSelect
          size="xs"
          aria-label="Side"
          name={`${at}.side`}
          data={SIDE_CHOICES}
          value={side ?? ''}
          onChange={(event) => onEdit({ side: Side.safeParse(event.currentTarget.value).data ?? null })}
        />
      </Table.Td>
      <Table.Td ta="right">
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          onClick={onRemove}
          aria-label={`Remove ${code}`}
        >
          Remove
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
