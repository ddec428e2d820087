import { Chip, Group, Text } from '@mantine/core';
import type { SessionContent } from '#shared/sessions/model.ts';
import type { SheetEdit } from './sheet-edits.ts';

interface TieChoiceProps {
  codes: readonly string[];
  /** How many of them get one. */
  units: number;
  billed: Record<string, number>;
  content: Pick<SessionContent, 'interventions' | 'tieChoice'>;
  edit: (change: SheetEdit) => void;
}

/** Codes with equal minutes left: which of them gets the unit is the clinician's choice, kept with the note. */
export function TieChoice({ codes, units, billed, content, edit }: TieChoiceProps) {
  if (codes.length === 0) return null;
  const whole = (code: string) =>
    Math.floor(
      content.interventions
        .filter((row) => row.billingCode === code)
        .reduce((total, row) => total + (row.minutes ?? 0), 0) / 15,
    );
  const winners = codes.filter((code) => (billed[code] ?? 0) > whole(code));
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
