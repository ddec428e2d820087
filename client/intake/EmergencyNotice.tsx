import { Text } from '@mantine/core';
import { IconPhoneCall } from '@tabler/icons-react';
import type { RedFlagKey } from '#shared/intake/red-flags.ts';
import classes from './Intake.module.css';

interface EmergencyNoticeProps {
  redFlags: readonly RedFlagKey[];
  /** Whoever fills the form in, somebody on the telephone with them, or who finds the request later. */
  reader: 'patient' | 'sent' | 'on-the-phone' | 'finder';
}

const WORDS = {
  patient: {
    title: 'Call emergency services now',
    sentence:
      'What you ticked can be an emergency. Do not wait for an answer from the clinic. You can still send this request afterwards.',
  },
  sent: {
    title: 'Call emergency services now',
    sentence: 'What you ticked can be an emergency. Do not wait for an answer from the clinic.',
  },
  'on-the-phone': {
    title: 'Tell the caller to call emergency services now',
    sentence: 'What was ticked can be an emergency. Stay on the line until they do.',
  },
  finder: {
    title: 'Call the patient now: they must call emergency services',
    sentence: 'What they ticked can be an emergency. A visit here does not handle it.',
  },
};

/** Said at once when a sign that cannot wait is ticked, before anything else and on every step after it. */
export function EmergencyNotice({ redFlags, reader }: EmergencyNoticeProps) {
  const { title, sentence } = WORDS[reader];
  return (
    <div role="alert" className={classes.emergency}>
      <IconPhoneCall size={28} aria-hidden style={{ flex: 'none' }} />
      <div>
        <Text fw={700} size="lg">
          {title} (911 in the United States)
        </Text>
        <Text>{sentence}</Text>
        {redFlags.includes('self-harm') ? (
          <Text mt={4}>
            Thoughts of self-harm: nobody should be alone with them. In the United States, 988 can be called
            or texted at any hour.
          </Text>
        ) : null}
      </div>
    </div>
  );
}
