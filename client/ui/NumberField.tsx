import { Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { numberProblem, readNumber } from './read-number.ts';

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
  /** The number that binds, in bold. */
  strong?: boolean;
  width?: number | string;
  size?: 'xs' | 'sm' | 'md' | 'lg';
  onBlur?: () => void;
}

/**
 * A number with its unit. What was typed stays as typed: a fraction in a field of whole numbers, a number out of range and what is
 * no number at all are marked at the field and refused by the form, never rounded, clamped or read as another number.
 */
export function NumberField(props: NumberFieldProps) {
  const {
    label,
    unit,
    value,
    onChange,
    decimals = 0,
    hideLabel = false,
    carried = false,
    strong = false,
  } = props;
  const { min, max, width, error, onBlur, ...rest } = fieldProps(props);
  const { text, problem, type, setTyping } = useTypedNumber(value, onChange, { min, max, decimals });
  const named = unit === undefined ? undefined : `${label} (${unit})`;
  return (
    <TextInput
      {...rest}
      label={hideLabel ? undefined : label}
      aria-label={hideLabel || named !== undefined ? (named ?? label) : undefined}
      value={text}
      error={error ?? problem}
      onChange={(event) => type(event.currentTarget.value)}
      w={width}
      autoComplete="off"
      inputMode={decimals > 0 ? 'decimal' : 'numeric'}
      onFocus={(event) => {
        setTyping(true);
        event.currentTarget.select();
      }}
      onBlur={() => {
        setTyping(false);
        onBlur?.();
      }}
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
          ...(strong ? { fontWeight: 650 } : {}),
          ...(carried ? { color: 'var(--mantine-color-dimmed)', fontStyle: 'italic' } : {}),
        },
        error: { lineHeight: 1.2 },
      }}
    />
  );
}

/** What goes to the input as it is. */
const fieldProps = ({
  label: _label,
  unit: _unit,
  value: _value,
  onChange: _onChange,
  decimals: _decimals,
  hideLabel: _hideLabel,
  carried: _carried,
  strong: _strong,
  ...rest
}: NumberFieldProps) => rest;

/** The text of the field beside the number it stands for; a number set from outside replaces the text. */
function useTypedNumber(
  value: number | null,
  onChange: (value: number | null) => void,
  limits: { min?: number | undefined; max?: number | undefined; decimals: number },
) {
  const [typed, setTyped] = useState<{ text: string; value: number | null }>();
  const [isTyping, setTyping] = useState(false);
  const isOurs = typed !== undefined && Object.is(typed.value, value);
  const text = isOurs ? typed.text : value === null ? '' : String(value);
  const judged = isOurs || limits.decimals === 0 ? readNumber(text) : null;
  const type = (next: string) => {
    const read = readNumber(next);
    const number = read === 'unreadable' ? null : read;
    setTyped({ text: next, value: number });
    if (!Object.is(number, value)) onChange(number);
  };
  return { text, problem: numberProblem(judged, limits, { isTyping }), type, setTyping };
}
