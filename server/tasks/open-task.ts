import type { Actor } from '#shared/platform/actor.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import {
  closeOpenTasks,
  insertTask,
  updateOpenTask,
  type NewTask,
  type RenewedTask,
  type TasksToClose,
} from './repository.ts';

const places = ({ patientId, episodeId, ownerRole }: Partial<NewTask>) => ({
  topics: ['tasks'] as const,
  patientId,
  episodeId,
  roles: ownerRole === undefined ? [] : [ownerRole],
});

/** Opens a task in the caller's transaction. An open task with the same `dedupeKey` is left alone. */
export async function openTask(tx: Tx, ctx: Context<Actor>, task: NewTask): Promise<void> {
  const opened = await insertTask(tx, ctx, task);
  if (opened) await announce(tx, ctx, places(task));
}

/** What an open task asks for has changed: its words, its owner or its date. */
export async function renewTask(
  tx: Tx,
  ctx: Context<Actor>,
  { patientId, ...task }: RenewedTask & { patientId: string },
): Promise<void> {
  await updateOpenTask(tx, ctx, task);
  await announce(tx, ctx, places({ patientId, ownerRole: task.ownerRole }));
}

/** Closes the open tasks about one thing, because the work has been done. Give the patient, so that the team hears of it. */
export async function closeTasks(
  tx: Tx,
  ctx: Context<Actor>,
  which: TasksToClose & { patientId?: string | undefined },
): Promise<void> {
  const { patientId, ...key } = which;
  await closeOpenTasks(tx, ctx, key, places({ patientId }));
}
