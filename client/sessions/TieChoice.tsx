import { Chip, Group, Text } from '@mantine/core';
import type { SheetEdit } from './sheet-edits.ts';

interface TieChoiceProps {
  codes: readonly string[];
  /** Those of them that get a unit now. */
  winners: readonly string[];
  edit: (change: SheetEdit) => void;
}

/** Codes with equal minutes left: which of them gets the unit is the clinician's choice, kept with the note. */
export function TieChoice({ codes, winners, edit }: TieChoiceProps) {
  if (codes.length === 0) return null;
  const units = winners.length;
  const choose = (code: string) => {
    const next = [code, ...winners.filter((one) => one !== code)].slice(0, units);
    edit((old) => ({ ...old, tieChoice: next.toSorted() }));
  };
  return (
    <Group gap="xs" mt={4}>
      <Text size="sm">
        Tie: equal minutes left, {units} {units === 1 ? 'unit' : 'units'} to give. Choose:
      </Text>
      {codes.map((code) => (
        <Chip key={code} size="xs" checked={winners.includes(code)} onChange={() => choose(code)}>
          {code}
        </Chip>
      ))}
    </Group>
  );
}
