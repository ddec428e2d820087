import { Group, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { TextButton } from './TextButton.tsx';

interface DraftNoticeProps {
  /** `draft.stored.savedAt`. */
  savedAt: Date;
  /** Drops the restored text and starts from what is stored. */
  onDiscard: () => void;
}

/** Says that the form starts with text kept on this device, and offers to drop it. */
export function DraftNotice({ savedAt, onDiscard }: DraftNoticeProps) {
  const { dateTime } = useClinicTime();
  return (
    <Group gap="xs" role="status">
      <IconHistory size={16} aria-hidden />
      <Text size="sm">What you typed on {dateTime(savedAt)} is back.</Text>
      <TextButton onClick={onDiscard}>Discard it</TextButton>
    </Group>
  );
}
