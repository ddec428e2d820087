import { NativeSelect } from '@mantine/core';
import { choicesOf, doseParameter, type DoseParameterCode } from '#shared/prescriptions/dose-parameters.ts';
import { NumberField } from '#client/ui/NumberField.tsx';

interface DoseValueFieldProps {
  parameter: DoseParameterCode;
  label: string;
  name?: string;
  hideLabel?: boolean;
  size?: 'xs' | 'sm';
  width?: number;
  value: number | null;
  carried?: boolean;
  onChange: (value: number | null) => void;
}

/** One part of a dose: a number with its unit, or a setting chosen from its list. */
export function DoseValueField({
  parameter,
  width,
  value,
  onChange,
  carried,
  label,
  hideLabel,
  ...field
}: DoseValueFieldProps) {
  const choices = choicesOf(parameter);
  const { unit, step } = doseParameter(parameter);
  if (choices === undefined) {
    return (
      <NumberField
        {...field}
        label={label}
        hideLabel={hideLabel}
        unit={unit}
        width={width}
        decimals={Number.isInteger(step) ? 0 : 1}
        value={value}
        carried={carried}
        onChange={onChange}
      />
    );
  }
  return (
    <NativeSelect
      {...field}
      {...(hideLabel === true ? { 'aria-label': label } : { label })}
      w={132}
      data={[
        { value: '', label: 'setting?' },
        ...choices.map((one) => ({ value: String(one.value), label: one.label })),
      ]}
      value={value === null ? '' : String(value)}
      styles={carried === true ? { input: { color: 'var(--mantine-color-dimmed)' } } : {}}
      onChange={({ currentTarget }) =>
        onChange(currentTarget.value === '' ? null : Number(currentTarget.value))
      }
    />
  );
}
