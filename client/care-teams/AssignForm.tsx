import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import type { careTeamsApi, PersonLoad } from '#shared/care-teams/contract.ts';
import { loadState, loadWith, loadWords } from '#shared/care-teams/load.ts';
import { AssignableKind, TeamRole, TEAM_ROLE_LABEL, teamRolesFor } from '#shared/care-teams/model.ts';
import { membershipPeriod, periodState } from '#shared/care-teams/period.ts';
import { listName } from '#shared/patients/model.ts';
import type { Output } from '#shared/platform/endpoint.ts';
import { StaffMemberId } from '#shared/platform/ids.ts';
import { dateInZone, PlainDate } from '#shared/platform/time.ts';
import { fieldErrorsOf } from '#client/platform/field-error.ts';
import { useDraftForm } from '#client/platform/use-draft-form.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { FormSection } from '#client/ui/FormSection.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import { loadQuery, useAssign } from './queries.ts';

type Team = Output<typeof careTeamsApi.team>;

interface AssignFormProps {
  team: Team;
  staffMemberId: StaffMemberId | undefined;
  onChoose: (staffMemberId: StaffMemberId | undefined) => void;
  onAssigned: () => void;
}

const Fields = z.object({
  role: TeamRole.nullable(),
  kind: AssignableKind,
  from: z.string(),
  to: z.string(),
  reason: z.string(),
});

/** Puts somebody on the team: role, period, why, and what it does to their load before it is done. */
export function AssignForm({ team, staffMemberId, onChoose, onAssigned }: AssignFormProps) {
  const people = useQuery(loadQuery).data?.people ?? [];
  const person = people.find((one) => one.staffMemberId === staffMemberId);
  const today = dateInZone(new Date(), team.timeZone);
  const form = useDraftForm(`assign:${team.patient.patientId}:${staffMemberId ?? ''}`, Fields, {
    role: null,
    kind: 'member',
    from: today,
    to: '',
    reason: '',
  });
  const assign = useAssign(team.patient.patientId);
  const errorOf = fieldErrorsOf(assign.error);
  const { kind, from, to, reason } = form.value;
  const roles = person === undefined ? [] : teamRolesFor(person.role);
  const role = form.value.role ?? roles[0] ?? null;
  const lastDay = to === '' ? null : to;
  const period = membershipPeriod({ kind, from, to: lastDay }, new Date(), team.timeZone);
  const wrong = (field: 'from' | 'to') =>
    errorOf(field) ?? (period.kind === 'refused' && period.field === field ? period.sentence : undefined);
  const submit = () => {
    const first = PlainDate.safeParse(from);
    const last = PlainDate.nullable().safeParse(lastDay);
    if (person === undefined || role === null || !first.success || !last.success) return;
    assign.mutate(
      { staffMemberId: person.staffMemberId, role, kind, from: first.data, to: last.data, reason },
      {
        onSuccess: () => {
          form.clear();
          showNote(`${person.name} is on the team of ${listName(team.patient)}.`);
          onAssigned();
        },
      },
    );
  };
  return (
    <FormSection title="Assign somebody">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="md">
          <ProblemAlert error={assign.error} />
          <FieldRow>
            <Select
              label="Person"
              name="staffMemberId"
              placeholder="Choose here or in the list of people"
              searchable
              clearable
              data={people.map((one) => ({
                value: one.staffMemberId,
                label: `${one.name} (${loadWords(one)})`,
              }))}
              value={staffMemberId ?? null}
              error={errorOf('staffMemberId')}
              onChange={(next) => onChoose(StaffMemberId.optional().parse(next ?? undefined))}
            />
            <Select
              label="Role on the team"
              name="role"
              disabled={person === undefined}
              allowDeselect={false}
              data={roles.map((value) => ({ value, label: TEAM_ROLE_LABEL[value] }))}
              value={role}
              onChange={(next) => form.change({ role: TeamRole.nullable().parse(next) })}
            />
          </FieldRow>
          <ChoiceField
            label="As"
            name="kind"
            choices={[
              { value: 'member', label: 'Member' },
              { value: 'cover', label: 'Cover, for a while' },
            ]}
            value={kind}
            onChange={(next) => form.change({ kind: next })}
          />
          <FieldRow>
            <PlainDateField
              label="First day"
              name="from"
              min={today}
              value={from}
              error={wrong('from')}
              onChange={(next) => form.change({ from: next })}
            />
            <PlainDateField
              label={kind === 'cover' ? 'Last day' : 'Last day (optional)'}
              name="to"
              min={from}
              value={to}
              error={wrong('to')}
              onChange={(next) => form.change({ to: next })}
            />
            <TextInput
              label="Why (optional)"
              name="reason"
              maxLength={300}
              value={reason}
              onChange={(event) => form.change({ reason: event.currentTarget.value })}
            />
          </FieldRow>
          {person === undefined ? null : <Preview person={person} team={team} />}
          <Group>
            <DisabledReason reason={person === undefined ? 'Choose a person first.' : undefined}>
              <Button type="submit" loading={assign.isPending}>
                {person === undefined ? 'Assign' : `Assign ${person.name}`}
              </Button>
            </DisabledReason>
          </Group>
        </Stack>
      </form>
    </FormSection>
  );
}

/** What the assignment does, said before it is done. */
function Preview({ person, team }: { person: PersonLoad; team: Team }) {
  const now = new Date();
  const alreadyOnTeam = team.members.some(
    (member) => member.staffMemberId === person.staffMemberId && periodState(member, now) === 'now',
  );
  const after = loadWith(person, { openEpisodes: team.openEpisodes.length, alreadyOnTeam });
  const state = loadState(after);
  return (
    <div role="status">
      <Text>
        {person.name} carries {person.openEpisodes} of {person.capacity} open episodes
        {alreadyOnTeam ? ', this patient included' : `; with this patient ${loadWords(after)}`}. They can open
        this record from the first day on.
      </Text>
      {state === 'over' ? <StatusBadge tone="danger">Over capacity</StatusBadge> : null}
      {state === 'full' ? <StatusBadge tone="warning">Full with this patient</StatusBadge> : null}
    </div>
  );
}
