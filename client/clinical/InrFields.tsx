import { Group } from '@mantine/core';
import { NumberField } from '#client/ui/NumberField.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';

interface InrFieldsProps {
  /** The names of the two fields, as problems call them. */
  names: { value: string; testedOn: string };
  value: number | null;
  testedOn: string;
  /** The last day on which the blood can have been drawn. */
  max: string;
  required?: boolean;
  errorOf: (path: string) => string | undefined;
  onChange: (change: { value?: number | null; testedOn?: string }) => void;
}

/** An INR and the day of its blood test: the day decides which one counts. */
export function InrFields(props: InrFieldsProps) {
  const { names, value, testedOn, max, required = false, errorOf, onChange } = props;
  return (
    <Group align="flex-start" gap="sm">
      <NumberField
        label="INR"
        name={names.value}
        width={110}
        decimals={1}
        min={0.5}
        max={20}
        required={required}
        value={value}
        error={errorOf(names.value)}
        onChange={(next) => onChange({ value: next })}
      />
      {value === null && !required ? null : (
        <PlainDateField
          label="Blood drawn on"
          name={names.testedOn}
          width={180}
          max={max}
          required
          value={testedOn}
          error={errorOf(names.testedOn)}
          onChange={(next) => onChange({ testedOn: next })}
        />
      )}
    </Group>
  );
}
