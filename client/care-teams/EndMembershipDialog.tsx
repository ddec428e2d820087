import { List, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { careTeamsApi, TeamMembership } from '#shared/care-teams/contract.ts';
import { loadWithout, loadWords } from '#shared/care-teams/load.ts';
import { teamRoleLabel } from '#shared/care-teams/model.ts';
import { listName } from '#shared/patients/model.ts';
import type { Output } from '#shared/platform/endpoint.ts';
import { dateInZone, PlainDate } from '#shared/platform/time.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { fieldErrorsOf } from '#client/platform/field-error.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import { heldQuery, loadQuery, useEndMembership } from './queries.ts';

type Team = Output<typeof careTeamsApi.team>;
type Held = Output<typeof careTeamsApi.held>;

interface EndMembershipDialogProps {
  team: Team;
  member: TeamMembership;
  onClose: () => void;
}

/** Ends a membership after showing what is still open and who stays. */
export function EndMembershipDialog({ team, member, onClose }: EndMembershipDialogProps) {
  const today = dateInZone(new Date(), team.timeZone);
  const [when, setWhen] = useState<'now' | 'day'>('now');
  const [day, setDay] = useState<string>(today);
  const [reason, setReason] = useState('');
  const { patientId } = team.patient;
  const held = useQuery(heldQuery(patientId, member.careTeamMemberId));
  const end = useEndMembership(patientId, member.careTeamMemberId);
  const errorOf = fieldErrorsOf(end.error);
  const last = PlainDate.safeParse(day);
  const confirm = () =>
    end.mutate(
      {
        lastDay: when === 'day' && last.success ? last.data : null,
        reason,
        expectedVersion: member.version,
      },
      {
        onSuccess: () => {
          showNote(
            when === 'now' ? `${member.name} has left the team.` : `The last day of ${member.name} is set.`,
          );
          onClose();
        },
      },
    );
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      onConfirm={confirm}
      title={`End ${member.name} as ${teamRoleLabel(member.role).toLowerCase()} of ${listName(team.patient)}`}
      confirmLabel="End membership"
      tone="danger"
      busy={end.isPending}
      error={end.error}
      disabledReason={reason.trim() === '' ? 'Say why first.' : undefined}
    >
      <Stack gap="sm">
        <QueryBoundary query={held}>
          {(open) => <StillOpen held={open} team={team} member={member} />}
        </QueryBoundary>
        <ChoiceField
          label="When"
          name="when"
          choices={[
            { value: 'now', label: 'At once' },
            { value: 'day', label: 'After a last day' },
          ]}
          value={when}
          onChange={setWhen}
        />
        {when === 'day' ? (
          <PlainDateField
            label="Last day"
            name="lastDay"
            min={today}
            width={180}
            value={day}
            error={errorOf('lastDay')}
            onChange={setDay}
          />
        ) : null}
        <Textarea
          label="Why"
          name="reason"
          autosize
          minRows={2}
          maxLength={300}
          value={reason}
          error={errorOf('reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </ConfirmDialog>
  );
}

function StillOpen({ held, team, member }: { held: Held; team: Team; member: TeamMembership }) {
  const { date } = useClinicTime();
  const person = useQuery(loadQuery).data?.people.find((one) => one.staffMemberId === member.staffMemberId);
  const role = teamRoleLabel(member.role).toLowerCase();
  const after =
    person &&
    loadWithout(person, {
      openEpisodes: team.openEpisodes.length,
      staysInOtherRole: held.staysInOtherRole,
    });
  return (
    <>
      {held.othersInRole.length === 0 && held.openEpisodes.length > 0 ? (
        <StatusBadge tone="danger">The patient is then without a {role}</StatusBadge>
      ) : null}
      <List spacing={2}>
        {held.openEpisodes.map((episode) => (
          <List.Item key={episode.episodeId}>
            Open episode: {episode.concern}, since {date(episode.openedOn)}
          </List.Item>
        ))}
        {held.openTasks.map((task, index) => (
          <List.Item key={`${task.title} ${index}`}>
            Open task: {task.title}
            {task.dueOn === null ? '' : `, due ${date(task.dueOn)}`}
          </List.Item>
        ))}
        {held.othersInRole.length === 0 ? null : (
          <List.Item>
            Stays as {role}: {held.othersInRole.join(', ')}
          </List.Item>
        )}
        {person === undefined || after === undefined ? null : (
          <List.Item>
            Load: {person.openEpisodes} → {loadWords(after)}
          </List.Item>
        )}
      </List>
      <Text size="sm" c="dimmed">
        Planned sessions and clinical tasks are not shown here. If there are any, whoever stays gets a
        hand-over task. Access ends with the membership.
      </Text>
    </>
  );
}
