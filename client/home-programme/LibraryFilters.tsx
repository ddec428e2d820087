import { Checkbox, Select, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import { EXERCISE_CATEGORIES, ExerciseCategory } from '#shared/home-programme/model.ts';
import { CATEGORY_LABEL } from '#shared/home-programme/library-words.ts';
import { BODY_REGION_LABEL, BODY_REGIONS, BodyRegion } from '#shared/patients/model.ts';
import { useShortcuts } from '#client/platform/shortcuts.ts';
import type { LibrarySearch } from './library-search.ts';
import classes from './HomeProgramme.module.css';

interface LibraryFiltersProps {
  search: LibrarySearch;
  retired: number;
  found: number;
  change: (part: Partial<LibrarySearch>) => void;
}

/** What is shown of the library. */
export function LibraryFilters({ search, retired, found, change }: LibraryFiltersProps) {
  const field = useRef<HTMLInputElement>(null);
  useShortcuts('Exercises', [{ keys: '/', does: 'Search', run: () => field.current?.focus() }]);
  return (
    <div className={classes.filters}>
      <TextInput
        ref={field}
        type="search"
        label="Search"
        placeholder="bridge, puente, band"
        w={260}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={search.search ?? ''}
        onChange={(event) =>
          change({ search: event.currentTarget.value === '' ? undefined : event.currentTarget.value })
        }
      />
      <Select
        label="Kind"
        placeholder="All kinds"
        clearable
        w={170}
        data={EXERCISE_CATEGORIES.map((value) => ({ value, label: CATEGORY_LABEL[value] }))}
        value={search.category ?? null}
        onChange={(value) => change({ category: ExerciseCategory.safeParse(value).data })}
      />
      <Select
        label="Body region"
        placeholder="All regions"
        clearable
        w={220}
        data={BODY_REGIONS.map((value) => ({ value, label: BODY_REGION_LABEL[value] }))}
        value={search.region ?? null}
        onChange={(value) => change({ region: BodyRegion.safeParse(value).data })}
      />
      {retired === 0 && search.retired === undefined ? null : (
        <Checkbox
          label={`Retired (${retired})`}
          checked={search.retired === true}
          pb={8}
          onChange={(event) => change({ retired: event.currentTarget.checked ? true : undefined })}
        />
      )}
      <Text size="sm" c="dimmed" pb={8} aria-live="polite">
        {found} shown
      </Text>
    </div>
  );
}
