import { Group, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { STATUS_LABEL } from '#shared/intake/model.ts';
import { ROUTE_LABEL, TriageRoute } from '#shared/intake/triage.ts';
import { ClinicId } from '#shared/platform/ids.ts';
import { staffQuery } from '#client/platform/session.ts';
import { choicesOf } from './choices.ts';
import { QueueSearch } from './queue-search.ts';

interface QueueFiltersProps {
  search: QueueSearch;
  counts: { open: number; unowned: number; mine: number } | undefined;
  onChange: (change: QueueSearch) => void;
}

const QUIET_MS = 200;

/** Whose requests, in which state, on which route. Everything is in the URL. */
export function QueueFilters({ search, counts, onChange }: QueueFiltersProps) {
  const clinics = useQuery(staffQuery).data?.clinics ?? [];
  const [typed, setTyped] = useState(search.search ?? '');
  const ask = useDebouncedCallback(
    (words: string) => onChange({ search: words.trim() === '' ? undefined : words }),
    QUIET_MS,
  );
  return (
    <Group gap="sm" px="lg" mb="sm" data-no-print>
      <SegmentedControl
        size="xs"
        aria-label="Whose"
        value={search.owner ?? 'anybody'}
        data={[
          { value: 'anybody', label: 'All' },
          { value: 'nobody', label: counts === undefined ? 'Nobody’s' : `Nobody’s ${counts.unowned}` },
          { value: 'me', label: counts === undefined ? 'Mine' : `Mine ${counts.mine}` },
        ]}
        onChange={(owner) => onChange({ owner: QueueSearch.shape.owner.parse(owner) })}
      />
      <Select
        size="xs"
        aria-label="State"
        placeholder="Every open request"
        clearable
        w={165}
        data={choicesOf(STATUS_LABEL)}
        value={search.status ?? null}
        onChange={(status) => onChange({ status: QueueSearch.shape.status.parse(status ?? undefined) })}
      />
      <Select
        size="xs"
        aria-label="Route"
        placeholder="Every route"
        clearable
        w={230}
        data={choicesOf(ROUTE_LABEL)}
        value={search.route ?? null}
        onChange={(route) => onChange({ route: TriageRoute.optional().parse(route ?? undefined) })}
      />
      {clinics.length < 2 ? null : (
        <Select
          size="xs"
          aria-label="Clinic"
          placeholder="Every clinic"
          clearable
          w={150}
          data={clinics.map(({ clinicId, name }) => ({ value: clinicId, label: name }))}
          value={search.clinicId ?? null}
          onChange={(clinicId) => onChange({ clinicId: ClinicId.optional().parse(clinicId ?? undefined) })}
        />
      )}
      <TextInput
        size="xs"
        type="search"
        w={170}
        aria-label="Name or reference"
        placeholder="Name or reference"
        leftSection={<IconSearch size={14} aria-hidden />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          ask(event.currentTarget.value);
        }}
      />
    </Group>
  );
}
