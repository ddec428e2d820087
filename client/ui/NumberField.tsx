import { NumberInput, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface NumberFieldProps {
  label: string;
  /** Field path, for problems that name it. */
  name?: string;
  /** `null` is an empty field: not the same as zero. */
  value: number | null;
  onChange: (value: number | null) => void;
  /** `kg`, `min`, `0-10`. Part of the field's name for a screen reader. */
  unit?: string;
  min?: number;
  max?: number;
  step?: number;
  /** Whole numbers unless told. */
  decimals?: number;
  description?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  placeholder?: string;
  /** Hides the label on screen, in grids whose header says it. */
  hideLabel?: boolean;
  /** A value carried over from before, grey until touched. */
  carried?: boolean;
  width?: number | string;
  size?: 'xs' | 'sm' | 'md' | 'lg';
  onBlur?: () => void;
}

/** A number with its unit. What is out of range stays as typed and is refused by the form, never silently clamped. */
export function NumberField(props: NumberFieldProps) {
  const {
    label,
    unit,
    value,
    onChange,
    decimals = 0,
    hideLabel = false,
    carried = false,
    width,
    ...rest
  } = props;
  const named = unit === undefined ? undefined : `${label} (${unit})`;
  return (
    <NumberInput
      {...rest}
      label={hideLabel ? undefined : label}
      aria-label={hideLabel || named !== undefined ? (named ?? label) : undefined}
      value={value ?? ''}
      onChange={(next) => onChange(readNumber(next))}
      clampBehavior="none"
      decimalScale={decimals}
      allowLeadingZeros={false}
      hideControls
      w={width}
      inputMode={decimals > 0 ? 'decimal' : 'numeric'}
      onFocus={(event) => event.currentTarget.select()}
      rightSection={
        unit === undefined ? undefined : (
          <Text size="xs" c="dimmed" px={6} aria-hidden>
            {unit}
          </Text>
        )
      }
      rightSectionWidth={unit === undefined ? undefined : 14 + unit.length * 8}
      rightSectionPointerEvents="none"
      styles={{
        input: {
          textAlign: 'right',
          ...(carried ? { color: 'var(--mantine-color-dimmed)', fontStyle: 'italic' } : {}),
        },
      }}
    />
  );
}

function readNumber(value: number | string): number | null {
  if (typeof value === 'number') return value;
  const number = Number(value);
  return value.trim() === '' || Number.isNaN(number) ? null : number;
}
