import { Button, Group, Text } from '@mantine/core';
import { differenceBetween } from '#shared/prescriptions/difference.ts';
import type { PrescriptionVersion } from '#shared/prescriptions/page.ts';
import { useShortcuts } from '#client/platform/shortcuts.ts';
import { KeyHint } from '#client/ui/KeyHint.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { DifferenceList } from '#client/clinical/DifferenceList.tsx';
import { useAcknowledge } from './queries.ts';
import classes from './Contract.module.css';

interface UnreadNoticeProps {
  episodeId: string;
  version: PrescriptionVersion;
  previous: PrescriptionVersion | undefined;
}

/** A version the therapist has not read: why it came, what is different, one button that says it has been read. */
export function UnreadNotice({ episodeId, version, previous }: UnreadNoticeProps) {
  const acknowledge = useAcknowledge(episodeId);
  const read = () => acknowledge.mutate(version.prescriptionId);
  useShortcuts('Prescription', [{ keys: 'r', does: 'Mark as read', run: read }]);
  return (
    <section className={classes.unread} aria-labelledby="unread-version" data-no-print>
      <Group justify="space-between" align="start" wrap="nowrap">
        <div>
          <Text fw={650} id="unread-version">
            Version {version.versionNumber} is new to you
          </Text>
          {version.reason === null ? null : <Text>Why: {version.reason}</Text>}
        </div>
        <Button onClick={read} loading={acknowledge.isPending} rightSection={<KeyHint keys="r" />}>
          Mark as read
        </Button>
      </Group>
      {previous === undefined ? (
        <Text>It is the first prescription of this episode.</Text>
      ) : (
        <DifferenceList
          differences={differenceBetween(previous.content, version.content)}
          none={`It says the same as version ${previous.versionNumber}.`}
          label={`Changes since version ${previous.versionNumber}`}
        />
      )}
      <ProblemAlert error={acknowledge.error} />
    </section>
  );
}
