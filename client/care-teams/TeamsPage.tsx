import { Anchor, Button, Group, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { PageHeader } from '#client/ui/PageHeader.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { PeoplePane } from './PeoplePane.tsx';
import { loadQuery, teamPatientsQuery } from './queries.ts';
import { TeamFilters } from './TeamFilters.tsx';
import { TeamPatientTable } from './TeamPatientTable.tsx';
import classes from './Teams.module.css';

const route = getRouteApi('/shell/teams');

/** Who treats whom: people with their load on the left, patients with their teams on the right. */
export function TeamsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(teamPatientsQuery(search));
  const people = useQuery(loadQuery).data?.people ?? [];
  const person = people.find(({ staffMemberId }) => staffMemberId === search.person);
  const lacking = query.data?.pages[0]?.lacking;
  return (
    <>
      <PageHeader
        title="Care teams"
        description="A membership is the access: it opens the record, its end closes it."
        actions={
          <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/on-call" search={{}} />}>
            On call and clinic hours
          </Anchor>
        }
      />
      <div className={classes.page}>
        <PeoplePane
          act="Choose a person to see their patients."
          chosen={search.person}
          onChoose={({ staffMemberId }) =>
            void navigate({
              search: { ...search, person: search.person === staffMemberId ? undefined : staffMemberId },
              replace: true,
            })
          }
        />
        <section aria-label="Patients and their teams">
          <TeamFilters
            search={search}
            person={person}
            lacking={lacking}
            onChange={(change) => void navigate({ search: { ...search, ...change }, replace: true })}
          />
          <QueryBoundary
            query={query}
            isEmpty={({ pages }) => pages.every(({ patients }) => patients.length === 0)}
            empty={<NoPatients isFiltered={Object.values(search).some((value) => value !== undefined)} />}
          >
            {({ pages }) => (
              <>
                <TeamPatientTable
                  patients={pages.flatMap(({ patients }) => patients)}
                  onOpen={({ patientId }) =>
                    void navigate({ to: '/teams/$patientId', params: { patientId }, search: {} })
                  }
                />
                {query.hasNextPage ? (
                  <Group justify="center" mt="md">
                    <Button
                      variant="default"
                      loading={query.isFetchingNextPage}
                      onClick={() => void query.fetchNextPage()}
                    >
                      Show more
                    </Button>
                  </Group>
                ) : null}
              </>
            )}
          </QueryBoundary>
        </section>
      </div>
    </>
  );
}

function NoPatients({ isFiltered }: { isFiltered: boolean }) {
  return isFiltered ? (
    <EmptyState title="No patient matches.">Clear the filters to see everybody under treatment.</EmptyState>
  ) : (
    <EmptyState title="Nobody is under treatment yet.">
      <Text>Accepting a request for care opens an episode and puts the first people on the team.</Text>
    </EmptyState>
  );
}
