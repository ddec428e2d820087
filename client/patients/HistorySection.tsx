import { Anchor, Button, Group, SegmentedControl, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { getMeasure, unitLabel } from '#shared/outcomes/registry.ts';
import type { ChartEpisode, HistoryEntry, PatientChart } from '#shared/patients/chart.ts';
import type { PatientId } from '#shared/platform/ids.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { FormSection } from '#client/ui/FormSection.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { historyQuery, type HistoryKind } from './queries.ts';

const KINDS: { kind: HistoryKind; label: string }[] = [
  { kind: 'encounters', label: 'Visits' },
  { kind: 'scores', label: 'Outcome scores' },
  { kind: 'observations', label: 'Measured values' },
  { kind: 'procedures', label: 'Procedures' },
];

/** What came with an import, to read and not to change. Left out when nothing was imported. */
export function HistorySection({ chart: { patient, history, episodes } }: { chart: PatientChart }) {
  const { history: chosen } = useSearch({ from: '/shell/patients/$patientId' });
  const navigate = useNavigate({ from: '/patients/$patientId' });
  const kinds = KINDS.filter(({ kind }) => history[kind] > 0);
  const [first] = kinds;
  if (first === undefined) return null;
  const kind = kinds.find((one) => one.kind === chosen)?.kind ?? first.kind;
  return (
    <FormSection title="Imported history" description="From another system; it cannot be changed here.">
      <SegmentedControl
        size="xs"
        w="fit-content"
        aria-label="Kind of history"
        value={kind}
        data={kinds.map((one) => ({ value: one.kind, label: `${one.label} ${history[one.kind]}` }))}
        onChange={(next) =>
          void navigate({
            to: '.',
            search: (before) => ({ ...before, history: KINDS.find((one) => one.kind === next)?.kind }),
            replace: true,
          })
        }
      />
      {kind === 'scores' ? <WhereScoresCount episodes={episodes} /> : null}
      <Entries patientId={patient.patientId} kind={kind} />
    </FormSection>
  );
}

/** An imported score says nothing about an episode until somebody takes it into one. */
function WhereScoresCount({ episodes }: { episodes: readonly ChartEpisode[] }) {
  const open = episodes.filter(({ status }) => status === 'open');
  return (
    <Text size="sm" c="dimmed">
      These values count in no episode until somebody of the care team takes them into one
      {open.length === 0 ? '.' : ': '}
      {open.map(({ episodeId, concern }, index) => (
        <span key={episodeId}>
          {index === 0 ? '' : ', '}
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link {...props} to="/episodes/$episodeId/scores" params={{ episodeId }} />
            )}
          >
            {concern}
          </Anchor>
        </span>
      ))}
    </Text>
  );
}

/** A score comes as its measure's code and a bare number. */
function wordsOf(kind: HistoryKind, { title, detail }: HistoryEntry): { title: string; detail: string } {
  const measure = kind === 'scores' ? getMeasure(title) : undefined;
  if (measure === undefined) return { title, detail: detail ?? '' };
  return { title: measure.name, detail: `${detail ?? ''} ${unitLabel(measure)}`.trim() };
}

function Entries({ patientId, kind }: { patientId: PatientId; kind: HistoryKind }) {
  const query = useInfiniteQuery(historyQuery(patientId, kind));
  const { date, dateOf } = useClinicTime();
  return (
    <QueryBoundary
      query={query}
      isEmpty={({ pages }) => pages.every(({ entries }) => entries.length === 0)}
      empty={<Text c="dimmed">Nothing of this kind.</Text>}
    >
      {({ pages }) => (
        <>
          <Table aria-label="Imported history" verticalSpacing={4}>
            <Table.Tbody>
              {pages
                .flatMap(({ entries }) => entries)
                .map((entry) => (
                  <Table.Tr key={entry.id}>
                    <Table.Td w={120}>{date(dateOf(entry.at))}</Table.Td>
                    <Table.Td>{wordsOf(kind, entry).title}</Table.Td>
                    <Table.Td>{wordsOf(kind, entry).detail}</Table.Td>
                  </Table.Tr>
                ))}
            </Table.Tbody>
          </Table>
          {query.hasNextPage ? (
            <Group>
              <Button
                size="compact-sm"
                variant="default"
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                Show older
              </Button>
            </Group>
          ) : null}
        </>
      )}
    </QueryBoundary>
  );
}
