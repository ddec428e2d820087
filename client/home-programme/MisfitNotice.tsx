import { Alert, List } from '@mantine/core';
import { noLongerFits } from '#shared/home-programme/fit.ts';
import type { ProgrammePage } from '#shared/home-programme/contract.ts';

/** Exercises that the patient has at home and that the prescription or the chart forbids by now. */
export function MisfitNotice({ page: { current, prescription } }: { page: ProgrammePage }) {
  if (current === null || prescription === null) return null;
  const misfits = noLongerFits(current.content.exercises, prescription.limits);
  if (misfits.length === 0) return null;
  return (
    <Alert
      color="red"
      role="alert"
      mb="sm"
      title={
        misfits.length === 1
          ? 'One exercise that the patient has at home no longer fits'
          : `${misfits.length} exercises that the patient has at home no longer fit`
      }
    >
      <List size="sm">
        {misfits.map(({ name, sentence }) => (
          <List.Item key={name}>
            {name}: {sentence}
          </List.Item>
        ))}
      </List>
      Tell the patient to leave {misfits.length === 1 ? 'it' : 'them'} out, and change the programme.
      Prescription v{prescription.versionNumber} and the chart of today decide.
    </Alert>
  );
}
