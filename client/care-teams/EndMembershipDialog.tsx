import { Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { careTeamsApi, TeamMembership } from '#shared/care-teams/contract.ts';
import { teamRoleLabel } from '#shared/care-teams/model.ts';
import { listName } from '#shared/patients/model.ts';
import type { Output } from '#shared/platform/endpoint.ts';
import { dateInZone, PlainDate } from '#shared/platform/time.ts';
import { fieldErrorsOf } from '#client/platform/field-error.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { canHandOver, HeldWork } from './HeldWork.tsx';
import { heldQuery, useEndMembership } from './queries.ts';

type Team = Output<typeof careTeamsApi.team>;

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
  const [chosen, setHeldWork] = useState<'hand-over' | 'keep'>('hand-over');
  const { patientId } = team.patient;
  const chosenDay = PlainDate.safeParse(day);
  const lastDay = when === 'day' && chosenDay.success ? chosenDay.data : undefined;
  const held = useQuery(heldQuery(patientId, member.careTeamMemberId, lastDay));
  const end = useEndMembership(patientId, member.careTeamMemberId);
  const errorOf = fieldErrorsOf(end.error);
  const known = held.data !== undefined && !held.isPlaceholderData;
  const heldWork = held.data !== undefined && canHandOver(held.data, lastDay) ? chosen : 'keep';
  const confirm = () =>
    end.mutate(
      {
        lastDay: lastDay ?? null,
        reason,
        heldWork,
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
      disabledReason={
        when === 'day' && lastDay === undefined
          ? 'Say the last day first.'
          : !known
            ? 'What is still open is not known yet.'
            : reason.trim() === ''
              ? 'Say why first.'
              : undefined
      }
    >
      <Stack gap="sm">
        <QueryBoundary query={held}>
          {(open) => (
            <HeldWork
              held={open}
              team={team}
              member={member}
              lastDay={lastDay}
              heldWork={heldWork}
              onChange={setHeldWork}
            />
          )}
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
