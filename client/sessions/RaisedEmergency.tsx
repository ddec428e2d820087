import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { EpisodeId } from '#shared/platform/ids.ts';
import { SideWorkspace } from '#client/ui/SideWorkspace.tsx';
import { Reach } from './AlertStory.tsx';
import { EmergencyNow } from './EmergencyNow.tsx';
import { holdsQuery } from './queries.ts';

interface RaisedEmergencyProps {
  episodeId: EpisodeId;
  banner: ReactNode;
  action: string;
  onClose: () => void;
}

/** After an emergency is raised the panel stays and says what to do with the telephone: the message alone helps nobody. */
export function RaisedEmergency({ episodeId, banner, action, onClose }: RaisedEmergencyProps) {
  const rules = useQuery(holdsQuery(episodeId)).data?.rules;
  return (
    <SideWorkspace
      opened
      onClose={onClose}
      title="Emergency raised"
      banner={banner}
      footer={<Button onClick={onClose}>Emergency services are called</Button>}
    >
      <Stack gap="md">
        <EmergencyNow action={action}>{rules === undefined ? null : <Reach rules={rules} />}</EmergencyNow>
        <Text size="sm">
          A safety hold is open: no session starts until a physiatrist closes it with a reason.
        </Text>
      </Stack>
    </SideWorkspace>
  );
}
