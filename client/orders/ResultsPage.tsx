import { Box, Group, SegmentedControl, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { InboxEntry } from '#shared/orders/inbox.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { PageHeader } from '#client/ui/PageHeader.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { inboxQuery } from './queries.ts';
import { InboxReading } from './InboxReading.tsx';
import { ResultTable } from './ResultTable.tsx';
import type { ResultsSearch } from './results-search.ts';

const route = getRouteApi('/shell/results');

/** The results inbox: every report stays here until somebody has read it, the oldest first. */
export function ResultsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const show = search.show ?? 'to-read';
  const query = useQuery(inboxQuery({ show, whose: search.whose ?? 'all' }));
  const change = (next: ResultsSearch) => void navigate({ search: next, replace: true });
  const open = (on: string | undefined) => void navigate({ search: { ...search, on } });
  return (
    <>
      <PageHeader title="Results" description={summary(query.data)} />
      <Group gap="sm" mb="sm" px="lg" data-no-print>
        <SegmentedControl
          size="xs"
          aria-label="To read or awaited"
          value={show}
          data={[
            { value: 'to-read', label: 'To read' },
            { value: 'awaited', label: 'No result yet' },
          ]}
          onChange={(next) =>
            change({ whose: search.whose, show: next === 'awaited' ? 'awaited' : undefined })
          }
        />
        <SegmentedControl
          size="xs"
          aria-label="Whose"
          value={search.whose ?? 'all'}
          data={[
            { value: 'all', label: 'My patients' },
            { value: 'mine', label: 'Ordered by me' },
          ]}
          onChange={(next) => change({ show: search.show, whose: next === 'mine' ? 'mine' : undefined })}
        />
      </Group>
      <QueryBoundary
        query={query}
        isEmpty={({ entries }) => entries.length === 0}
        empty={<NothingWaits show={show} />}
      >
        {({ entries }) => (
          <>
            <Box px={8}>
              <ResultTable entries={entries} show={show} onOpen={(entry) => open(entry.diagnosticOrderId)} />
            </Box>
            <OpenReading entries={entries} on={search.on} onMove={open} />
          </>
        )}
      </QueryBoundary>
    </>
  );
}

interface OpenReadingProps {
  entries: readonly InboxEntry[];
  on: string | undefined;
  onMove: (on: string | undefined) => void;
}

/** The open result; once it is read, the next one opens in its place. */
function OpenReading({ entries, on, onMove }: OpenReadingProps) {
  const at = entries.findIndex(({ diagnosticOrderId }) => diagnosticOrderId === on);
  const entry = entries[at];
  if (entry?.reportText == null) return null;
  const next = entries[at + 1] ?? entries.find((one) => one !== entry);
  return (
    <InboxReading
      key={entry.diagnosticOrderId}
      entry={entry}
      next={next}
      onClose={() => onMove(undefined)}
      onRead={() => onMove(next?.diagnosticOrderId)}
    />
  );
}

function summary(inbox: { toRead: number; awaited: number } | undefined): string | undefined {
  if (inbox === undefined) return undefined;
  return `${inbox.toRead} to read, ${inbox.awaited} without a result yet`;
}

function NothingWaits({ show }: { show: 'to-read' | 'awaited' }) {
  return show === 'to-read' ? (
    <EmptyState title="Every result has been read.">
      A report appears here when it is entered and stays until it is acknowledged with your own reading.
    </EmptyState>
  ) : (
    <EmptyState title="Every test has its result.">
      <Text size="sm">Tests that were ordered and have no report yet are listed here.</Text>
    </EmptyState>
  );
}
