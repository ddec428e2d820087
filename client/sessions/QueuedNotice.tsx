import { Button, Group, Text } from '@mantine/core';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { ToneIcon } from '#client/ui/ToneIcon.tsx';
import { dropSignature, type QueuedSignature } from './sign-queue.ts';
import classes from './Sheet.module.css';

/** Says that the signature waits on this device, or why it was refused, and lets it be taken back. */
export function QueuedNotice({ queued }: { queued: QueuedSignature }) {
  const { staffMemberId } = useSession();
  const { dateTime } = useClinicTime();
  const { refusal, queuedAt } = queued;
  return (
    <section
      className={classes.gate}
      data-tone={refusal === null ? 'warning' : 'danger'}
      aria-label="Waiting signature"
    >
      <ToneIcon tone={refusal === null ? 'warning' : 'danger'} size={18} />
      <div>
        <Text fw={700}>
          {refusal === null
            ? `Signed on this device ${dateTime(queuedAt)}, not sent yet`
            : `The signature of ${dateTime(queuedAt)} was refused`}
        </Text>
        <Text size="sm">
          {refusal ??
            'There is no connection to Tandem. It is sent by itself, exactly once, when the connection is back. Keep this tab open.'}
        </Text>
        <Group mt={4}>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => dropSignature(staffMemberId, queued.sessionId)}
          >
            {refusal === null ? 'Take the signature back' : 'Go on editing'}
          </Button>
        </Group>
      </div>
    </section>
  );
}
