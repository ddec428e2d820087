import { List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { careTeamsApi, TeamMembership } from '#shared/care-teams/contract.ts';
import { loadWithout, loadWords } from '#shared/care-teams/load.ts';
import { teamRoleLabel } from '#shared/care-teams/model.ts';
import type { Output } from '#shared/platform/endpoint.ts';
import { taskKindLabel } from '#shared/tasks/model.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import { loadQuery } from './queries.ts';

type Held = Output<typeof careTeamsApi.held>;

interface HeldWorkProps {
  held: Held;
  team: Output<typeof careTeamsApi.team>;
  member: TeamMembership;
  heldWork: 'hand-over' | 'keep';
  onChange: (heldWork: 'hand-over' | 'keep') => void;
}

/** Whether there is work, and a colleague in the same role who can take it. */
export const canHandOver = (held: Held): boolean =>
  held.successor?.sameRole === true &&
  !held.staysInOtherRole &&
  held.plannedSessions.length + held.openTasks.length > 0;

const VISITS_SHOWN = 6;

/** What somebody who leaves still holds for this patient, and what becomes of it. */
export function HeldWork({ held, team, member, heldWork, onChange }: HeldWorkProps) {
  const { date } = useClinicTime();
  const role = teamRoleLabel(member.role).toLowerCase();
  return (
    <Stack gap="xs">
      {held.othersInRole.length === 0 && held.openEpisodes.length > 0 ? (
        <StatusBadge tone="danger">The patient is then without a {role}</StatusBadge>
      ) : null}
      <List spacing={2} size="sm">
        {held.openEpisodes.map((episode) => (
          <List.Item key={episode.episodeId}>
            Open episode: {episode.concern}, since {date(episode.openedOn)}
          </List.Item>
        ))}
        <PlannedVisits visits={held.plannedSessions} />
        {held.openTasks.map((task, index) => (
          <List.Item key={`${task.kind} ${index}`}>
            Open task: {task.title ?? taskKindLabel(task.kind)}
            {task.dueOn === null ? '' : `, due ${date(task.dueOn)}`}
          </List.Item>
        ))}
        {held.othersInRole.length === 0 ? null : (
          <List.Item>
            Stays as {role}: {held.othersInRole.join(', ')}
          </List.Item>
        )}
        <Load team={team} member={member} staysInOtherRole={held.staysInOtherRole} />
      </List>
      {canHandOver(held) ? (
        <ChoiceField
          label="Planned visits and tasks"
          name="heldWork"
          choices={[
            { value: 'hand-over', label: `Give to ${held.successor?.name ?? ''}` },
            { value: 'keep', label: 'Leave as they are' },
          ]}
          value={heldWork}
          onChange={onChange}
        />
      ) : null}
      <Text size="sm" c="dimmed">
        {whatFollows(held, heldWork)} Access ends with the membership.
      </Text>
    </Stack>
  );
}

function PlannedVisits({ visits }: { visits: Held['plannedSessions'] }) {
  const { dateTime } = useClinicTime();
  if (visits.length === 0) return null;
  const shown = visits.slice(0, VISITS_SHOWN).map(({ startsAt }) => dateTime(startsAt));
  const more = visits.length - shown.length;
  return (
    <List.Item>
      {visits.length === 1 ? '1 planned visit' : `${visits.length} planned visits`}: {shown.join('; ')}
      {more === 0 ? '' : ` and ${more} more`}
    </List.Item>
  );
}

function Load({
  team,
  member,
  staysInOtherRole,
}: Pick<HeldWorkProps, 'team' | 'member'> & { staysInOtherRole: boolean }) {
  const person = useQuery(loadQuery).data?.people.find((one) => one.staffMemberId === member.staffMemberId);
  const after = person && loadWithout(person, { openEpisodes: team.openEpisodes.length, staysInOtherRole });
  return person === undefined || after === undefined ? null : (
    <List.Item>
      Load: {person.openEpisodes} → {loadWords(after)}
    </List.Item>
  );
}

/** No visit is cancelled by this: that stays with whoever treats. */
function whatFollows(held: Held, heldWork: 'hand-over' | 'keep'): string {
  if (held.plannedSessions.length + held.openTasks.length === 0) return 'Nothing else is open.';
  if (held.successor === null) return 'Visits stay planned; you get a task to find somebody who takes over.';
  const { name } = held.successor;
  return heldWork === 'hand-over'
    ? `${name} gets the visits from then on and, if it ends at once, the tasks; visits at a time already taken stay in the list of a hand-over task.`
    : `Visits stay planned and nothing is cancelled; ${name} gets a task to take over.`;
}
