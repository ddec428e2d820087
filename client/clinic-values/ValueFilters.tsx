import { SegmentedControl, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import { useShortcuts } from '#client/platform/shortcuts.ts';
import { isUnconfirmed, type KeptValue } from './kept-values.ts';
import type { ValuesSearch } from './values-search.ts';
import classes from './Values.module.css';

interface ValueFiltersProps {
  search: ValuesSearch;
  values: readonly KeptValue[];
  found: number;
  change: (part: Partial<ValuesSearch>) => void;
}

/** What is shown of the values. A search or a filter looks through every section. */
export function ValueFilters({ search, values, found, change }: ValueFiltersProps) {
  const field = useRef<HTMLInputElement>(null);
  useShortcuts('Clinical values', [{ keys: '/', does: 'Search', run: () => field.current?.focus() }]);
  const changed = values.filter(({ isChanged }) => isChanged).length;
  return (
    <div className={classes.filters} data-no-print>
      <TextInput
        ref={field}
        type="search"
        aria-label="Search the values"
        placeholder="attendance, INR, knee"
        w={280}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={search.q ?? ''}
        onChange={(event) =>
          change({ q: event.currentTarget.value === '' ? undefined : event.currentTarget.value })
        }
      />
      <SegmentedControl
        aria-label="Which values"
        value={search.show ?? 'all'}
        data={[
          { value: 'all', label: 'By section' },
          { value: 'changed', label: `Changed here (${changed})` },
          { value: 'unconfirmed', label: `To be confirmed (${values.filter(isUnconfirmed).length})` },
        ]}
        onChange={(show) => change({ show: show === 'changed' || show === 'unconfirmed' ? show : undefined })}
      />
      <Text size="sm" c="dimmed" aria-live="polite">
        {found} shown
      </Text>
    </div>
  );
}
