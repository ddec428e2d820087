import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { NumberField } from '#client/ui/NumberField.tsx';
import { totalUnits, type ProcedureDraft } from './procedure-draft.ts';

interface MuscleFieldsProps {
  draft: ProcedureDraft;
  onChange: (part: Partial<ProcedureDraft>) => void;
  prefix: string;
  error: string | undefined;
}

/** Botulinum toxin: each muscle with its units; the dose is their sum. */
export function MuscleFields({ draft, onChange, prefix, error }: MuscleFieldsProps) {
  const { muscles } = draft;
  const set = (index: number, part: Partial<(typeof muscles)[number]>) =>
    onChange({ muscles: muscles.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  return (
    <Stack gap={4} role="group" aria-label="Muscles">
      {muscles.map(({ name, units }, index) => (
        <Group key={index} gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            label={index === 0 ? 'Muscle' : undefined}
            aria-label={`Muscle ${index + 1}`}
            name={`${prefix}muscles.${index}.name`}
            placeholder="Gastrocnemius, medial head"
            flex={1}
            value={name}
            onChange={(event) => set(index, { name: event.currentTarget.value })}
          />
          <NumberField
            label={`Units, muscle ${index + 1}`}
            hideLabel
            name={`${prefix}muscles.${index}.units`}
            unit="units"
            decimals={1}
            min={0}
            width={130}
            value={units}
            onChange={(next) => set(index, { units: next })}
          />
          <Button
            variant="subtle"
            color="gray"
            disabled={muscles.length === 1}
            onClick={() => onChange({ muscles: muscles.filter((_, at) => at !== index) })}
          >
            Remove
          </Button>
        </Group>
      ))}
      <Group justify="space-between">
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange({ muscles: [...muscles, { name: '', units: null }] })}
        >
          Add a muscle
        </Button>
        <Text size="sm" aria-live="polite">
          Together {totalUnits(draft)} units
        </Text>
      </Group>
      {error === undefined ? null : (
        <Text size="sm" role="alert" c="var(--tone-danger-text)">
          {error}
        </Text>
      )}
    </Stack>
  );
}
