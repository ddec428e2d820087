import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { TeamPatient } from '#shared/care-teams/contract.ts';
import { teamRoleLabel, THERAPY_ROLES } from '#shared/care-teams/model.ts';
import { listName, SEX_LETTER } from '#shared/patients/model.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { DataTable, type DataColumn } from '#client/ui/DataTable.tsx';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import classes from './Teams.module.css';

interface TeamPatientTableProps {
  patients: readonly TeamPatient[];
  onOpen: (patient: TeamPatient) => void;
}

const idOf = (patient: TeamPatient) => patient.patientId;

/** Patients with their physiatrist, their therapists and everybody else; a gap says so. */
export function TeamPatientTable({ patients, onOpen }: TeamPatientTableProps) {
  const { age } = useClinicTime();
  const columns = useMemo<readonly DataColumn<TeamPatient>[]>(
    () => [
      {
        id: 'patient',
        header: 'Patient',
        isRowHeader: true,
        width: '30%',
        cell: (patient) => (
          <>
            <Anchor
              component={Link}
              to={`/teams/${patient.patientId}`}
              fw={600}
              underline="hover"
              c="var(--mantine-color-text)"
            >
              {listName(patient)}
            </Anchor>{' '}
            <Text span size="sm" c="dimmed" fw={400}>
              {age(patient.birthDate)} {SEX_LETTER[patient.sex]},{' '}
              <span className={classes.load}>MRN {patient.mrn.slice(0, 12)}</span>
            </Text>
            <Text size="sm" c="dimmed" fw={400}>
              {patient.openEpisodes.map(({ concern }) => concern).join('; ') || 'no open episode'}
            </Text>
          </>
        ),
      },
      {
        id: 'physiatrist',
        header: 'Physiatrist',
        cell: (patient) => <InRoles patient={patient} roles={['physiatrist']} wanted />,
      },
      {
        id: 'therapists',
        header: 'Therapists',
        cell: (patient) => <InRoles patient={patient} roles={THERAPY_ROLES} wanted />,
      },
      {
        id: 'others',
        header: 'Case manager',
        cell: (patient) => <InRoles patient={patient} roles={['case-manager']} />,
      },
    ],
    [age],
  );
  return (
    <DataTable
      label="Patients and their teams"
      columns={columns}
      rows={patients}
      idOf={idOf}
      onOpen={onOpen}
      opens="Open the team"
      sortedOutside
    />
  );
}

interface InRolesProps {
  patient: TeamPatient;
  roles: readonly string[];
  /** An open episode needs somebody here. */
  wanted?: boolean;
}

function InRoles({ patient, roles, wanted = false }: InRolesProps) {
  const { date, dateOf } = useClinicTime();
  const members = patient.team.filter(({ role }) => roles.includes(role));
  if (members.length === 0) {
    return wanted && patient.openEpisodes.length > 0 ? (
      <StatusBadge tone="danger" variant="plain">
        nobody
      </StatusBadge>
    ) : null;
  }
  return members.map((member) => (
    <div key={`${member.staffMemberId} ${member.role}`}>
      {member.name}
      {roles.length > 1 && member.role !== 'physical-therapist' ? `, ${teamRoleLabel(member.role)}` : ''}
      {member.validTo === null ? null : (
        <Text span size="sm" c="dimmed">
          {' '}
          {member.kind === 'cover' ? 'cover ' : ''}until{' '}
          {date(dateOf(new Date(Date.parse(member.validTo) - 1)))}
        </Text>
      )}
    </div>
  ));
}
