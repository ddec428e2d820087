import { Anchor, Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { listName } from '#shared/patients/model.ts';
import { STATUS_WORDS } from '#shared/sessions/model.ts';
import type { SessionSheet } from '#shared/sessions/sheet.ts';
import { useSession } from '#client/platform/session.ts';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { DueChips } from './DueChips.tsx';
import { goToField } from './obstacles.ts';
import { useChangeVisit } from './queries.ts';
import { SessionBanner, SheetRules } from './SessionBanner.tsx';
import { VisitMenu } from './VisitMenu.tsx';
import classes from './SheetHead.module.css';

interface SheetHeadProps {
  sheet: SessionSheet;
  /** The session is a version further: the next save goes on top of it. */
  onArrived: (version: number) => void;
  /** What keeps the visit from beginning; vital signs come later. */
  closedBecause: string | undefined;
}

/** Who, which visit, what must not happen, what is due: always in sight. */
export const SheetHead = memo(function SheetHead({ sheet, onArrived, closedBecause }: SheetHeadProps) {
  const { date, time } = useClinicTime();
  const { session, episode, prescription, header } = sheet;
  const isMine = session.therapistId === useSession().staffMemberId;
  const visit = { episodeId: episode.episodeId, sessionId: session.sessionId, version: session.version };
  const change = useChangeVisit(visit);
  // The button goes with the arrival: the hands go on in the first field.
  const begin = (version: number) => {
    onArrived(version);
    goToField('content.painBefore');
  };
  return (
    <>
      <SessionBanner asHeading header={sheet.header} />
      <SheetRules prescription={prescription} />
      <div className={classes.head}>
        <Text fw={600}>
          {prescription === null
            ? 'Visit'
            : `Visit ${sheet.visitNumber} of ${prescription.visitsPrescribed}, v${prescription.versionNumber}`}
        </Text>
        <Text size="sm">
          {date(session.sessionDate)} {time(session.scheduledAt)}
          {isMine ? '' : `, ${session.therapistName}`}
        </Text>
        <Text size="sm" c="dimmed">
          {session.arrivedAt === null ? STATUS_WORDS[session.status] : `arrived ${time(session.arrivedAt)}`}
        </Text>
        <Anchor
          size="sm"
          data-no-print
          renderRoot={(props) => (
            <Link {...props} to="/episodes/$episodeId/sessions" params={{ episodeId: episode.episodeId }} />
          )}
        >
          All sessions
        </Anchor>
        <Group gap="xs" className={classes.acts} data-no-print>
          {session.status === 'planned' ? (
            <DisabledReason reason={closedBecause}>
              <Button
                size="compact-sm"
                variant="default"
                loading={change.isPending}
                onClick={() =>
                  change.mutate({ kind: 'arrive' }, { onSuccess: ({ version }) => begin(version) })
                }
              >
                Patient is here
              </Button>
            </DisabledReason>
          ) : null}
          <VisitMenu visit={visit} session={session} patient={listName(header)} onChanged={onArrived} />
        </Group>
        <div className={classes.due}>
          <DueChips visit={{ ...sheet, ...episode, sessionDate: session.sessionDate }} />
        </div>
      </div>
      <ProblemAlert error={change.error} />
    </>
  );
});
