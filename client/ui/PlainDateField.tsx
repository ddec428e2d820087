import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

interface PlainDateFieldProps {
  label: string;
  name?: string;
  /** `YYYY-MM-DD`, or empty. */
  value: string;
  onChange: (value: string) => void;
  /** Earliest and latest date the calendar offers; the server refuses the rest by name. */
  min?: string;
  max?: string;
  description?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  hideLabel?: boolean;
  width?: number | string;
  size?: 'xs' | 'sm' | 'md' | 'lg';
}

/** A calendar date, with the device's own date picker. */
export function PlainDateField({
  label,
  value,
  onChange,
  hideLabel = false,
  width,
  ...rest
}: PlainDateFieldProps) {
  return (
    <TextInput
      {...rest}
      type="date"
      label={hideLabel ? undefined : label}
      aria-label={hideLabel ? label : undefined}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      w={width}
    />
  );
}
