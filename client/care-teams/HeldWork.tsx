import { List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { careTeamsApi, TeamMembership } from '#shared/care-teams/contract.ts';
import { loadWithout, loadWords } from '#shared/care-teams/load.ts';
import { teamRoleLabel, UNSIGNED_LABEL } from '#shared/care-teams/model.ts';
import type { Output } from '#shared/platform/endpoint.ts';
import type { PlainDate } from '#shared/platform/time.ts';
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
  /** The last day that is chosen; none when it ends at once. */
  lastDay: PlainDate | undefined;
  heldWork: 'hand-over' | 'keep';
  onChange: (heldWork: 'hand-over' | 'keep') => void;
}

/** Whether there is work to give, and a colleague in the same role who can take it. Until a last day tasks stay theirs. */
export const canHandOver = (held: Held, lastDay: PlainDate | undefined): boolean =>
  held.successor?.sameRole === true &&
  !held.staysInOtherRole &&
  held.plannedSessions.length + (lastDay === undefined ? held.openTasks.length : 0) > 0;

const VISITS_SHOWN = 6;

/** What somebody who leaves still holds for this patient, and what becomes of it. */
export function HeldWork({ held, team, member, lastDay, heldWork, onChange }: HeldWorkProps) {
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
        <Unsigned unsigned={held.unsigned} />
        <PlannedVisits visits={held.plannedSessions} lastDay={lastDay} />
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
      {canHandOver(held, lastDay) ? (
        <ChoiceField
          label={lastDay === undefined ? 'Planned visits and tasks' : 'Visits planned after the last day'}
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
        {whatFollows(held, heldWork, lastDay)} Access ends with the membership.
      </Text>
    </Stack>
  );
}

/** Each on its line: nobody else has these in mind. */
function Unsigned({ unsigned }: Pick<Held, 'unsigned'>) {
  const { dateTime } = useClinicTime();
  return unsigned.map(({ kind, begunAt }) => (
    <List.Item key={`${kind} ${begunAt}`}>
      {UNSIGNED_LABEL[kind]}: {kind === 'visit' ? '' : 'begun '}
      {dateTime(begunAt)}
    </List.Item>
  ));
}

function PlannedVisits({
  visits,
  lastDay,
}: Pick<HeldWorkProps, 'lastDay'> & { visits: Held['plannedSessions'] }) {
  const { date, dateTime } = useClinicTime();
  if (visits.length === 0) return null;
  const shown = visits.slice(0, VISITS_SHOWN).map(({ startsAt }) => dateTime(startsAt));
  const more = visits.length - shown.length;
  return (
    <List.Item>
      {visits.length === 1 ? '1 planned visit' : `${visits.length} planned visits`}
      {lastDay === undefined ? '' : ` after ${date(lastDay)}`}: {shown.join('; ')}
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
function whatFollows(held: Held, heldWork: 'hand-over' | 'keep', lastDay: PlainDate | undefined): string {
  const sentences = [unsignedFirst(held, lastDay), rest(held, heldWork, lastDay)];
  return sentences.filter(Boolean).join(' ');
}

/** A visit may be signed by a colleague, a draft of theirs only by them while they have access. */
const unsignedFirst = ({ unsigned }: Held, lastDay: PlainDate | undefined): string =>
  unsigned.length === 0
    ? ''
    : lastDay === undefined
      ? 'What is not signed can no longer be signed by them: let them sign it first, or choose a last day.'
      : 'What is not signed has to be signed by then.';

function rest(held: Held, heldWork: 'hand-over' | 'keep', lastDay: PlainDate | undefined): string {
  if (held.plannedSessions.length + held.openTasks.length + held.unsigned.length === 0)
    return 'Nothing else is open.';
  if (held.successor === null) return 'Nothing is cancelled; you get a task to find somebody who takes over.';
  const { name } = held.successor;
  const told = `${name} gets a task that says what is left.`;
  if (heldWork === 'keep') return `Nothing is cancelled; ${told}`;
  return lastDay === undefined
    ? `${name} gets the visits and the tasks; visits at a time already taken stay as they are, and a hand-over task says so.`
    : `${name} gets the visits after that day; those at a time already taken stay as they are, and a hand-over task says so. Tasks stay where they are until then.`;
}
