import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { readGrade, type SheetValue, unitOf } from '#shared/evaluations/exam-sheet.ts';
import type { SheetRow } from '#shared/evaluations/exam-templates.ts';
import {
  type FindingKind,
  REFLEX_GRADES,
  SENSATION_RESULTS,
  TEST_RESULTS,
} from '#shared/evaluations/findings.ts';

interface SheetCellProps {
  row: SheetRow;
  label: string;
  name: string | undefined;
  column: number;
  span: number;
  value: SheetValue;
  carried: boolean;
  onPut: (value: SheetValue) => void;
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
      onChange={(event) => onPut(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    />
  );
}

function NumberCell({ row, label, name, column, span, value, carried, onPut }: SheetCellProps) {
  const [typed, setTyped] = useState<string>();
  const { kind } = row.subject;
  const unit = unitOf(row).trim();
  const isWrong = typed !== undefined && typed.trim() !== '' && readCell(kind, typed) === null;
  return (
    <TextInput
      size="xs"
      data-col={column}
      data-span={span}
      data-carried={carried}
      aria-label={unit === '' ? label : `${label} (${unit})`}
      name={name}
      inputMode="decimal"
      autoComplete="off"
      error={isWrong ? RANGE[kind] : undefined}
      value={typed ?? (value === null ? '' : String(value))}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const read = readCell(kind, text);
        if (read !== null || text.trim() === '') onPut(read);
      }}
      // What cannot be read stays to be mended; what was read is shown as it was understood.
      onBlur={() => (isWrong ? undefined : setTyped(undefined))}
    />
  );
}

const RANGE: Partial<Record<FindingKind, string>> = {
  rom: '-60 to 360, whole',
  strength: '0 to 5, half steps',
  balance: '0 to 600 s',
  measurement: '0 to 500',
};

const LIMITS: Partial<Record<FindingKind, readonly [min: number, max: number]>> = {
  rom: [-60, 360],
  balance: [0, 600],
  measurement: [0, 500],
};

function readCell(kind: FindingKind, typed: string): number | null {
  if (kind === 'strength') return readGrade(typed);
  const text = typed.trim().replace(',', '.');
  const [min, max] = LIMITS[kind] ?? [0, 0];
  const number = Number(text);
  if (text === '' || Number.isNaN(number) || number < min || number > max) return null;
  return kind === 'rom' && !Number.isInteger(number) ? null : number;
}
