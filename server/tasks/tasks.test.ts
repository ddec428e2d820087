import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { tasksApi } from '#shared/tasks/contract.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { aClinic, type PersonName, type TestClinic } from '#tests/support/a-clinic.ts';
import { closeTasks, openTask, type NewTask } from './index.ts';

const aTask = (clinic: TestClinic, by: PersonName, task: Partial<NewTask> = {}) => {
  const ctx = clinic.contextOf(by);
  return inTransaction(ctx, (tx) =>
    openTask(tx, ctx, { kind: 'notify-digest', title: 'Walking 20 to 22 min, within limits', ...task }),
  );
};

const listOf = async (clinic: TestClinic, person: PersonName, query = {}) =>
  (await clinic.as(person).call(tasksApi.list, { query })).body.tasks;

test('a task that is open is not opened twice, and may be opened again once it is done', async () => {
  const clinic = await aClinic();
  const { patientId, episodeId } = await clinic.anEpisode();
  const task = {
    patientId,
    episodeId,
    ownerId: clinic.staff.physiatrist.id,
    dedupeKey: `acknowledge-result:${randomUUID()}`,
  };
  await aTask(clinic, 'therapist', task);
  await aTask(clinic, 'therapist', task);
  expect(await listOf(clinic, 'physiatrist')).toHaveLength(1);

  const ctx = clinic.contextOf('physiatrist');
  await inTransaction(ctx, (tx) => closeTasks(tx, ctx, { dedupeKey: task.dedupeKey, patientId }));
  expect(await listOf(clinic, 'physiatrist')).toHaveLength(0);
  expect(await listOf(clinic, 'physiatrist', { status: 'done' })).toMatchObject([
    { doneBy: 'Ada Staff-physiatrist' },
  ]);

  await aTask(clinic, 'therapist', task);
  expect(await listOf(clinic, 'physiatrist')).toHaveLength(1);
});

test('tasks come by due date, those without one last, a page at a time', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();
  const ownerId = clinic.staff.physiatrist.id;
  for (const [title, dueOn] of [
    ['undated', undefined],
    ['tomorrow', clinic.day(1)],
    ['yesterday', clinic.day(-1)],
    ['today', clinic.today()],
  ] as const) {
    await aTask(clinic, 'physiatrist', { title, dueOn, patientId, ownerId });
  }
  const first = (await clinic.as('physiatrist').call(tasksApi.list, { query: { limit: 3 } })).body;
  expect(first.tasks.map(({ title }) => title)).toEqual(['yesterday', 'today', 'tomorrow']);
  const rest = await clinic
    .as('physiatrist')
    .call(tasksApi.list, { query: { cursor: first.nextCursor ?? '', limit: 3 } });
  expect(rest.body.tasks.map(({ title }) => title)).toEqual(['undated']);
  expect(rest.body.nextCursor).toBeNull();
  expect((await clinic.as('physiatrist').call(tasksApi.count)).body).toEqual({ open: 4, overdue: 1 });
});

test('a task of a role about a patient is shown to the care team only, and no longer after leaving it', async () => {
  const clinic = await aClinic();
  const { patientId, episodeId } = await clinic.anEpisode();
  await aTask(clinic, 'physiatrist', { patientId, episodeId, ownerRole: 'physical-therapist' });
  expect(await listOf(clinic, 'therapist', { whose: 'role' })).toHaveLength(1);
  expect(await listOf(clinic, 'therapist', { whose: 'mine' })).toHaveLength(0);
  expect(await listOf(clinic, 'second-therapist')).toHaveLength(0);
  expect(await listOf(clinic, 'outside-therapist')).toHaveLength(0);
  expect(await listOf(clinic, 'administrator')).toHaveLength(0);

  await clinic.rows(
    `update care_team_member set valid_to = now() where patient_id = $1 and staff_member_id = $2`,
    [patientId, clinic.staff.therapist.id],
  );
  expect(await listOf(clinic, 'therapist')).toHaveLength(0);
});

test('nobody opens a task about a patient they do not see', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();
  await expect(
    aTask(clinic, 'second-therapist', { patientId, ownerId: clinic.staff.therapist.id }),
  ).rejects.toThrow(/row-level security/);
});

test('done can be taken back, by its owner, on top of the version they saw', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();
  await aTask(clinic, 'therapist', { patientId, ownerId: clinic.staff.physiatrist.id });
  const [task] = await listOf(clinic, 'physiatrist');
  const params = { taskId: task?.taskId ?? '' };
  const as = (person: PersonName) => clinic.as(person);

  expect(await as('therapist').call(tasksApi.complete, { params, body: { expectedVersion: 1 } })).toBeProblem(
    'forbidden',
  );
  expect(await as('outsider').call(tasksApi.complete, { params, body: { expectedVersion: 1 } })).toBeProblem(
    'not-found',
  );
  const done = await as('physiatrist').call(tasksApi.complete, { params, body: { expectedVersion: 1 } });
  expect(done.body).toMatchObject({ status: 'done', version: 2 });
  expect(
    await as('physiatrist').call(tasksApi.complete, { params, body: { expectedVersion: 2 } }),
  ).toBeProblem('conflict');
  expect(await as('physiatrist').call(tasksApi.reopen, { params, body: { expectedVersion: 1 } })).toBeProblem(
    'stale-version',
  );
  const open = await as('physiatrist').call(tasksApi.reopen, { params, body: { expectedVersion: 2 } });
  expect(open.body).toMatchObject({ status: 'open', doneBy: null, doneAt: null });
});

test('what closes by doing the work cannot be clicked away', async () => {
  const clinic = await aClinic();
  const { patientId, episodeId } = await clinic.anEpisode();
  const ownerId = clinic.staff.physiatrist.id;
  await aTask(clinic, 'therapist', {
    kind: 'change-request',
    title: 'Flexion limit',
    patientId,
    episodeId,
    ownerId,
  });
  const [task] = await listOf(clinic, 'physiatrist', { kind: 'change-request' });
  const answer = await clinic
    .as('physiatrist')
    .call(tasksApi.complete, { params: { taskId: task?.taskId ?? '' }, body: { expectedVersion: 1 } });
  expect(answer).toBeProblem('forbidden');
  expect(answer.problem?.issues).toMatchObject([{ code: 'closes-by-work' }]);
});
