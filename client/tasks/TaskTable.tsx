import { Anchor, Box, Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ROLE_LABEL } from '#shared/platform/actor.ts';
import { taskKindLabel, taskPath, type Task } from '#shared/tasks/model.ts';
import { canTickOff } from '#shared/tasks/policy.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { DataTable, type DataColumn } from '#client/ui/DataTable.tsx';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';

interface TaskTableProps {
  tasks: readonly Task[];
  onOpen: (task: Task) => void;
  /** Done, or open again. */
  onTurn: (task: Task) => void;
  busyId: string | undefined;
}

const idOf = (task: Task) => task.taskId;

/** Tasks, due first. Enter goes to where the work is done. */
export function TaskTable({ tasks, onOpen, onTurn, busyId }: TaskTableProps) {
  const columns = useMemo<readonly DataColumn<Task>[]>(
    () => [
      { id: 'due', header: 'Due', cell: (task) => <Due task={task} />, width: 120 },
      { id: 'what', header: 'What', cell: (task) => <What task={task} />, isRowHeader: true },
      { id: 'patient', header: 'Patient', cell: (task) => <About task={task} />, width: '22%' },
      { id: 'whose', header: 'Whose', cell: (task) => <Whose task={task} />, width: 110 },
      {
        id: 'act',
        header: 'Done',
        cell: (task) => <Act task={task} onTurn={onTurn} busy={busyId === task.taskId} />,
        width: 150,
      },
    ],
    [onTurn, busyId],
  );
  return (
    <DataTable
      label="Tasks"
      columns={columns}
      rows={tasks}
      idOf={idOf}
      onOpen={onOpen}
      opens="Go to where the work is done"
    />
  );
}

function Due({ task }: { task: Task }) {
  const { date, dateTime, ago, today } = useClinicTime();
  if (task.doneAt !== null) {
    return (
      <Text size="sm" c="dimmed">
        done {dateTime(task.doneAt)}
      </Text>
    );
  }
  if (task.dueOn === null) return <Text c="dimmed">no date</Text>;
  if (task.dueOn > today) return date(task.dueOn);
  return task.dueOn === today ? (
    <StatusBadge tone="watch" variant="plain">
      today
    </StatusBadge>
  ) : (
    <StatusBadge tone="danger" variant="plain">
      {date(task.dueOn)}, {ago(task.dueOn)}
    </StatusBadge>
  );
}

function What({ task }: { task: Task }) {
  const path = taskPath(task);
  return (
    <Box miw="15rem">
      <Text size="xs" c="dimmed" fw={400}>
        {taskKindLabel(task.kind)}
      </Text>
      {path === undefined ? (
        task.title
      ) : (
        <Anchor component={Link} to={path} fw={600} underline="hover" c="var(--mantine-color-text)">
          {task.title}
        </Anchor>
      )}
      {task.detail === null ? null : (
        <Text size="sm" c="dimmed" fw={400} lineClamp={2}>
          {task.detail}
        </Text>
      )}
    </Box>
  );
}

function About({ task }: { task: Task }) {
  if (task.patientName === null || task.patientName === '') return <Text c="dimmed">no patient</Text>;
  return (
    <>
      {task.patientName}
      <Text size="sm" c="dimmed">
        {[task.mrn === null ? '' : `MRN ${task.mrn}`, task.concern ?? ''].filter(Boolean).join(', ')}
      </Text>
    </>
  );
}

function Whose({ task }: { task: Task }) {
  const session = useSession();
  if (task.doneBy !== null) return `by ${task.doneBy}`;
  if (task.ownerId === session.staffMemberId) return 'mine';
  if (task.ownerName !== null) return task.ownerName;
  return task.ownerRole === null ? '' : `any ${ROLE_LABEL[task.ownerRole]}`;
}

function Act({ task, onTurn, busy }: { task: Task; onTurn: (task: Task) => void; busy: boolean }) {
  const permission = canTickOff(useSession(), task);
  if (!permission.allowed) {
    return (
      <Text size="sm" c="dimmed">
        {task.status === 'open' ? permission.sentence : ''}
      </Text>
    );
  }
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={busy}
      aria-label={`${task.status === 'open' ? 'Done' : 'Undo'}: ${task.title}`}
      onClick={() => onTurn(task)}
    >
      {task.status === 'open' ? 'Done' : 'Undo'}
    </Button>
  );
}
