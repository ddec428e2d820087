import { Button, NativeSelect, Radio, Table, Text, TextInput } from '@mantine/core';
import type { IcdCode } from '#shared/evaluations/icd10/code-family.ts';
import { findIcdCode } from '#shared/evaluations/icd10/code-table.ts';
import type { EvaluationDiagnosis } from '#shared/evaluations/model.ts';
import { isIcd10Shaped, normalizeIcd10 } from '#shared/patients/code-systems.ts';
import { Side } from '#shared/patients/model.ts';
import { CodeCharacters } from './CodeCharacters.tsx';
import { SIDE_CHOICES } from './side-choices.ts';

interface DiagnosisRowProps {
  diagnosis: EvaluationDiagnosis;
  index: number;
  onEdit: (part: Partial<EvaluationDiagnosis>) => void;
  onPrimary: () => void;
  onRemove: () => void;
}

/** One diagnosis: its code with what the characters mean, its words, its side. */
export function DiagnosisRow({ diagnosis, index, onEdit, onPrimary, onRemove }: DiagnosisRowProps) {
  const at = `content.diagnoses.${index}`;
  const { code, display, side, primary } = diagnosis;
  const listed = findIcdCode(normalizeIcd10(code));
  // Words that were written by hand stay; those of the table follow the code.
  const take = (next: IcdCode) =>
    onEdit({
      code: next.code,
      side: next.side ?? side,
      display: display === '' || display === listed?.display ? next.display : display,
    });
  return (
    <Table.Tr>
      <Table.Td style={{ verticalAlign: 'top' }} pt={10}>
        <Radio
          name="content.diagnoses"
          aria-label={`${code} is the primary diagnosis`}
          checked={primary}
          onChange={onPrimary}
        />
      </Table.Td>
      <Table.Td style={{ verticalAlign: 'top' }}>
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
        <CodeCharacters code={normalizeIcd10(code)} onTake={take} />
      </Table.Td>
      <Table.Td style={{ verticalAlign: 'top' }}>
        {listed?.side === undefined || listed.side !== side ? (
          <NativeSelect
            size="xs"
            aria-label="Side"
            name={`${at}.side`}
            data={SIDE_CHOICES}
            value={side ?? ''}
            onChange={(event) => onEdit({ side: Side.safeParse(event.currentTarget.value).data ?? null })}
          />
        ) : (
          <Text size="sm" pt={5}>
            {side}
          </Text>
        )}
        {listed?.side === undefined || listed.side === side ? null : (
          <Text size="xs" c="var(--tone-warning-text)">
            The code says {listed.side}.
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right" style={{ verticalAlign: 'top' }}>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          onClick={onRemove}
          aria-label={`Remove ${code}`}
          mt={4}
        >
          Remove
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
