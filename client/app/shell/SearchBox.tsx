import { UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { queryKeys } from '#client/platform/query-keys.ts';
import { useSession } from '#client/platform/session.ts';
import {
  searchActionsFor,
  searchSourcesFor,
  type SearchAction,
  type SearchHit,
} from '#client/platform/shell-slots.ts';
import { KeyHint } from '#client/ui/KeyHint.tsx';
import { navigationFor } from './navigation.ts';
import classes from './Shell.module.css';

const FEWEST_LETTERS = 2;

/** One box for people and actions, opened with `mod+K`. */
export function SearchBox() {
  const [query, setQuery] = useState('');
  const { groups, searching, failed } = useFound(query);
  return (
    <>
      <UnstyledButton className={classes.search} onClick={spotlight.open}>
        <IconSearch size={16} aria-hidden />
        <span>Search patients and actions</span>
        <KeyHint keys="mod+K" />
      </UnstyledButton>
      <Spotlight
        actions={groups}
        query={query}
        onQueryChange={setQuery}
        // Found by the server, or filtered below: what is listed is what matches.
        filter={(_, all) => all}
        attributes={{ content: { 'aria-label': 'Search' } }}
        overlayProps={{ blur: 0, backgroundOpacity: 0.45 }}
        shortcut={['mod + K']}
        tagsToIgnore={[]}
        scrollable
        maxHeight={420}
        nothingFound={nothingFound(query, { searching, failed })}
        searchProps={{
          placeholder: 'Name, birth date, record number, or an action',
          'aria-label': 'Search patients and actions',
          leftSection: <IconSearch size={18} aria-hidden />,
        }}
      />
    </>
  );
}

function nothingFound(query: string, { searching, failed }: { searching: boolean; failed: boolean }): string {
  if (failed) return 'The search did not work. Check the network and type on.';
  if (searching) return 'Searching …';
  return query.trim().length < FEWEST_LETTERS
    ? 'Type at least two letters.'
    : `Nothing found for “${query.trim()}”.`;
}

function useFound(query: string) {
  const { role } = useSession();
  const router = useRouter();
  const [wanted] = useDebouncedValue(query.trim(), 150);
  const sources = searchSourcesFor(role);
  const results = useQueries({
    queries: sources.map((source) => ({
      queryKey: queryKeys.search(source.id, wanted),
      queryFn: ({ signal }: { signal: AbortSignal }) => source.search(wanted, signal),
      enabled: wanted.length >= FEWEST_LETTERS,
      staleTime: 10_000,
    })),
  });
  const asAction = (hit: SearchHit | SearchAction) => ({
    id: hit.id,
    label: hit.label,
    ...(hit.description === undefined ? {} : { description: hit.description }),
    onClick: () => router.history.push(hit.href),
  });
  const pages = navigationFor(role).map(({ label, href }) => ({
    id: `page:${href}`,
    label: `Go to ${label}`,
    href,
  }));
  const actions = [...searchActionsFor(role), ...pages].filter(({ label }) =>
    label.toLowerCase().includes(query.trim().toLowerCase()),
  );
  const found: SpotlightActionGroupData[] = sources.map((source, index) => ({
    group: source.group,
    actions: (results[index]?.data ?? []).map(asAction),
  }));
  const groups = [...found, { group: 'Actions', actions: actions.map(asAction) }];
  return {
    groups: groups.filter((group) => group.actions.length > 0),
    searching: results.some((result) => result.isFetching),
    failed: results.some((result) => result.isError),
  };
}
