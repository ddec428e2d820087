import { Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { PersonLoad } from '#shared/care-teams/contract.ts';
import { loadWords, type Load } from '#shared/care-teams/load.ts';
import { CLINICAL_ROLES, ROLE_LABEL } from '#shared/platform/actor.ts';
import type { StaffMemberId } from '#shared/platform/ids.ts';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { LoadBar } from './LoadBar.tsx';
import { loadQuery } from './queries.ts';
import classes from './Teams.module.css';

interface PeoplePaneProps {
  /** What a click on a person does: "Show their patients", "Assign". */
  act: string;
  chosen: StaffMemberId | undefined;
  onChoose: (person: PersonLoad) => void;
  /** What the load of the chosen person would become. */
  after?: Load | undefined;
}

/** Those who treat first; administrators manage cases at most. */
const BY_NEED = [...CLINICAL_ROLES, 'administrator'] as const;

/** Everybody who can be assigned, by profession, with what they carry. */
export function PeoplePane({ act, chosen, onChoose, after }: PeoplePaneProps) {
  const query = useQuery(loadQuery);
  const isNarrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  const people = (
    <>
      <Text size="sm" c="dimmed">
        Open episodes against capacity. {act}
      </Text>
      <QueryBoundary query={query}>
        {(load) => (
          <div className={classes.groups}>
            {BY_NEED.map((role) => ({
              role,
              members: load.people.filter((one) => one.role === role && isAsked(one)),
            }))
              .filter(({ members }) => members.length > 0)
              .map(({ role, members }) => (
                <div key={role} role="group" aria-label={ROLE_LABEL[role]}>
                  <Text className={classes.group} size="sm" fw={600} aria-hidden>
                    {ROLE_LABEL[role]}
                  </Text>
                  {members.map((person) => (
                    <Person
                      key={person.staffMemberId}
                      person={person}
                      isChosen={person.staffMemberId === chosen}
                      after={person.staffMemberId === chosen ? after : undefined}
                      onChoose={onChoose}
                    />
                  ))}
                </div>
              ))}
          </div>
        )}
      </QueryBoundary>
    </>
  );
  return isNarrow ? (
    <details className={classes.people} open={chosen !== undefined}>
      <summary>
        <Title order={2} display="inline">
          People and what they carry
        </Title>
      </summary>
      {people}
    </details>
  ) : (
    <section className={classes.people} aria-labelledby="people-heading">
      <Title order={2} id="people-heading">
        People
      </Title>
      {people}
    </section>
  );
}

/** Below this the patients come first, and the people unfold on demand. */
const NARROW = '(max-width: 60em)';

/** Administrators stand here once they manage a case; the form names them all. */
const isAsked = ({ role, openEpisodes }: PersonLoad): boolean => role !== 'administrator' || openEpisodes > 0;

interface PersonProps {
  person: PersonLoad;
  isChosen: boolean;
  after: Load | undefined;
  onChoose: (person: PersonLoad) => void;
}

function Person({ person, isChosen, after, onChoose }: PersonProps) {
  return (
    <button
      type="button"
      className={classes.person}
      data-chosen={isChosen}
      aria-pressed={isChosen}
      onClick={() => onChoose(person)}
    >
      <span className={classes.name}>{person.name}</span>
      <span className={classes.load}>
        {after === undefined ? loadWords(person) : `${person.openEpisodes} → ${loadWords(after)}`}
      </span>
      <LoadBar load={person} after={after} />
      {person.covering === 0 ? null : (
        <Text span size="xs" c="dimmed" style={{ gridColumn: '1 / -1' }}>
          covers {person.covering} {person.covering === 1 ? 'patient' : 'patients'}
        </Text>
      )}
    </button>
  );
}
