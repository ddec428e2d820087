import { NativeSelect, Table, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Digit, digitWords } from '#shared/evaluations/digits.ts';
import { Side } from '#shared/patients/model.ts';
import { SIDE_CHOICES } from './side-choices.ts';

interface TextCellProps {
  label: string;
  name: string;
  value: string;
  error: string | undefined;
  /** Offered while typing. */
  words?: readonly string[];
  /** What belongs to the text, under it. */
  below?: ReactNode;
  onChange: (value: string) => void;
}

/** A short text with words offered while it is typed. */
export function TextCell({ label, name, words, below, onChange, ...field }: TextCellProps) {
  const list = words === undefined || words.length === 0 ? undefined : `words-${name}`;
  return (
    <Table.Td>
      <TextInput
        {...field}
        size="xs"
        aria-label={label}
        name={name}
        list={list}
        autoComplete="off"
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {list === undefined ? null : (
        <datalist id={list}>
          {words?.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      )}
      {below}
    </Table.Td>
  );
}

interface ChoiceCellProps<Value extends string> {
  label: string;
  name: string;
  error: string | undefined;
  choices: readonly Value[];
  value: Value | null;
  onChange: (value: Value | null) => void;
}

/** One of a few; empty while nothing is chosen. */
export function ChoiceCell<Value extends string>(props: ChoiceCellProps<Value>) {
  const { label, choices, value, onChange, ...field } = props;
  return (
    <Table.Td>
      <NativeSelect
        {...field}
        size="xs"
        aria-label={label}
        data={['', ...choices]}
        value={value ?? ''}
        onChange={(event) => onChange(choices.find((one) => one === event.currentTarget.value) ?? null)}
      />
    </Table.Td>
  );
}

interface SideCellProps {
  name: string;
  error: string | undefined;
  value: Side | null;
  onChange: (value: Side | null) => void;
}

/** The side of a finding. */
export function SideCell({ value, onChange, ...field }: SideCellProps) {
  return (
    <Table.Td>
      <NativeSelect
        {...field}
        size="xs"
        aria-label="Side"
        data={SIDE_CHOICES}
        value={value ?? ''}
        onChange={(event) => onChange(Side.safeParse(event.currentTarget.value).data ?? null)}
      />
    </Table.Td>
  );
}

interface DigitChoiceProps {
  name: string;
  /** Nothing is asked of what has no finger or toe. */
  digits: readonly Digit[];
  value: Digit | undefined;
  onChange: (value: Digit | undefined) => void;
}

/** Which finger or toe a joint, muscle, test or measurement is about. */
export function DigitChoice({ name, digits, value, onChange }: DigitChoiceProps) {
  if (digits.length === 0) return null;
  return (
    <NativeSelect
      size="xs"
      mt={2}
      name={name}
      aria-label="Finger or toe"
      data={[
        { value: '', label: 'which one?' },
        ...digits.map((digit) => ({ value: digit, label: digitWords(digit) })),
      ]}
      value={value ?? ''}
      onChange={(event) => onChange(digits.find((one) => one === event.currentTarget.value))}
    />
  );
}
