import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type SheetValue, unitOf } from '#shared/evaluations/exam-sheet.ts';
import type { SheetRow } from '#shared/evaluations/sheet-rows.ts';
import {
  type FindingKind,
  REFLEX_GRADES,
  SENSATION_RESULTS,
  TEST_RESULTS,
} from '#shared/evaluations/findings.ts';
import { CELL_RANGE, readCell } from '#shared/evaluations/read-cell.ts';
import type { Reading } from '#shared/evaluations/unread.ts';

interface SheetCellProps {
  row: SheetRow;
  label: string;
  name: string | undefined;
  column: number;
  span: number;
  value: SheetValue;
  carried: boolean;
  /** What was typed and is no value. */
  unread: string | undefined;
  onPut: (reading: Reading) => void;
}

const CHOICES: Partial<Record<FindingKind, readonly string[]>> = {
  reflex: REFLEX_GRADES,
  sensation: SENSATION_RESULTS,
  'special-test': TEST_RESULTS,
};

/** One value: a number that is typed, or one of a few words. Empty means not examined. */
export function SheetCell(props: SheetCellProps) {
  const { row, label, name, column, span, value, carried, onPut } = props;
  const choices = CHOICES[row.subject.kind];
  const place = { 'data-col': column, 'data-span': span, 'data-carried': carried };
  if (choices === undefined) return <NumberCell {...props} />;
  return (
    <NativeSelect
      {...place}
      size="xs"
      aria-label={label}
      name={name}
      data={['', ...choices]}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) =>
        onPut({ value: event.currentTarget.value === '' ? null : event.currentTarget.value })
      }
    />
  );
}

function NumberCell({ row, label, name, column, span, value, carried, unread, onPut }: SheetCellProps) {
  const [typed, setTyped] = useState<string>();
  const { kind } = row.subject;
  const unit = unitOf(row).trim();
  return (
    <TextInput
      size="xs"
      data-col={column}
      data-span={span}
      data-carried={carried}
      aria-label={unit === '' ? label : `${label} (${unit})`}
      name={name}
      inputMode={kind === 'strength' ? 'text' : 'decimal'}
      autoComplete="off"
      maxLength={60}
      error={unread === undefined ? undefined : CELL_RANGE[kind]}
      value={typed ?? unread ?? (value === null ? '' : String(value))}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const read = text.trim() === '' ? null : readCell(kind, text);
        onPut(read === null && text.trim() !== '' ? { typed: text } : { value: read });
      }}
      // What cannot be read stays to be mended; what was read is shown as it was understood.
      onBlur={() => setTyped(undefined)}
    />
  );
}
