import { Box, Button, Group, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { PatientRow } from '#shared/patients/chart.ts';
import { useShortcuts } from '#client/platform/shortcuts.ts';
import { useSession } from '#client/platform/session.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { PageHeader } from '#client/ui/PageHeader.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { PatientTable } from './PatientTable.tsx';
import { patientsQuery } from './queries.ts';

const route = getRouteApi('/shell/patients');

const QUIET_MS = 200;

/** Find a patient by name, birth date or record number. */
export function PatientsPage() {
  const { search = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const { role } = useSession();
  const query = useInfiniteQuery(patientsQuery(search));
  const open = ({ patientId }: PatientRow) =>
    void navigate({ to: '/patients/$patientId', params: { patientId } });
  return (
    <>
      <PageHeader
        title="Patients"
        description={
          role === 'administrator'
            ? 'Everybody in the organization'
            : 'The patients whose care team you are on'
        }
      />
      <SearchField
        search={search}
        onSearch={(next) =>
          void navigate({ search: next.trim() === '' ? {} : { search: next }, replace: true })
        }
      />
      <QueryBoundary
        query={query}
        isEmpty={({ pages }) => pages.every(({ patients }) => patients.length === 0)}
        empty={<NobodyFound search={search} isAdministrator={role === 'administrator'} />}
      >
        {({ pages }) => (
          <>
            <Box px="sm">
              <PatientTable patients={pages.flatMap(({ patients }) => patients)} onOpen={open} />
            </Box>
            {query.hasNextPage ? (
              <Group justify="center" my="md">
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
    </>
  );
}

function SearchField({ search, onSearch }: { search: string; onSearch: (search: string) => void }) {
  const [typed, setTyped] = useState(search);
  const field = useRef<HTMLInputElement>(null);
  const ask = useDebouncedCallback(onSearch, QUIET_MS);
  useShortcuts('Patients', [{ keys: '/', does: 'Search', run: () => field.current?.focus() }]);
  return (
    <TextInput
      mx="lg"
      mb="sm"
      maw={560}
      type="search"
      label="Name, birth date or record number"
      placeholder="okafor gr, 3 Jun 1968, 004417"
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      ref={field}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        ask(event.currentTarget.value);
      }}
    />
  );
}

function NobodyFound({ search, isAdministrator }: { search: string; isAdministrator: boolean }) {
  if (search === '') {
    return isAdministrator ? (
      <EmptyState title="There is no patient yet.">
        Patients are registered when a request for care is accepted.
      </EmptyState>
    ) : (
      <EmptyState title="You are on no care team at the moment.">
        An administrator puts you on one; the patient appears here at once.
      </EmptyState>
    );
  }
  return (
    <EmptyState title={`Nobody matches “${search}”.`}>
      <Text>
        Type the beginning of a name or of the record number, or a birth date such as 3 Jun 1968. Accents do
        not matter.
        {isAdministrator ? null : ' Only patients of your care teams are found.'}
      </Text>
    </EmptyState>
  );
}
