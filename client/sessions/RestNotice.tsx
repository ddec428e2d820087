import { Alert, Button, Group, Text } from '@mantine/core';
import { restOn, type RecentProcedure } from '#shared/orders/therapy-rest.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';

interface RestNoticeProps {
  procedures: readonly RecentProcedure[];
  date: string;
  onChoose: (date: string) => void;
}

/** Why no session may be on the chosen day after a procedure, and the first day that may: the gate would refuse it. */
export function RestNotice({ procedures, date: chosen, onChoose }: RestNoticeProps) {
  const { date } = useClinicTime();
  const rest = restOn(procedures, chosen);
  if (rest === undefined) return null;
  return (
    <Alert color="red" title={`No therapy on ${date(chosen)}`} role="alert">
      <Text size="sm">{rest.sentences.join(' ')}</Text>
      <Group mt="xs">
        <Button size="compact-sm" onClick={() => onChoose(rest.firstDay)}>
          Take {date(rest.firstDay)}, the first day again
        </Button>
      </Group>
    </Alert>
  );
}
