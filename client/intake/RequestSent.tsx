import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { EmergencyNotice } from './EmergencyNotice.tsx';
import classes from './Intake.module.css';

interface RequestSentProps {
  reference: string;
  clinic: { name: string; phone: string | null } | undefined;
  isEmergency: boolean;
  onAnother: () => void;
}

/** The request has arrived: its reference, what happens next, and the emergency once more. It survives a reload. */
export function RequestSent({ reference, clinic, isEmergency, onAnother }: RequestSentProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Stack gap="md">
      {isEmergency ? <EmergencyNotice redFlags={[]} reader="sent" /> : null}
      <Title order={1} ref={heading} tabIndex={-1}>
        Your request has arrived
      </Title>
      <div>
        <Text c="dimmed">Your reference. Note it down; it is all the clinic needs to find your request.</Text>
        <div className={classes.reference}>{reference}</div>
      </div>
      <Text>
        {clinic?.name ?? 'The clinic'} reads your request and gets in touch with you
        {clinic?.phone
          ? ` by the way you gave. If you hear nothing, call ${clinic.phone}`
          : ' by the way you gave'}
        . If it becomes worse before that, do not wait: call the clinic, or emergency services.
      </Text>
      <Group data-no-print>
        <Button variant="default" onClick={() => window.print()}>
          Print
        </Button>
        <Button variant="subtle" onClick={onAnother}>
          Ask for somebody else
        </Button>
      </Group>
    </Stack>
  );
}
