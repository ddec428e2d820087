import { Anchor, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { listName } from '#shared/patients/model.ts';
import { STATUS_WORDS } from '#shared/sessions/model.ts';
import type { SessionSheet } from '#shared/sessions/sheet.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { SessionBanner } from './SessionBanner.tsx';
import { VisitMenu } from './VisitMenu.tsx';

/** A visit that did not take place: why, and a way to open it again. */
export function VisitNotHeld({ sheet }: { sheet: SessionSheet }) {
  const { session, episode } = sheet;
  const { date, time } = useClinicTime();
  const visit = { episodeId: episode.episodeId, sessionId: session.sessionId, version: session.version };
  const by = session.cancelledBy === null ? '' : ` by the ${session.cancelledBy}`;
  return (
    <>
      <SessionBanner asHeading header={sheet.header} />
      <EmptyState
        headingLevel={2}
        title={`The session of ${date(session.sessionDate)} ${time(session.scheduledAt)} was ${STATUS_WORDS[session.status]}${by}.`}
        action={
          <Group>
            <VisitMenu visit={visit} session={session} patient={listName(sheet.header)} />
            <Anchor
              renderRoot={(props) => (
                <Link
                  {...props}
                  to="/episodes/$episodeId/sessions"
                  params={{ episodeId: episode.episodeId }}
                />
              )}
            >
              All sessions of this episode
            </Anchor>
          </Group>
        }
      >
        {session.missReason === null ? 'No reason was noted.' : `Reason: ${session.missReason}`}
      </EmptyState>
    </>
  );
}
