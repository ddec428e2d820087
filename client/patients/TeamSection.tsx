import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ChartTeamMember, PatientChart } from '#shared/patients/chart.ts';
import { isOnTeamStill, outsideRole } from '#shared/patients/outside-specialist.ts';
import { ROLE_LABEL } from '#shared/platform/actor.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { FormSection } from '#client/ui/FormSection.tsx';

/** Everybody who has access at this moment, and who joined from outside. */
export function TeamSection({ chart }: { chart: PatientChart }) {
  const { date, today } = useClinicTime();
  const outside = chart.outside.filter((specialist) => isOnTeamStill(specialist, today));
  return (
    <FormSection
      title="Care team"
      actions={
        <Anchor component={Link} to={`/teams/${chart.patient.patientId}`} size="sm">
          {chart.clinical ? 'Periods' : 'Change'}
        </Anchor>
      }
    >
      {chart.team.length + outside.length === 0 ? (
        <Text c="dimmed">Nobody is on the team at the moment.</Text>
      ) : (
        <Stack gap={6} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
          {chart.team.map((member) => (
            <li key={member.careTeamMemberId}>
              <Text fw={600}>{member.name}</Text>
              <Text size="sm" c="dimmed">
                <Role member={member} />
              </Text>
            </li>
          ))}
          {outside.map((specialist) => (
            <li key={specialist.referralId}>
              <Text fw={600}>{specialist.name}</Text>
              <Text size="sm" c="dimmed">
                {outsideRole(specialist)}, outside, until {date(specialist.until)}
              </Text>
            </li>
          ))}
        </Stack>
      )}
    </FormSection>
  );
}

function Role({ member }: { member: ChartTeamMember }) {
  const { date, dateOf } = useClinicTime();
  const role = member.role === 'case-manager' ? 'case manager' : ROLE_LABEL[member.staffRole];
  const kind = member.kind === 'member' ? '' : `, ${member.kind === 'cover' ? 'cover' : 'emergency access'}`;
  // A last day counts whole: the end is the midnight after it.
  const until =
    member.validTo === null ? '' : ` until ${date(dateOf(new Date(Date.parse(member.validTo) - 1)))}`;
  return `${role}${kind}${until}`;
}
