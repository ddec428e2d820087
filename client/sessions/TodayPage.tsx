import { Button, Group, SegmentedControl, Stack, Title } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { addDays, daysBetween, PlainDate } from '#shared/platform/time.ts';
import type { TodaySession } from '#shared/sessions/today.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useShortcuts } from '#client/platform/shortcuts.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { PageHeader } from '#client/ui/PageHeader.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { useRowCursor } from '#client/ui/use-row-cursor.ts';
import { AwaitingCosignature } from './AwaitingCosignature.tsx';
import { PlanSessionPanel } from './PlanSessionPanel.tsx';
import { todayQuery } from './queries.ts';
import { TodayRow } from './TodayRow.tsx';
import classes from './Today.module.css';

const route = getRouteApi('/shell/today');

/** The therapist's home: what earlier days left open, then the day's sessions in order. */
export function TodayPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { today, date: words } = useClinicTime();
  const date = search.date ?? PlainDate.parse(today);
  const query = useQuery(todayQuery(search));
  const goTo = (to: PlainDate) =>
    void navigate({ search: (before) => ({ ...before, date: to === today ? undefined : to }) });
  const plan = () => void navigate({ search: (before) => ({ ...before, panel: 'plan' }) });
  useShortcuts('Today', [
    { keys: 'ArrowLeft', does: 'Day before', run: () => goTo(addDays(date, -1)) },
    { keys: 'ArrowRight', does: 'Day after', run: () => goTo(addDays(date, 1)) },
    { keys: 't', does: 'Today', run: () => goTo(PlainDate.parse(today)) },
    { keys: 'n', does: 'Plan a session', run: plan },
  ]);
  const counts = query.data;
  return (
    <>
      <PageHeader
        title={date === today ? 'Today' : dayTitle(date, today, words(date))}
        description={
          counts === undefined
            ? words(date)
            : `${words(date)}: ${countWords(counts.sessions)}${counts.leftOver.length === 0 ? '' : `; ${counts.leftOver.length} from earlier days`}`
        }
        actions={
          <>
            <SegmentedControl
              size="xs"
              aria-label="Whose sessions"
              data={[
                { value: 'mine', label: 'Mine' },
                { value: 'team', label: 'My teams’' },
              ]}
              value={search.whose ?? 'mine'}
              onChange={(value) =>
                void navigate({
                  search: (before) => ({ ...before, whose: value === 'team' ? 'team' : undefined }),
                })
              }
            />
            <Group gap={4} wrap="nowrap">
              <Button
                variant="default"
                size="compact-md"
                aria-label="Day before"
                onClick={() => goTo(addDays(date, -1))}
              >
                <IconChevronLeft size={16} aria-hidden />
              </Button>
              <PlainDateField
                label="Day"
                hideLabel
                width={150}
                value={date}
                onChange={(value) => {
                  const chosen = PlainDate.safeParse(value).data;
                  if (chosen !== undefined) goTo(chosen);
                }}
              />
              <Button
                variant="default"
                size="compact-md"
                aria-label="Day after"
                onClick={() => goTo(addDays(date, 1))}
              >
                <IconChevronRight size={16} aria-hidden />
              </Button>
            </Group>
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={plan}>
              Plan a session
            </Button>
          </>
        }
      />
      <div className={classes.page}>
        <AwaitingCosignature />
        <QueryBoundary
          query={query}
          isEmpty={(data) => data.sessions.length + data.leftOver.length === 0}
          empty={
            <EmptyState
              title={date === today ? 'No sessions today.' : `No sessions on ${words(date)}.`}
              action={<Button onClick={plan}>Plan a session</Button>}
            >
              Nothing from earlier days waits either.
            </EmptyState>
          }
        >
          {(data) => <Lists leftOver={data.leftOver} sessions={data.sessions} isToday={date === today} />}
        </QueryBoundary>
      </div>
      {search.panel === 'plan' ? (
        <PlanSessionPanel
          date={date}
          episodeId={search.episode}
          onClose={() =>
            void navigate({
              search: (before) => ({ ...before, panel: undefined, episode: undefined }),
              replace: true,
            })
          }
        />
      ) : null}
    </>
  );
}

const dayTitle = (date: string, today: string, words: string): string => {
  const days = daysBetween(today, date);
  if (days === 1) return 'Tomorrow';
  return days === -1 ? 'Yesterday' : words;
};

function countWords(sessions: readonly TodaySession[]): string {
  const signed = sessions.filter(({ status }) => status === 'completed').length;
  const off = sessions.filter(({ status }) => status === 'missed' || status === 'cancelled').length;
  const all = `${sessions.length} ${sessions.length === 1 ? 'session' : 'sessions'}`;
  return [all, signed === 0 ? '' : `${signed} signed`, off === 0 ? '' : `${off} missed or cancelled`]
    .filter(Boolean)
    .join(', ');
}

interface ListsProps {
  leftOver: readonly TodaySession[];
  sessions: readonly TodaySession[];
  isToday: boolean;
}

function Lists({ leftOver, sessions, isToday }: ListsProps) {
  const navigate = useNavigate();
  const all = [...leftOver, ...sessions];
  const cursor = useRowCursor({
    title: 'Today',
    ids: all.map(({ sessionId }) => sessionId),
    opens: 'Open the sheet',
    onOpen: (sessionId) => void navigate({ to: '/sessions/$sessionId', params: { sessionId } }),
  });
  const row = (visit: TodaySession) => (
    <TodayRow key={visit.sessionId} visit={visit} rowProps={cursor.rowProps(visit.sessionId)} />
  );
  return (
    <Stack gap="lg">
      {leftOver.length === 0 ? null : (
        <section aria-labelledby="left-over">
          <Title order={2} size="h3" id="left-over" mb={4}>
            From earlier days
          </Title>
          <ul className={classes.list}>{leftOver.map(row)}</ul>
        </section>
      )}
      <section aria-labelledby="day">
        <Title order={2} size="h3" id="day" mb={4}>
          {isToday ? 'Today’s sessions' : 'Sessions'}
        </Title>
        {sessions.length === 0 ? (
          <EmptyState title="No sessions on this day." />
        ) : (
          <ul className={classes.list}>{sessions.map(row)}</ul>
        )}
      </section>
    </Stack>
  );
}
