import { z } from 'zod';
import { endpoint, expectedVersion, pageQuery } from '#shared/platform/endpoint.ts';
import { TaskId } from '#shared/platform/ids.ts';
import { Task } from './model.ts';

export const TASK_SCOPES = ['all', 'mine', 'role'] as const;

const onTask = z.object({ taskId: TaskId });
const change = z.object({ expectedVersion });

export const tasksApi = {
  list: endpoint({
    id: 'tasks.list',
    method: 'GET',
    path: '/api/tasks',
    summary: 'My tasks and those of my role: open ones by due date, done ones newest first',
    permission: 'signed-in',
    query: z.object({
      whose: z.enum(TASK_SCOPES).default('all'),
      status: z.enum(['open', 'done']).default('open'),
      kind: z.string().max(40).optional(),
      ...pageQuery,
    }),
    response: z.object({ tasks: z.array(Task), nextCursor: z.string().nullable() }),
  }),
  count: endpoint({
    id: 'tasks.count',
    method: 'GET',
    path: '/api/tasks/count',
    summary: 'How many open tasks are mine or my role’s, and how many of them are overdue',
    permission: 'signed-in',
    response: z.object({ open: z.number().int(), overdue: z.number().int() }),
  }),
  complete: endpoint({
    id: 'tasks.complete',
    method: 'POST',
    path: '/api/tasks/:taskId/done',
    summary: 'Mark a task as done',
    permission: 'signed-in',
    params: onTask,
    body: change,
    response: Task,
    errors: ['stale-version', 'conflict'],
  }),
  reopen: endpoint({
    id: 'tasks.reopen',
    method: 'POST',
    path: '/api/tasks/:taskId/open',
    summary: 'Take back that a task is done',
    permission: 'signed-in',
    params: onTask,
    body: change,
    response: Task,
    errors: ['stale-version', 'conflict'],
  }),
};
