import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { bannerOf } from '#shared/patients/episode-header.ts';
import type { EpisodeId } from '#shared/platform/ids.ts';
import { ClosingReason, type AlertRules, type HoldRecord } from '#shared/sessions/holds.ts';
import { canCloseHold } from '#shared/sessions/policy.ts';
import { flagTitle } from '#shared/sessions/flag-words.ts';
import { getRedFlag } from '#shared/sessions/red-flags.ts';
import { wellsScore, wellsWords } from '#shared/evaluations/wells.ts';
import { useSession } from '#client/platform/session.ts';
import { useStoredDraft } from '#client/platform/stored-draft.ts';
import { PatientBanner } from '#client/ui/PatientBanner.tsx';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { EpisodeLinks } from '#client/ui/EpisodeLinks.tsx';
import { PageHeader } from '#client/ui/PageHeader.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import { AlertStory, Reach } from './AlertStory.tsx';
import { EmergencyNow } from './EmergencyNow.tsx';
import { HoldsElsewhere } from './HoldsElsewhere.tsx';
import { holdsQuery, useAnswerHold } from './queries.ts';
import { RedFlagPanel } from './RedFlagPanel.tsx';
import { SessionBanner } from './SessionBanner.tsx';
import classes from './Holds.module.css';

const route = getRouteApi('/shell/episodes/$episodeId/holds');

/** Safety holds of an episode: what stopped therapy, who answered, why it went on. */
export function HoldsPage() {
  const { episodeId } = route.useParams();
  const query = useQuery(holdsQuery(episodeId));
  const [raising, setRaising] = useState(false);
  return (
    <QueryBoundary query={query}>
      {({ header, episode, holds, elsewhere, rules }) => {
        const standing = [...holds.filter(({ closed }) => closed === null), ...elsewhere];
        const open = standing.filter(({ level }) => level !== 'prompt').length;
        const limb = standing.some(({ level }) => level === 'prompt');
        return (
          <>
            <SessionBanner header={header} />
            <PageHeader
              title="Safety holds"
              tabTitle={`Safety holds, ${header.familyName}`}
              description={
                open === 0
                  ? limb
                    ? 'Treatment of a leg is stopped until it is cleared; other therapy may go on.'
                    : holds.length === 0
                      ? undefined
                      : 'No hold is open.'
                  : `${open} open: no session may start until it is closed.`
              }
              actions={
                episode.status === 'open' ? (
                  <Button
                    variant="outline"
                    color="red"
                    leftSection={<IconFlag size={16} aria-hidden />}
                    onClick={() => setRaising(true)}
                  >
                    Raise a red flag
                  </Button>
                ) : null
              }
            />
            <div className={classes.page}>
              <EpisodeLinks episodeId={episode.episodeId} current="holds" />
              <HoldsElsewhere holds={elsewhere} />
              {holds.length + elsewhere.length === 0 ? (
                <EmptyState title="There has been no safety hold in this episode." />
              ) : (
                holds.map((hold) => (
                  <Hold key={hold.safetyHoldId} hold={hold} rules={rules} episodeId={episode.episodeId} />
                ))
              )}
            </div>
            {raising ? (
              <RedFlagPanel
                episode={episode}
                banner={<PatientBanner {...bannerOf(header)} />}
                onClose={() => setRaising(false)}
              />
            ) : null}
          </>
        );
      }}
    </QueryBoundary>
  );
}

interface HoldProps {
  hold: HoldRecord;
  rules: AlertRules;
  episodeId: EpisodeId;
}

function Hold({ hold, rules, episodeId }: HoldProps) {
  const flag = getRedFlag(hold.code);
  const isEmergency = hold.level === 'emergency' && hold.closed === null;
  return (
    <article
      className={classes.hold}
      data-open={hold.closed === null}
      aria-label={`${flagTitle(hold.code)}, ${hold.level}`}
    >
      <Group gap="sm">
        <StatusBadge tone={hold.closed === null ? 'danger' : 'neutral'}>
          {hold.closed === null ? 'Open' : 'Closed'}
        </StatusBadge>
        <Text fw={700}>
          {flagTitle(hold.code)}, {hold.level === 'prompt' ? 'treatment of the limb stopped' : hold.level}
        </Text>
      </Group>
      <Text size="sm">{flag?.finding}</Text>
      <Text>{hold.note}</Text>
      {hold.wells ? <Text size="sm">{wellsWords(wellsScore(hold.wells))}.</Text> : null}
      {hold.closed === null && !isEmergency ? <Text size="sm">Action: {flag?.action}</Text> : null}
      {isEmergency ? (
        <EmergencyNow action={flag?.action ?? 'Emergency department'}>
          <Reach rules={rules} />
        </EmergencyNow>
      ) : null}
      <AlertStory hold={hold} rules={rules} />
      {hold.closed === null ? <Answer hold={hold} episodeId={episodeId} /> : null}
    </article>
  );
}

const Reason = z.object({ reason: z.string() });

function Answer({ hold, episodeId }: { hold: HoldRecord; episodeId: EpisodeId }) {
  const actor = useSession();
  const permission = canCloseHold(actor);
  const answer = useAnswerHold({ episodeId, safetyHoldId: hold.safetyHoldId }, hold.version);
  const draft = useStoredDraft(`close-hold:${hold.safetyHoldId}`, Reason);
  const [reason, setReason] = useState(draft.stored?.value.reason ?? '');
  const [closing, setClosing] = useState(false);
  const refusal = !permission.allowed
    ? permission.sentence
    : hold.acknowledged === null
      ? 'Acknowledge the alert first.'
      : undefined;
  const unsaid = ClosingReason.safeParse(reason).error?.issues[0]?.message;
  return (
    <Stack gap="xs" mt="xs">
      {closing ? null : <ProblemAlert error={answer.error} />}
      <Group gap="sm">
        {hold.acknowledged === null && permission.allowed ? (
          <Button loading={answer.isPending && !closing} onClick={() => answer.mutate(undefined)}>
            Acknowledge: I am dealing with it
          </Button>
        ) : null}
        <DisabledReason reason={refusal}>
          <Button onClick={() => setClosing(true)}>Close the hold</Button>
        </DisabledReason>
      </Group>
      <ConfirmDialog
        opened={closing}
        onClose={() => setClosing(false)}
        onConfirm={() =>
          answer.mutate(
            { reason },
            {
              onSuccess: () => {
                draft.clear();
                setClosing(false);
              },
            },
          )
        }
        title="Let therapy go on?"
        confirmLabel="Close the hold"
        busy={answer.isPending}
        error={answer.error}
        disabledReason={unsaid}
      >
        <Textarea
          label="Reason"
          name="reason"
          description="What was found and why it is safe to go on. It stays in the record."
          required
          autosize
          minRows={3}
          data-autofocus
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value);
            draft.keep({ reason: event.currentTarget.value });
          }}
        />
      </ConfirmDialog>
    </Stack>
  );
}
