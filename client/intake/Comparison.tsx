import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { PossiblePatient } from '#shared/intake/queue.ts';
import { listName } from '#shared/patients/model.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import classes from './Intake.module.css';

interface ComparisonProps {
  request: {
    familyName: string;
    givenName: string;
    birthDate: string;
    phone: string | null;
    email: string | null;
  };
  patient: PossiblePatient;
}

const STRENGTH = {
  same: 'Very probably the same person',
  likely: 'Probably the same person',
  possible: 'Perhaps the same person',
};

/** A person of the register beside the person who asks; what agrees is marked in words and weight. */
export function Comparison({ request, patient }: ComparisonProps) {
  const { date } = useClinicTime();
  const { agrees, strength } = patient.likeness;
  const rows = [
    { label: 'Name', mine: listName(request), theirs: listName(patient), fields: ['name', 'similar name'] },
    {
      label: 'Born',
      mine: date(request.birthDate),
      theirs: date(patient.birthDate),
      fields: ['birth date', 'similar birth date'],
    },
    { label: 'Telephone', mine: request.phone ?? '', theirs: patient.phone ?? '', fields: ['phone'] },
    { label: 'E-mail', mine: request.email ?? '', theirs: patient.email ?? '', fields: ['e-mail'] },
  ];
  return (
    <>
      <Text fw={600}>
        {STRENGTH[strength]}: agrees in {agrees.join(', ')}
      </Text>
      <table className={classes.compare}>
        <thead>
          <tr>
            <th scope="col"> </th>
            <th scope="col">Request</th>
            <th scope="col">
              <Anchor component={Link} to={`/patients/${patient.patientId}`} size="sm">
                Register, MRN {patient.mrn}
              </Anchor>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, mine, theirs, fields }) => {
            const isSame = agrees.some((field) => fields.includes(field));
            return (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className={isSame ? classes.agrees : undefined}>{mine === '' ? 'not told' : mine}</td>
                <td className={isSame ? classes.agrees : undefined}>
                  {theirs === '' ? 'not recorded' : theirs}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Text size="sm" c="dimmed">
        {patient.openEpisodes.length === 0
          ? 'No open episode'
          : `Open: ${patient.openEpisodes.map(({ concern }) => concern).join('; ')}`}
      </Text>
    </>
  );
}
