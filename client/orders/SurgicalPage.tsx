import { Box, Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { canRefer } from '#shared/orders/policy.ts';
import type { surgicalApi } from '#shared/orders/surgical-contract.ts';
import { bannerOf } from '#shared/patients/episode-header.ts';
import type { Output } from '#shared/platform/endpoint.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { EpisodeLinks } from '#client/ui/EpisodeLinks.tsx';
import { PageHeader } from '#client/ui/PageHeader.tsx';
import { PatientBanner } from '#client/ui/PatientBanner.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { SURGICAL_STATE } from './order-words.ts';
import { SurgicalDraft } from './SurgicalDraft.tsx';
import { surgicalQuery, useBeginSurgical } from './surgical-queries.ts';
import { SurgicalReader } from './SurgicalReader.tsx';

const route = getRouteApi('/shell/episodes/$episodeId/surgical-opinion');

type Surgical = Output<typeof surgicalApi.list>;

/** The question to a surgeon: written on top of the record, signed, sent, answered, decided. */
export function SurgicalPage() {
  const { episodeId } = route.useParams();
  const query = useQuery(surgicalQuery(episodeId));
  return <QueryBoundary query={query}>{(surgical) => <Questions surgical={surgical} />}</QueryBoundary>;
}

function Questions({ surgical: { header, evaluations } }: { surgical: Surgical }) {
  const { on } = route.useSearch();
  const shown = evaluations.find((one) => one.surgicalEvaluationId === on) ?? evaluations[0];
  return (
    <>
      <PatientBanner {...bannerOf(header)} chartOf={header.patientId} />
      <PageHeader
        title="Surgical opinion"
        tabTitle={`Surgical opinion, ${header.familyName}`}
        description={<EpisodeLinks episodeId={header.episodeId} current="surgical-opinion" />}
        actions={<Begin header={header} evaluations={evaluations} />}
      />
      <Box px="lg" pb="xl">
        {evaluations.length > 1 ? <Choice evaluations={evaluations} shown={shown} /> : null}
        {shown === undefined ? (
          <EmptyState title="No surgeon has been asked.">
            The page is built from the record: what was tried, how much of it, with what effect, and the
            images with our readings. You add the question.
          </EmptyState>
        ) : shown.state === 'draft' ? (
          <SurgicalDraft key={shown.surgicalEvaluationId} episodeId={header.episodeId} evaluation={shown} />
        ) : (
          <SurgicalReader key={shown.surgicalEvaluationId} header={header} evaluation={shown} />
        )}
      </Box>
    </>
  );
}

function Begin({ header, evaluations }: Surgical) {
  const begin = useBeginSurgical(header.episodeId);
  const navigate = route.useNavigate();
  const permission = canRefer(useSession());
  if (evaluations.some(({ state }) => state === 'draft')) return null;
  const reason =
    header.status === 'closed'
      ? 'The episode of care is closed.'
      : permission.allowed
        ? undefined
        : permission.sentence;
  return (
    <>
      <DisabledReason reason={reason}>
        <Button
          size="compact-sm"
          loading={begin.isPending}
          onClick={() =>
            begin.mutate(undefined, {
              onSuccess: ({ surgicalEvaluationId }) =>
                void navigate({ search: { on: surgicalEvaluationId }, replace: true }),
            })
          }
        >
          {evaluations.length === 0 ? 'Ask a surgeon' : 'Ask again'}
        </Button>
      </DisabledReason>
      <ProblemAlert error={begin.error} />
    </>
  );
}

function Choice({
  evaluations,
  shown,
}: {
  evaluations: Surgical['evaluations'];
  shown: Surgical['evaluations'][number] | undefined;
}) {
  const { date } = useClinicTime();
  const navigate = route.useNavigate();
  return (
    <Group component="nav" aria-label="Questions to surgeons" gap="xs" mb="sm" data-no-print>
      {evaluations.map((one) => (
        <Button
          key={one.surgicalEvaluationId}
          size="compact-sm"
          variant={one === shown ? 'light' : 'subtle'}
          aria-current={one === shown ? 'true' : undefined}
          onClick={() => void navigate({ search: { on: one.surgicalEvaluationId }, replace: true })}
        >
          {date(one.createdOn)}, {one.specialty}: {SURGICAL_STATE[one.state].words}
        </Button>
      ))}
    </Group>
  );
}
