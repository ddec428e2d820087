import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { tasksApi } from '#shared/tasks/contract.ts';
import { canTickOff } from '#shared/tasks/policy.ts';
import * as audit from '#server/audit/index.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { getTask, isAskedFor, type LoadedTask, loadTaskRow, setTaskStatus } from './repository.ts';

/** Marks a task as done. */
export const completeTask = (ctx: Context, input: Input<typeof tasksApi.complete>) =>
  changeStatus(ctx, input, 'done');

/** Takes that back, unless the same thing has been asked for again since. */
export const reopenTask = (ctx: Context, input: Input<typeof tasksApi.reopen>) =>
  changeStatus(ctx, input, 'open');

async function changeStatus(
  ctx: Context,
  { params: { taskId }, body }: Input<typeof tasksApi.complete>,
  to: 'done' | 'open',
) {
  return inTransaction(ctx, async (tx) => {
    const task = await getTask(tx, ctx, taskId);
    if (!task) throw new Problem('not-found');
    assertAllowed(canTickOff(ctx.actor, task));
    await assertPossible(tx, ctx, task, to);
    if (!(await setTaskStatus(tx, ctx, taskId, to, body.expectedVersion))) {
      throw new Problem('stale-version', 'Somebody else has changed this task since you opened the list.', {
        current: await loadTaskRow(tx, ctx, taskId),
      });
    }
    const patientId = task.patientId ?? undefined;
    await audit.record(tx, ctx, {
      did: to === 'done' ? 'task.done' : 'task.reopened',
      patientId,
      subject: { type: 'task', id: taskId },
    });
    await announce(tx, ctx, { topics: ['tasks'], patientId, roles: [ctx.actor.role] });
    return loadTaskRow(tx, ctx, taskId);
  });
}

async function assertPossible(tx: Tx, ctx: Context, task: LoadedTask, to: 'done' | 'open'): Promise<void> {
  if (task.status === to) {
    throw new Problem(
      'conflict',
      to === 'done' ? 'This task is done already.' : 'This task is open already.',
    );
  }
  if (to === 'open' && task.dedupeKey !== null && (await isAskedFor(tx, ctx, task.dedupeKey))) {
    throw new Problem('conflict', 'The same thing has been asked for again; do that task instead.');
  }
}
