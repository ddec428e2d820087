import { Table, Text, Title } from '@mantine/core';
import { isOnTeamStill, outsideRole, type OutsideSpecialist } from '#shared/patients/outside-specialist.ts';
import { dateInZone } from '#shared/platform/time.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';

interface OutsideTableProps {
  specialists: readonly OutsideSpecialist[];
  timeZone: string;
}

/** Who joined from outside by an accepted referral, with role and last day; nothing where nobody has. */
export function OutsideTable({ specialists, timeZone }: OutsideTableProps) {
  const { date } = useClinicTime();
  if (specialists.length === 0) return null;
  const today = dateInZone(new Date(), timeZone);
  return (
    <>
      <Title order={2} id="outside-heading" mt="lg">
        Outside, by referral
      </Title>
      <Text size="sm" c="dimmed">
        They accepted a referral and belong to the care until their last day. They have no account here and
        open nothing.
      </Text>
      <Table aria-labelledby="outside-heading" mt="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Person or organisation</Table.Th>
            <Table.Th>Role</Table.Th>
            <Table.Th>Period</Table.Th>
            <Table.Th>Why</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {specialists.map((specialist) => {
            const still = isOnTeamStill(specialist, today);
            return (
              <Table.Tr key={specialist.referralId} c={still ? undefined : 'dimmed'}>
                <Table.Th scope="row" fw={still ? 600 : 400}>
                  {specialist.name}
                </Table.Th>
                <Table.Td>{outsideRole(specialist)}</Table.Td>
                <Table.Td>
                  since {date(specialist.acceptedOn)} until {date(specialist.until)}
                  {still ? '' : ', ended'}
                </Table.Td>
                <Table.Td>
                  {specialist.specialty}, referred by {specialist.referredBy}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </>
  );
}
