import { Anchor, Button, Group, Menu, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { RequestDetail } from '#shared/intake/queue.ts';
import { canDecide } from '#shared/intake/policy.ts';
import { useSession } from '#client/platform/session.ts';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { useHandle } from './queries.ts';

export type Act = 'accept' | 'route' | 'question' | 'information' | 'decline';

interface RequestActionsProps {
  request: RequestDetail;
  onAct: (act: Act) => void;
}

/** What an administrator does with an open request; a decided one says so and leads to the patient. */
export function RequestActions({ request, onAct }: RequestActionsProps) {
  const session = useSession();
  const handle = useHandle(request.careRequestId);
  const permission = canDecide(session, request);
  if (!permission.allowed) {
    return (
      <Group gap="sm">
        <Text>{permission.sentence}</Text>
        {request.patientId === null ? null : (
          <Anchor component={Link} to={`/patients/${request.patientId}`}>
            Open the chart
          </Anchor>
        )}
      </Group>
    );
  }
  const isMine = request.ownerId === session.staffMemberId;
  return (
    <>
      <ProblemAlert error={handle.error} />
      {isMine ? null : (
        <Button
          variant="default"
          loading={handle.isPending}
          onClick={() => handle.mutate({ step: 'take', body: { expectedVersion: request.version } })}
        >
          {request.ownerId === null ? 'Take' : 'Take over'}
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
            More
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onAct('route')}>Change the route…</Menu.Item>
          <Menu.Item onClick={() => onAct('question')}>Ask for more…</Menu.Item>
          <Menu.Item onClick={() => onAct('information')}>Write down an answer…</Menu.Item>
          <Menu.Item onClick={() => onAct('decline')}>Decline…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button onClick={() => onAct('accept')}>Accept</Button>
    </>
  );
}
