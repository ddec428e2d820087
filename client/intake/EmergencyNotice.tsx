import { Text } from '@mantine/core';
import { IconPhoneCall } from '@tabler/icons-react';
import type { RedFlagKey } from '#shared/intake/red-flags.ts';
import classes from './Intake.module.css';

interface EmergencyNoticeProps {
  redFlags: readonly RedFlagKey[];
  /** Staff read it to the caller. */
  forStaff: boolean;
}

/** Said at once when a sign that cannot wait is ticked, before anything else and on every step after it. */
export function EmergencyNotice({ redFlags, forStaff }: EmergencyNoticeProps) {
  return (
    <div role="alert" className={classes.emergency}>
      <IconPhoneCall size={28} aria-hidden style={{ flex: 'none' }} />
      <div>
        <Text fw={700} size="lg">
          {forStaff ? 'Tell the caller to call emergency services now' : 'Call emergency services now'} (911
          in the United States)
        </Text>
        <Text>
          What you ticked can be an emergency. Do not wait for an answer from the clinic.{' '}
          {forStaff ? 'Stay on the line until they do.' : 'You can still send this request afterwards.'}
        </Text>
        {redFlags.includes('self-harm') ? (
          <Text mt={4}>
            Thinking of harming yourself: do not stay alone. In the United States you can call or text 988 at
            any hour.
          </Text>
        ) : null}
      </div>
    </div>
  );
}
