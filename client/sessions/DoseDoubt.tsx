import { Button } from '@mantine/core';
import { doseDoubts, isThrust, THRUST_WORDS } from '#shared/prescriptions/plausible-dose.ts';
import type { GivenIntervention } from '#shared/sessions/model.ts';
import { Line } from './RowVerdict.tsx';
import { editRow, type SheetEdit } from './sheet-edits.ts';

/** A dose that cannot be, or one that is asked about before it is signed. */
export function DoseDoubt({ given, edit }: { given: GivenIntervention; edit: (change: SheetEdit) => void }) {
  const { refused, unusual } = doseDoubts(given.dose);
  const impossible = [
    ...refused.map((said) => `${said} cannot be`),
    ...(isThrust(given) ? [THRUST_WORDS.replace(/\.$/, '')] : []),
  ];
  if (impossible.length > 0) return <Line tone="danger">{sentence(impossible.join(', '))}</Line>;
  if (unusual.length === 0 || given.unusual === true) return null;
  return (
    <Line tone="info">
      <span>{sentence(`${unusual.join(', ')}: unusual`)}</span>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => edit(editRow(given.code, { unusual: true }))}
      >
        It is meant
      </Button>
    </Line>
  );
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
