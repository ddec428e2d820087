import { Box, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { EvaluationLine } from '#shared/evaluations/contract.ts';
import { EVALUATION_KIND_LABEL } from '#shared/evaluations/model.ts';
import { ROLE_LABEL } from '#shared/platform/actor.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { DataTable, type DataColumn } from '#client/ui/DataTable.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { EpisodeLinks } from '#client/ui/EpisodeLinks.tsx';
import { PageHeader } from '#client/ui/PageHeader.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import { EpisodeBanner } from './EpisodeBanner.tsx';
import { evaluationsQuery } from './queries.ts';
import { StartEvaluation } from './StartEvaluation.tsx';

const route = getRouteApi('/shell/episodes/$episodeId/evaluations');
const idOf = (line: EvaluationLine) => line.evaluationId;

/** The evaluations of an episode: who, when, drafts and addenda; start the next one. */
export function EvaluationsPage() {
  const { episodeId } = route.useParams();
  const query = useQuery(evaluationsQuery(episodeId));
  return (
    <QueryBoundary query={query}>
      {({ header, evaluations }) => (
        <>
          <EpisodeBanner header={header} />
          <PageHeader
            title="Evaluations"
            tabTitle={`Evaluations, ${header.familyName}`}
            description={<EpisodeLinks episodeId={episodeId} current="evaluations" />}
            actions={
              evaluations.length === 0 ? undefined : (
                <StartEvaluation header={header} evaluations={evaluations} />
              )
            }
          />
          {evaluations.length === 0 ? (
            <EmptyState
              title="Nothing has been evaluated yet."
              action={<StartEvaluation header={header} evaluations={evaluations} />}
            >
              The physiatrist’s consult comes first. Signing it opens the way to a prescription.
            </EmptyState>
          ) : (
            <Box px={8}>
              <Lines evaluations={evaluations} />
            </Box>
          )}
        </>
      )}
    </QueryBoundary>
  );
}

function Lines({ evaluations }: { evaluations: readonly EvaluationLine[] }) {
  const navigate = route.useNavigate();
  const { date, dateTime } = useClinicTime();
  const { staffMemberId } = useSession();
  const columns = useMemo<readonly DataColumn<EvaluationLine>[]>(
    () => [
      { id: 'date', header: 'Date', cell: (line) => date(line.evaluatedOn), width: 110 },
      {
        id: 'kind',
        header: 'Kind',
        cell: (line) => EVALUATION_KIND_LABEL[line.kind],
        isRowHeader: true,
        width: 190,
      },
      { id: 'said', header: 'Diagnosis and impression', cell: (line) => <Said line={line} /> },
      {
        id: 'who',
        header: 'By',
        cell: (line) => (
          <>
            {line.authorName}
            <Text size="sm" c="dimmed">
              {ROLE_LABEL[line.authorRole]}
            </Text>
          </>
        ),
        width: 200,
      },
      {
        id: 'state',
        header: 'State',
        cell: (line) =>
          line.signedAt === null ? (
            <StatusBadge tone="watch">
              {line.authorId === staffMemberId ? 'my draft' : 'draft'}, {dateTime(line.updatedAt)}
            </StatusBadge>
          ) : (
            `signed ${dateTime(line.signedAt)}`
          ),
        width: 210,
      },
      {
        id: 'addenda',
        header: 'Addenda',
        cell: (line) => (line.addenda === 0 ? '' : line.addenda),
        align: 'right',
        width: 90,
      },
    ],
    [date, dateTime, staffMemberId],
  );
  return (
    <DataTable
      label="Evaluations"
      columns={columns}
      rows={evaluations}
      idOf={idOf}
      opens="Open the evaluation"
      onOpen={(line) => {
        // A colleague's draft is told of, not shown.
        if (line.status === 'draft' && line.authorId !== staffMemberId) return;
        void navigate({
          to: '/episodes/$episodeId/evaluations/$evaluationId',
          params: (params) => ({ ...params, evaluationId: line.evaluationId }),
        });
      }}
    />
  );
}

function Said({ line }: { line: EvaluationLine }) {
  const { staffMemberId } = useSession();
  if (line.status === 'draft' && line.authorId !== staffMemberId) {
    return <Text c="dimmed">shown when its author has signed it</Text>;
  }
  return (
    <>
      {line.diagnoses.length === 0 ? null : line.diagnoses.join('; ')}
      {line.impression === null ? null : (
        <Text size="sm" c="dimmed" lineClamp={2}>
          {line.impression}
        </Text>
      )}
    </>
  );
}
