import { Anchor, Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { canAcknowledge } from '#shared/prescriptions/policy.ts';
import type { SessionSheet, UnreadChanges } from '#shared/sessions/sheet.ts';
import { DifferenceList } from '#client/clinical/DifferenceList.tsx';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { ToneIcon } from '#client/ui/ToneIcon.tsx';
import { useAcknowledgeVersion } from './queries.ts';
import classes from './Sheet.module.css';

/** A version that the reader has not marked as read, and one that came into force while the sheet was open. */
export function UnreadVersion({ sheet }: { sheet: SessionSheet }) {
  const { prescription, episode } = sheet;
  const actor = useSession();
  const { dateTime } = useClinicTime();
  const acknowledge = useAcknowledgeVersion(episode.episodeId);
  const [opened] = useState(prescription?.versionNumber);
  const [shown, show] = useState(false);
  if (prescription === null) return null;
  const { versionNumber, prescriptionId, acknowledged, reason, signedBy, signedAt, unread } = prescription;
  const differences = unread?.differences ?? [];
  const isShown = shown || differences.length <= SHOWN_AT_ONCE;
  const isNewer = opened !== undefined && versionNumber > opened;
  const mayRead = canAcknowledge(actor).allowed;
  if (acknowledged && !isNewer) return null;
  if (!mayRead && !isNewer) return null;
  return (
    <section className={classes.gate} data-tone="warning" aria-label="New prescription version">
      <ToneIcon tone="watch" size={18} />
      <div>
        <Text fw={700}>
          {isNewer
            ? `Version ${versionNumber} came into force while you were writing: the limits below are the new ones`
            : `Version ${versionNumber} is not read yet`}
        </Text>
        <Text size="sm">
          Signed by {signedBy}, {dateTime(signedAt)}
          {reason === null || reason === '' ? '.' : `: ${reason}`}
        </Text>
        {unread == null || !isShown ? null : <Changes unread={unread} />}
        <ProblemAlert error={acknowledge.error} />
        <Group gap="sm" mt={4}>
          {isShown ? null : (
            <Button size="compact-sm" variant="default" onClick={() => show(true)}>
              Show the {differences.length} changes
            </Button>
          )}
          {acknowledged || !mayRead || !isShown ? null : (
            <Button
              size="compact-sm"
              variant="default"
              loading={acknowledge.isPending}
              onClick={() => acknowledge.mutate({ prescriptionId })}
            >
              Mark v{versionNumber} as read
            </Button>
          )}
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link
                {...props}
                to="/episodes/$episodeId/prescription"
                params={{ episodeId: episode.episodeId }}
              />
            )}
          >
            Open the prescription
          </Anchor>
        </Group>
      </div>
    </section>
  );
}

/** More than this would push the day's work off the first screen: they are shown on request, and only then marked as read. */
const SHOWN_AT_ONCE = 3;

/** What the reader does not know yet: against the last version they have read. */
function Changes({ unread: { since, differences } }: { unread: UnreadChanges }) {
  if (since === null)
    return <Text size="sm">It is the first prescription: the limits below are all of it.</Text>;
  return (
    <div className={classes.changes}>
      <DifferenceList
        differences={differences}
        none={`It says the same as version ${since}.`}
        label={`Changes since version ${since}`}
      />
    </div>
  );
}
