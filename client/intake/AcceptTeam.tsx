import { Button, Group, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { PersonLoad } from '#shared/care-teams/contract.ts';
import { loadState, loadWith, loadWords } from '#shared/care-teams/load.ts';
import { TEAM_ROLE_LABEL, TeamRole, teamRolesFor } from '#shared/care-teams/model.ts';
import type { RequestDetail } from '#shared/intake/queue.ts';
import { ROUTE_LABEL } from '#shared/intake/triage.ts';
import { StaffMemberId } from '#shared/platform/ids.ts';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { FormSection } from '#client/ui/FormSection.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import type { AcceptDraft } from './accept-draft.ts';
import { choicesOf } from './choices.ts';
import { loadQuery } from './queries.ts';

interface AcceptTeamProps {
  request: RequestDetail;
  value: AcceptDraft;
  onChange: (part: Partial<AcceptDraft>) => void;
  error: string | undefined;
}

type Place = AcceptDraft['team'][number];

/** The first providers, with everybody's load beside their name; the least busy stands first. */
export function AcceptTeam({ request, value, onChange, error }: AcceptTeamProps) {
  const load = useQuery(loadQuery);
  const people = load.data?.people ?? [];
  const set = (index: number, place: Place) =>
    onChange({ team: value.team.map((other, at) => (at === index ? place : other)) });
  return (
    <FormSection
      title="Who sees the patient first"
      description={`${ROUTE_LABEL[request.overriddenRoute ?? request.triageRoute]}. Being on the team opens the record.`}
    >
      <ProblemAlert error={load.error} autoFocus={false} onRetry={() => void load.refetch()} />
      {error === undefined ? null : <Text c="var(--mantine-color-error)">{error}</Text>}
      {value.team.map((place, index) => (
        <PlaceFields
          // Places have no identity of their own; they are only added at the end and removed with their fields.
          key={`${index} ${value.team.length}`}
          place={place}
          people={people}
          clinicName={request.clinicName}
          onChange={(next) => set(index, next)}
        />
      ))}
      <Group gap="sm">
        <Button
          size="compact-sm"
          variant="default"
          disabled={value.team.length >= 8}
          onClick={() =>
            onChange({ team: [...value.team, { role: 'occupational-therapist', staffMemberId: null }] })
          }
        >
          Add another place
        </Button>
        <Text size="sm" c="dimmed">
          A place without a person is left out.
        </Text>
      </Group>
    </FormSection>
  );
}

interface PlaceFieldsProps {
  place: Place;
  people: readonly PersonLoad[];
  clinicName: string;
  onChange: (place: Place) => void;
}

const share = ({ openEpisodes, capacity }: PersonLoad): number => openEpisodes / Math.max(1, capacity);

function PlaceFields({ place, people, clinicName, onChange }: PlaceFieldsProps) {
  const fitting = people
    .filter((person) => teamRolesFor(person.role).includes(place.role))
    .toSorted(
      (a, b) =>
        Number(b.clinicName === clinicName) - Number(a.clinicName === clinicName) || share(a) - share(b),
    );
  const person = fitting.find(({ staffMemberId }) => staffMemberId === place.staffMemberId);
  const after = person && loadWith(person, { openEpisodes: 1, alreadyOnTeam: false });
  return (
    <div>
      <FieldRow>
        <Select
          label="Role"
          name="team"
          allowDeselect={false}
          data={choicesOf(TEAM_ROLE_LABEL)}
          value={place.role}
          onChange={(next) => onChange({ role: TeamRole.parse(next), staffMemberId: null })}
        />
        <Select
          label="Person"
          searchable
          clearable
          placeholder="Nobody yet"
          nothingFoundMessage="Nobody of this profession works here."
          data={fitting.map((one) => ({
            value: one.staffMemberId,
            label: `${one.name}, ${one.clinicName}: ${loadWords(one)}`,
          }))}
          value={place.staffMemberId}
          onChange={(next) => onChange({ ...place, staffMemberId: StaffMemberId.nullable().parse(next) })}
        />
      </FieldRow>
      {person === undefined || after === undefined ? null : (
        <Text size="sm" mt={2}>
          {person.name}: {person.openEpisodes} → {loadWords(after)} open episodes{' '}
          {loadState(after) === 'over' ? (
            <StatusBadge tone="danger" variant="plain">
              over capacity
            </StatusBadge>
          ) : null}
        </Text>
      )}
    </div>
  );
}
