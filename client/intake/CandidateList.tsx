import { Radio, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { RequestDetail } from '#shared/intake/queue.ts';
import { listName, SEX_LETTER } from '#shared/patients/model.ts';
import type { PatientId } from '#shared/platform/ids.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { Comparison } from './Comparison.tsx';
import { registerQuery } from './queries.ts';
import classes from './Intake.module.css';

interface CandidateListProps {
  request: RequestDetail;
  search: string;
  chosen: PatientId | null;
  isNew: boolean;
  onChoose: (patientId: PatientId | null) => void;
}

const QUIET_MS = 200;

/** Likely people side by side with the request, what the search finds, and "a new person". */
export function CandidateList({ request, search, chosen, isNew, onChoose }: CandidateListProps) {
  const { date, age } = useClinicTime();
  const [wanted] = useDebouncedValue(search, QUIET_MS);
  const found = useQuery(registerQuery(wanted));
  const likely = request.possiblePatients;
  const others = (found.data?.patients ?? []).filter(
    ({ patientId }) => !likely.some((one) => one.patientId === patientId),
  );
  return (
    <div role="radiogroup" aria-label="Who is it?" className={classes.candidates}>
      {likely.map((patient) => (
        <div key={patient.patientId} className={classes.candidate} data-chosen={chosen === patient.patientId}>
          <Radio
            name="patient"
            label={`${listName(patient)}, MRN ${patient.mrn}`}
            checked={chosen === patient.patientId}
            onChange={() => onChoose(patient.patientId)}
          />
          <Comparison request={request} patient={patient} />
        </div>
      ))}
      <ProblemAlert error={found.error} autoFocus={false} />
      {others.map((patient) => (
        <div key={patient.patientId} className={classes.candidate} data-chosen={chosen === patient.patientId}>
          <Radio
            name="patient"
            label={`${listName(patient)}, ${age(patient.birthDate)} ${SEX_LETTER[patient.sex]}, born ${date(patient.birthDate)}, MRN ${patient.mrn}`}
            description={patient.openEpisodes.map(({ concern }) => concern).join('; ') || 'No open episode'}
            checked={chosen === patient.patientId}
            onChange={() => onChoose(patient.patientId)}
          />
        </div>
      ))}
      {wanted.trim() !== '' && found.data !== undefined && others.length === 0 ? (
        <Text c="dimmed">Nobody else matches.</Text>
      ) : null}
      <div className={classes.candidate} data-chosen={isNew}>
        <Radio
          name="patient"
          label="A new person; a record number is given"
          checked={isNew}
          onChange={() => onChoose(null)}
        />
      </div>
    </div>
  );
}
