import { Anchor, Button, Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { Output } from '#shared/platform/endpoint.ts';
import { listName } from '#shared/patients/model.ts';
import type { EpisodeId } from '#shared/platform/ids.ts';
import type { sessionsApi } from '#shared/sessions/contract.ts';
import { canSchedule } from '#shared/sessions/policy.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { EpisodeLinks } from '#client/ui/EpisodeLinks.tsx';
import { PageHeader } from '#client/ui/PageHeader.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import type { Tone } from '#client/ui/tone.ts';
import { useRowCursor } from '#client/ui/use-row-cursor.ts';
import { sessionsQuery } from './queries.ts';
import { SessionBanner } from './SessionBanner.tsx';
import { VisitMenu } from './VisitMenu.tsx';
import classes from './Sheet.module.css';

const route = getRouteApi('/shell/episodes/$episodeId/sessions');
type Visit = Output<typeof sessionsApi.list>['sessions'][number];

/** Every visit of an episode, newest first, and attendance. */
export function SessionsPage() {
  const { episodeId } = route.useParams();
  const query = useInfiniteQuery(sessionsQuery(episodeId));
  const [first] = query.data?.pages ?? [];
  const visits = query.data?.pages.flatMap((page) => page.sessions) ?? [];
  return (
    <QueryBoundary query={{ ...query, data: first }}>
      {({ header, episode, attendance }) => (
        <>
          <SessionBanner header={header} />
          <PageHeader
            title="Sessions"
            tabTitle={`Sessions, ${header.familyName}`}
            description={
              attendance.booked === 0
                ? 'No visit has taken place yet'
                : `Kept ${attendance.attended} of ${attendance.booked} booked visits; those the clinic cancelled are not counted`
            }
            actions={<PlanLink episodeId={episode.episodeId} isOpen={episode.status === 'open'} />}
          />
          <div className={classes.page}>
            <EpisodeLinks episodeId={episode.episodeId} current="sessions" />
            {visits.length === 0 ? (
              <EmptyState title="No session has been planned yet.">
                The first one can be held once the consult and a prescription are signed.
              </EmptyState>
            ) : (
              <VisitTable visits={visits} episodeId={episode.episodeId} patient={listName(header)} />
            )}
            {query.hasNextPage ? (
              <Button
                variant="default"
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                Show earlier sessions
              </Button>
            ) : null}
          </div>
        </>
      )}
    </QueryBoundary>
  );
}

function PlanLink({ episodeId, isOpen }: { episodeId: EpisodeId; isOpen: boolean }) {
  const actor = useSession();
  if (!isOpen || !canSchedule(actor).allowed) return null;
  return (
    <Button
      renderRoot={(props) => <Link {...props} to="/today" search={{ panel: 'plan', episode: episodeId }} />}
    >
      Plan a session
    </Button>
  );
}

const STATUS: Record<Visit['status'], { tone: Tone; words: string }> = {
  planned: { tone: 'neutral', words: 'Planned' },
  arrived: { tone: 'info', words: 'Arrived' },
  missed: { tone: 'warning', words: 'Missed' },
  cancelled: { tone: 'neutral', words: 'Cancelled' },
  completed: { tone: 'ok', words: 'Signed' },
};

interface VisitTableProps {
  visits: readonly Visit[];
  episodeId: EpisodeId;
  /** Whose they are. */
  patient: string;
}

function VisitTable({ visits, episodeId, patient }: VisitTableProps) {
  const navigate = useNavigate();
  const { date, time } = useClinicTime();
  const cursor = useRowCursor({
    title: 'Sessions',
    ids: visits.map(({ sessionId }) => sessionId),
    opens: 'Open the session',
    onOpen: (sessionId) => void navigate({ to: '/sessions/$sessionId', params: { sessionId } }),
  });
  return (
    <Table aria-label="Sessions">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Day</Table.Th>
          <Table.Th>Status</Table.Th>
          <Table.Th>Therapist</Table.Th>
          <Table.Th>Version</Table.Th>
          <Table.Th>Given</Table.Th>
          <Table.Th>Pain</Table.Th>
          <Table.Td />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {visits.map((visit) => (
          <Table.Tr key={visit.sessionId} {...cursor.rowProps(visit.sessionId)}>
            <Table.Th scope="row" className={classes.unbroken}>
              <Anchor
                renderRoot={(props) => (
                  <Link {...props} to="/sessions/$sessionId" params={{ sessionId: visit.sessionId }} />
                )}
              >
                {date(visit.sessionDate)} {time(visit.scheduledAt)}
              </Anchor>
            </Table.Th>
            <Table.Td>
              <Stack gap={0}>
                <StatusBadge tone={STATUS[visit.status].tone} variant="plain">
                  {STATUS[visit.status].words}
                  {visit.cancelledBy === null ? '' : ` by the ${visit.cancelledBy}`}
                </StatusBadge>
                {visit.cosignature === 'awaiting' ? (
                  <StatusBadge tone="watch" variant="plain">
                    awaiting co-signature
                  </StatusBadge>
                ) : null}
                {visit.addenda === 0 ? null : (
                  <Text size="xs" c="dimmed">
                    {visit.addenda === 1 ? '1 addendum' : `${visit.addenda} addenda`}
                  </Text>
                )}
                {visit.missReason === null ? null : (
                  <Text size="xs" c="dimmed">
                    {visit.missReason}
                  </Text>
                )}
              </Stack>
            </Table.Td>
            <Table.Td>{visit.therapistName}</Table.Td>
            <Table.Td>{visit.versionNumber === null ? '' : `v${visit.versionNumber}`}</Table.Td>
            <Table.Td>{visit.interventions.join('; ')}</Table.Td>
            <Table.Td className={classes.unbroken}>
              {visit.painBefore === null && visit.painAfter === null
                ? ''
                : `${visit.painBefore ?? '?'} -> ${visit.painAfter ?? '?'}`}
            </Table.Td>
            <Table.Td ta="right">
              {visit.status === 'completed' ? null : (
                <VisitMenu
                  visit={{ ...visit, episodeId }}
                  session={visit}
                  patient={`${patient}, ${date(visit.sessionDate)}`}
                />
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
