import { Button, CloseButton, Group, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconAlertTriangleFilled, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { PersonLoad } from '#shared/care-teams/contract.ts';
import type { TeamsSearch } from './teams-search.ts';
import classes from './Teams.module.css';

interface TeamFiltersProps {
  search: TeamsSearch;
  /** The person whose patients are shown. */
  person: PersonLoad | undefined;
  /** How many patients under treatment lack whom. */
  lacking: { physiatrist: number; therapist: number } | undefined;
  onChange: (change: TeamsSearch) => void;
}

const QUIET_MS = 200;

const LACKS = [
  { lacks: 'physiatrist', label: 'without a physiatrist' },
  { lacks: 'therapist', label: 'without a therapist' },
] as const;

/** Narrows the list: by words, by person, by what is missing. What is missing is counted for everybody. */
export function TeamFilters({ search, person, lacking, onChange }: TeamFiltersProps) {
  const [typed, setTyped] = useState(search.search ?? '');
  const ask = useDebouncedCallback(
    (words: string) => onChange({ search: words.trim() === '' ? undefined : words }),
    QUIET_MS,
  );
  return (
    <Group gap="sm" mb="sm" data-no-print>
      <TextInput
        type="search"
        size="xs"
        w={240}
        aria-label="Name, birth date or record number"
        placeholder="Name, birth date or record number"
        leftSection={<IconSearch size={14} aria-hidden />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          ask(event.currentTarget.value);
        }}
      />
      {LACKS.map(({ lacks, label }) => {
        const count = lacking?.[lacks] ?? 0;
        const isOn = search.lacks === lacks;
        if (count === 0 && !isOn) return null;
        return (
          <Button
            key={lacks}
            size="xs"
            variant={isOn ? 'filled' : 'default'}
            aria-pressed={isOn}
            leftSection={
              <IconAlertTriangleFilled size={14} aria-hidden className={isOn ? undefined : classes.gaps} />
            }
            onClick={() => onChange({ lacks: isOn ? undefined : lacks })}
          >
            {count} {label}
          </Button>
        );
      })}
      {person === undefined ? null : (
        <Group gap={4}>
          <span>Patients of {person.name}</span>
          <CloseButton
            size="sm"
            aria-label={`Show not only the patients of ${person.name}`}
            onClick={() => onChange({ person: undefined })}
          />
        </Group>
      )}
    </Group>
  );
}
