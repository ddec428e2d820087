import { Button, Group, Radio, Text } from '@mantine/core';
import type { RequestDetail } from '#shared/intake/queue.ts';
import {
  bearsOutTherapy,
  isSamePart,
  routeWithoutRecord,
  therapyFirstProblem,
  type RunningEpisode,
} from '#shared/intake/running-episode.ts';
import { ROUTE_LABEL } from '#shared/intake/triage.ts';
import { BODY_REGION_LABEL } from '#shared/patients/model.ts';
import { EpisodeId } from '#shared/platform/ids.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { FormSection } from '#client/ui/FormSection.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import { routeOf, type AcceptDraft } from './accept-draft.ts';
import { useHandle } from './queries.ts';
import classes from './Intake.module.css';

interface AcceptCourseProps {
  request: RequestDetail;
  episodes: readonly RunningEpisode[];
  chosen: RunningEpisode | undefined;
  onChange: (part: Partial<AcceptDraft>) => void;
  error: string | undefined;
}

/** Somebody who is treated here already asks again: in the episode that runs, or in a new one. */
export function AcceptCourse({ request, episodes, chosen, onChange, error }: AcceptCourseProps) {
  const { date } = useClinicTime();
  const choose = (value: string) => onChange({ course: value === 'new' ? 'new' : EpisodeId.parse(value) });
  return (
    <FormSection
      title="Which course of care?"
      description="An open episode is gone on with: its team and record stay, and the request stands in it."
    >
      {error === undefined ? null : <Text c="var(--mantine-color-error)">{error}</Text>}
      <div role="radiogroup" aria-label="Which course of care?" className={classes.candidates}>
        {episodes.map((episode) => (
          <div
            key={episode.episodeId}
            className={classes.candidate}
            data-chosen={chosen?.episodeId === episode.episodeId}
          >
            <Radio
              name="runningEpisodeId"
              label={
                <>
                  {episode.concern}{' '}
                  {isSamePart(episode, request) ? (
                    <StatusBadge tone="warning" variant="plain">
                      same part of the body
                    </StatusBadge>
                  ) : null}
                </>
              }
              description={[
                [BODY_REGION_LABEL[episode.bodyRegion], episode.side].filter(Boolean).join(', '),
                `open since ${date(episode.openedOn)}`,
                bearsOutTherapy(episode) ? 'a prescription is in force' : 'no prescription in force',
              ].join('; ')}
              checked={chosen?.episodeId === episode.episodeId}
              onChange={() => choose(episode.episodeId)}
            />
          </div>
        ))}
        <div className={classes.candidate} data-chosen={chosen === undefined}>
          <Radio
            name="runningEpisodeId"
            label="A new episode, for another problem"
            checked={chosen === undefined}
            onChange={() => choose('new')}
          />
        </div>
      </div>
    </FormSection>
  );
}

/** What the answers said and the record does not: the way to the physiatrist is one press away. */
export function RecordProblem({ request, chosen }: Pick<AcceptCourseProps, 'request' | 'chosen'>) {
  const handle = useHandle(request.careRequestId);
  const problem = therapyFirstProblem(routeOf(request), chosen, request);
  if (problem === undefined) return null;
  const route = routeWithoutRecord(request.near);
  return (
    <FormSection title="The record does not bear this out">
      <Text>
        The answers say that the physiatrist has seen the patient and that therapy is prescribed. {problem}
      </Text>
      <ProblemAlert error={handle.error} />
      <Group mt="xs">
        <Button
          variant="default"
          loading={handle.isPending}
          onClick={() =>
            handle.mutate({
              step: 'override',
              body: { route, reason: `The record: ${problem}`, expectedVersion: request.version },
            })
          }
        >
          Change to: {ROUTE_LABEL[route]}
        </Button>
      </Group>
    </FormSection>
  );
}
