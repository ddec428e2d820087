import { Button, Table, Text, Title, VisuallyHidden } from '@mantine/core';
import type { TeamMembership } from '#shared/care-teams/contract.ts';
import { KIND_LABEL, teamRoleLabel } from '#shared/care-teams/model.ts';
import { lastDay, periodState, type PeriodState } from '#shared/care-teams/period.ts';
import { dateInZone } from '#shared/platform/time.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';

interface MemberTableProps {
  members: readonly TeamMembership[];
  timeZone: string;
  /** Offered to administrators. */
  onEnd: ((member: TeamMembership) => void) | undefined;
}

const ORDER: readonly PeriodState[] = ['now', 'later', 'ended'];

/** Everybody who is, will be or was on the team, with role, period and why. */
export function MemberTable({ members, timeZone, onEnd }: MemberTableProps) {
  const now = new Date();
  const sorted = members
    .map((member) => ({ member, state: periodState(member, now) }))
    .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  return (
    <>
      <Title order={2} id="team-heading">
        Care team
      </Title>
      {sorted.every(({ state }) => state !== 'now') ? (
        <Text my="xs">
          <StatusBadge tone="danger">Nobody is on the team</StatusBadge> Nobody but administrators can open
          this record.
        </Text>
      ) : null}
      <Table aria-labelledby="team-heading" mt="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Person</Table.Th>
            <Table.Th>Role</Table.Th>
            <Table.Th>Period</Table.Th>
            <Table.Th>Why</Table.Th>
            {onEnd === undefined ? null : (
              <Table.Th w={90}>
                <VisuallyHidden>Change</VisuallyHidden>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sorted.map(({ member, state }) => (
            <Member
              key={member.careTeamMemberId}
              member={member}
              state={state}
              timeZone={timeZone}
              onEnd={onEnd}
            />
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

interface MemberProps {
  member: TeamMembership;
  state: PeriodState;
  timeZone: string;
  onEnd: ((member: TeamMembership) => void) | undefined;
}

function Member({ member, state, timeZone, onEnd }: MemberProps) {
  return (
    <Table.Tr c={state === 'ended' ? 'dimmed' : undefined}>
      <Table.Th scope="row" fw={state === 'ended' ? 400 : 600}>
        {member.name}
      </Table.Th>
      <Table.Td>
        {teamRoleLabel(member.role)}
        {member.kind === 'member' ? null : ` (${(KIND_LABEL[member.kind] ?? member.kind).toLowerCase()})`}
      </Table.Td>
      <Table.Td>
        <PeriodWords member={member} state={state} timeZone={timeZone} />
      </Table.Td>
      <Table.Td>
        {member.reason ?? ''}
        {member.endReason === null ? null : (
          <Text size="sm" c="dimmed">
            Ended{member.endedBy === null ? '' : ` by ${member.endedBy}`}: {member.endReason}
          </Text>
        )}
      </Table.Td>
      {onEnd === undefined ? null : (
        <Table.Td ta="right">
          {state === 'ended' ? null : (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`End: ${member.name}, ${teamRoleLabel(member.role)}`}
              onClick={() => onEnd(member)}
            >
              End…
            </Button>
          )}
        </Table.Td>
      )}
    </Table.Tr>
  );
}

function PeriodWords({ member, state, timeZone }: Pick<MemberProps, 'member' | 'state' | 'timeZone'>) {
  const { date } = useClinicTime();
  const from = dateInZone(new Date(member.validFrom), timeZone);
  const until = member.validTo === null ? undefined : lastDay(member.validTo, timeZone);
  // One that was taken back before it began lasts an instant.
  if (state === 'ended' && until !== undefined && until < from) return 'taken back before it began';
  return (
    <>
      {state === 'later' ? (
        <StatusBadge tone="info" variant="plain">
          from {date(from)}
        </StatusBadge>
      ) : (
        `since ${date(from)}`
      )}
      {until === undefined ? '' : ` until ${date(until)}`}
    </>
  );
}
