import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { PatientRow } from '#shared/patients/chart.ts';
import { listName, SEX_LETTER } from '#shared/patients/model.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { DataTable, type DataColumn } from '#client/ui/DataTable.tsx';

interface PatientTableProps {
  patients: readonly PatientRow[];
  onOpen: (patient: PatientRow) => void;
}

const idOf = (patient: PatientRow) => patient.patientId;

/** Patients by name; Enter opens the chart. */
export function PatientTable({ patients, onOpen }: PatientTableProps) {
  const { date, age } = useClinicTime();
  const columns = useMemo<readonly DataColumn<PatientRow>[]>(
    () => [
      {
        id: 'name',
        header: 'Name',
        isRowHeader: true,
        width: '22%',
        cell: (patient) => (
          <Anchor
            component={Link}
            to={`/patients/${patient.patientId}`}
            fw={600}
            underline="hover"
            c="var(--mantine-color-text)"
          >
            {listName(patient)}
          </Anchor>
        ),
      },
      {
        id: 'age',
        header: 'Age',
        width: 70,
        cell: ({ birthDate, sex }) => `${age(birthDate)} ${SEX_LETTER[sex]}`,
      },
      { id: 'born', header: 'Born', width: 120, cell: ({ birthDate }) => date(birthDate) },
      { id: 'mrn', header: 'Record number', width: 150, cell: ({ mrn }) => <RecordNumber mrn={mrn} /> },
      { id: 'concern', header: 'Open episodes', cell: (patient) => <OpenEpisodes patient={patient} /> },
      { id: 'clinic', header: 'Clinic', width: 205, cell: ({ clinicName }) => clinicName },
    ],
    [date, age],
  );
  return (
    <DataTable
      label="Patients"
      columns={columns}
      rows={patients}
      idOf={idOf}
      onOpen={onOpen}
      opens="Open the chart"
      sortedOutside
    />
  );
}

/** Numbers that came with an import are long: their beginning tells them apart, the chart shows them whole. */
function RecordNumber({ mrn }: { mrn: string }) {
  return (
    <Text span inherit>
      {mrn.length > 14 ? `${mrn.slice(0, 13)}…` : mrn}
    </Text>
  );
}

function OpenEpisodes({ patient }: { patient: PatientRow }) {
  const { date } = useClinicTime();
  if (patient.deceasedOn !== null) return `Died ${date(patient.deceasedOn)}`;
  if (patient.openEpisodes.length === 0) {
    return (
      <Text span inherit c="dimmed">
        none open
      </Text>
    );
  }
  return patient.openEpisodes.map(({ concern }) => concern).join('; ');
}
