import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { VerdictCode } from '#shared/oversight/judge-episode.ts';
import type { Review } from '#shared/oversight/contract.ts';
import { VERDICT_WORDS } from '#shared/oversight/reasons.ts';
import { daysBetween } from '#shared/platform/time.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { SideWorkspace } from '#client/ui/SideWorkspace.tsx';
import type { Tone } from '#client/ui/tone.ts';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import { verdictsQuery } from './queries.ts';
import { ReviewStanding } from './ReviewStanding.tsx';
import { ReviewThresholds } from './ReviewThresholds.tsx';
import classes from './Review.module.css';

/** The verdict's own colour; what else waits (a request, the end of the plan) has its own place. */
const VERDICT_TONE: Record<VerdictCode, Tone> = {
  SAFETY_HOLD: 'danger',
  WORSENING: 'danger',
  MIXED: 'warning',
  NOT_WORKING: 'warning',
  UNDER_DELIVERED: 'watch',
  CANNOT_JUDGE: 'info',
  TOO_EARLY: 'neutral',
  PARTLY_WORKING: 'ok',
  WORKING: 'ok',
};

/** The judgement with its reasons, what would change it, and the numbers it is held against. */
export function ReviewVerdict({ review }: { review: Review }) {
  const { verdict, standing } = review;
  const { date } = useClinicTime();
  const [showsHistory, setShowsHistory] = useState(false);
  return (
    <section className={classes.column} aria-label="Verdict">
      <div>
        <StatusBadge tone={VERDICT_TONE[verdict.verdict]}>{VERDICT_WORDS[verdict.verdict]}</StatusBadge>
        <Text size="xs" c="dimmed" mt={4}>
          {[verdict.confidence === null ? '' : `confidence ${verdict.confidence}`, phaseWords(review, date)]
            .filter(Boolean)
            .join(', ')}
        </Text>
        {verdict.verdict === 'CANNOT_JUDGE' ||
        standing.state === 'decided' ||
        standing.state === 'review-due' ? (
          <Text size="sm" mt={4}>
            {standing.reason}
          </Text>
        ) : null}
      </div>
      <div>
        <Title order={2} className={classes.small}>
          Because
        </Title>
        {verdict.reasons.length === 0 ? (
          <Text size="sm" c="dimmed">
            Nothing has been judged yet.
          </Text>
        ) : null}
        <ul className={classes.reasons}>
          {verdict.reasons.map((reason) => (
            <li key={reason.code + reason.text}>{reason.text}</li>
          ))}
        </ul>
      </div>
      {verdict.wouldChange.length === 0 ? null : (
        <div>
          <Title order={2} className={classes.small}>
            What would let it judge better
          </Title>
          <ul className={classes.reasons}>
            {verdict.wouldChange.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      <ReviewThresholds measures={verdict.measures} />
      <Group gap="sm">
        <Anchor component="button" type="button" size="xs" onClick={() => setShowsHistory(true)}>
          Earlier verdicts
        </Anchor>
        <Text size="xs" c="dimmed">
          since {date(standing.since)}, rules {verdict.algorithm}
        </Text>
      </Group>
      <ReviewStanding review={review} />
      <SideWorkspace
        opened={showsHistory}
        onClose={() => setShowsHistory(false)}
        title="Verdicts so far"
        width={36}
      >
        {showsHistory ? <VerdictHistory episodeId={review.episodeId} /> : null}
        <Button mt="md" variant="default" onClick={() => setShowsHistory(false)}>
          Close
        </Button>
      </SideWorkspace>
    </section>
  );
}

/** "day 41 of the phase since 9 Oct (v2)": what is judged together, and what opened it. */
function phaseWords(
  { verdict, prescriptions, procedures, today }: Review,
  date: (on: string) => string,
): string {
  const { phase } = verdict;
  if (phase === null) return '';
  const opener =
    procedures.find((procedure) => procedure.performedOn === phase.opensOn)?.display ??
    prescriptions.findLast((version) => version.startsOn === phase.opensOn && version.opensPhase);
  const by =
    opener === undefined ? '' : typeof opener === 'string' ? ` (${opener})` : ` (v${opener.versionNumber})`;
  if (!phase.treated) return `phase since ${date(phase.opensOn)}${by} not treated yet`;
  return `day ${daysBetween(phase.startedOn, today)} of the phase since ${date(phase.opensOn)}${by}`;
}

function VerdictHistory({ episodeId }: { episodeId: string }) {
  const history = useQuery(verdictsQuery(episodeId));
  const { date } = useClinicTime();
  return (
    <QueryBoundary query={history}>
      {({ verdicts }) => (
        <ol className={classes.history}>
          {verdicts.map((v) => (
            <li key={v.verdictId}>
              <strong>
                {date(v.asOf)}: {VERDICT_WORDS[v.verdict]}
              </strong>
              <Text size="xs" c="dimmed">
                {v.confidence === null ? 'not rated' : `confidence ${v.confidence}`}, {v.algorithm}
              </Text>
              <ul className={classes.reasons}>
                {v.reasons.map((reason) => (
                  <li key={reason.code + reason.text}>{reason.text}</li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
    </QueryBoundary>
  );
}
