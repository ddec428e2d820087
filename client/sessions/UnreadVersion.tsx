import { Anchor, Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { canAcknowledge } from '#shared/prescriptions/policy.ts';
import type { SessionSheet } from '#shared/sessions/sheet.ts';
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
  if (prescription === null) return null;
  const { versionNumber, prescriptionId, acknowledged, reason, signedBy, signedAt } = prescription;
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
        <ProblemAlert error={acknowledge.error} />
        <Group gap="sm" mt={4}>
          {acknowledged || !mayRead ? null : (
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
            What changed
          </Anchor>
        </Group>
      </div>
    </section>
  );
}
