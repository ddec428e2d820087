import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { tasksApi } from '#shared/tasks/contract.ts';
import { Task } from '#shared/tasks/model.ts';
import { answer, refuse, renderScreen } from '#tests/support/render-screen.tsx';
import { tasksRoutes } from './routes.tsx';

const aTask = (changes: Partial<Record<keyof Task, unknown>> = {}): Task =>
  Task.parse({
    taskId: '01930000-0000-7000-8000-00000000000a',
    kind: 'notify-digest',
    title: 'Walking 20 to 22 min',
    detail: null,
    ownerId: '01930000-0000-7000-8000-000000000001',
    ownerName: 'Amara Rivera, MD',
    ownerRole: null,
    patientId: '01930000-0000-7000-8000-00000000000b',
    patientName: 'Okafor, Grace',
    mrn: '004417',
    episodeId: '01930000-0000-7000-8000-00000000000c',
    concern: 'Low back pain',
    subjectId: null,
    dueOn: '2026-11-18',
    status: 'open',
    createdAt: '2026-11-17T10:00:00Z',
    doneAt: null,
    doneBy: null,
    version: 3,
    ...changes,
  });

const list = (...tasks: Task[]) => answer(tasksApi.list, { tasks, nextCursor: null });
const count = answer(tasksApi.count, { open: 2, overdue: 1 });

test('a task that is late says by how much, and is done with the version that was seen', async () => {
  const complete = answer(tasksApi.complete, aTask({ status: 'done' }));
  const { user } = renderScreen({
    path: '/tasks',
    routes: tasksRoutes,
    answers: [list(aTask()), count, complete],
  });
  expect(await screen.findByText('18 Nov, 3 d ago')).toBeDefined();
  expect(screen.getByText('2 open, 1 overdue')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Done: Walking 20 to 22 min' }));
  expect(complete.sent).toMatchObject([{ body: { expectedVersion: 3 } }]);
});

test('work that closes by being done has no button, and says when it closes', async () => {
  renderScreen({
    path: '/tasks',
    routes: tasksRoutes,
    answers: [list(aTask({ kind: 'change-request', title: 'Flexion limit' })), count],
  });
  expect(await screen.findByText('Closes when the request is decided or withdrawn.')).toBeDefined();
  expect(screen.queryByRole('button', { name: /Done/ })).toBeNull();
  expect(screen.getByRole('link', { name: 'Flexion limit' }).getAttribute('href')).toBe(
    '/episodes/01930000-0000-7000-8000-00000000000c/prescription',
  );
});

test('a refusal stays on the page in words', async () => {
  const refused = refuse(tasksApi.complete, 'stale-version', {
    detail: 'Somebody else has changed this task.',
  });
  const { user } = renderScreen({
    path: '/tasks',
    routes: tasksRoutes,
    answers: [list(aTask()), count, refused],
  });
  await user.click(await screen.findByRole('button', { name: /Done/ }));
  expect(await screen.findByText('Somebody else has changed this task.')).toBeDefined();
});
