import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Task } from '#shared/tasks/model.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { FormSection } from '#client/ui/FormSection.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import { telephoneQuery, useCallMade } from './queries.ts';
import classes from './OnCall.module.css';

/** Calls that an administrator has to make now, because a message has not been read; nothing while there are none. */
export function TelephoneCalls() {
  const { data, error } = useQuery(telephoneQuery);
  if (error !== null)
    return <ProblemAlert error={error} title="Whether somebody must be called is not known" />;
  if (data === undefined || data.tasks.length === 0) return null;
  return (
    <FormSection title="Call now" description="Tandem has told everybody it can. Now it is a telephone call.">
      <ul className={classes.calls}>
        {data.tasks.map((task) => (
          <Call key={task.taskId} task={task} />
        ))}
      </ul>
    </FormSection>
  );
}

function Call({ task }: { task: Task }) {
  const { dateTime } = useClinicTime();
  const made = useCallMade();
  return (
    <li>
      <ProblemAlert error={made.error} />
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Group gap="sm">
            <StatusBadge tone="danger">{task.title}</StatusBadge>
            <Text fw={600}>
              {task.patientName}
              {task.mrn === null ? '' : `, MRN ${task.mrn}`}
            </Text>
            <Text size="sm" c="dimmed">
              since {dateTime(task.createdAt)}
            </Text>
          </Group>
          <Text size="sm">{task.detail}</Text>
        </div>
        <Button
          variant="default"
          flex="none"
          loading={made.isPending}
          onClick={() => made.mutate(task, { onSuccess: () => showNote('Noted: somebody has answered.') })}
        >
          Somebody has answered
        </Button>
      </Group>
    </li>
  );
}
