import { listName } from '#shared/patients/model.ts';
import type { Actor, StaffRole } from '#shared/platform/actor.ts';
import { Problem } from '#shared/platform/problem.ts';
import { Task, type TaskKind } from '#shared/tasks/model.ts';
import { fromDateColumn, toDateColumn } from '#server/platform/db/columns.ts';
import { sql } from '#server/platform/db/sql.ts';
import { later, type Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { type Announcement, announcing } from '#server/platform/live/announce.ts';

export interface NewTask {
  kind: TaskKind;
  /** One line, without a patient's name: the list says who it is about. */
  title: string;
  detail?: string | undefined;
  /** One of the two: a person, or whoever has the role. */
  ownerId?: string | undefined;
  ownerRole?: StaffRole | undefined;
  patientId?: string | undefined;
  episodeId?: string | undefined;
  /** What the work is about: the request, the order, the hold. */
  subjectId?: string | undefined;
  dueOn?: string | undefined;
  /** Names the thing that is wanted: while a task with this key is open, no second one is opened. */
  dedupeKey?: string | undefined;
}

/** Inserts the task unless one with its key is open; answers whether it did. */
export async function insertTask(tx: Tx, ctx: Context<Actor>, task: NewTask): Promise<boolean> {
  const { dueOn, ...columns } = task;
  const { count } = await tx.task.createMany({
    data: [
      {
        ...columns,
        organizationId: ctx.actor.organizationId,
        dueOn: dueOn === undefined ? null : toDateColumn(dueOn),
        createdAt: ctx.now(),
      },
    ],
    skipDuplicates: true,
  });
  return count > 0;
}

export type TasksToClose =
  | { dedupeKey: string }
  | { kind: TaskKind; subjectId: string }
  /** Work of these kinds about one episode. */
  | { episodeId: string; kinds: readonly TaskKind[] };

const doneBy = (ctx: Context<Actor>) => ({
  status: 'done',
  doneAt: ctx.now(),
  doneById: ctx.actor.kind === 'staff' ? ctx.actor.staffMemberId : null,
});

/** Closes the open tasks about one thing, and says so if there were any. */
export async function closeOpenTasks(
  tx: Tx,
  ctx: Context<Actor>,
  which: TasksToClose,
  announcement: Announcement,
): Promise<void> {
  const { doneAt, doneById } = doneBy(ctx);
  const about =
    'dedupeKey' in which
      ? sql`dedupe_key = ${which.dedupeKey}`
      : 'kinds' in which
        ? sql`episode_id = ${which.episodeId}::uuid and kind = any(${[...which.kinds]}::text[])`
        : sql`kind = ${which.kind} and subject_id = ${which.subjectId}::uuid`;
  const closed = tx.$executeRaw`
    with closed as (
      update task set status = 'done', done_at = ${doneAt}, done_by_id = ${doneById}::uuid, version = version + 1
       where organization_id = ${ctx.actor.organizationId}::uuid and status = 'open' and ${about}
      returning 1)
    select ${announcing(ctx, announcement)} where exists (select from closed)`;
  await later(tx, closed);
}

export interface RenewedTask extends Pick<NewTask, 'title' | 'detail' | 'ownerId' | 'ownerRole'> {
  dedupeKey: string;
  dueOn: string | null;
}

/** Says anew what an open task is about, whose it is and when it is due. */
export async function updateOpenTask(
  tx: Tx,
  ctx: Context<Actor>,
  { dedupeKey, title, detail, ownerId, ownerRole, dueOn }: RenewedTask,
): Promise<void> {
  await tx.task.updateMany({
    where: { organizationId: ctx.actor.organizationId, status: 'open', dedupeKey },
    data: {
      title,
      ...(detail === undefined ? {} : { detail }),
      ownerId: ownerId ?? null,
      ownerRole: ownerRole ?? null,
      dueOn: dueOn === null ? null : toDateColumn(dueOn),
      version: { increment: 1 },
    },
  });
}

export interface LoadedTask {
  kind: string;
  ownerId: string | null;
  ownerRole: string | null;
  patientId: string | null;
  episodeId: string | null;
  dedupeKey: string | null;
  status: string;
}

export async function getTask(tx: Tx, ctx: Context, taskId: string): Promise<LoadedTask | undefined> {
  const row = await tx.task.findUnique({
    where: { organizationId_id: { organizationId: ctx.actor.organizationId, id: taskId } },
    select: {
      kind: true,
      ownerId: true,
      ownerRole: true,
      patientId: true,
      episodeId: true,
      dedupeKey: true,
      status: true,
    },
  });
  return row ?? undefined;
}

/** Whether the same thing is asked for by an open task. */
export async function isAskedFor(tx: Tx, ctx: Context, dedupeKey: string): Promise<boolean> {
  const found = await tx.task.findFirst({
    where: { organizationId: ctx.actor.organizationId, dedupeKey, status: 'open' },
    select: { id: true },
  });
  return found !== null;
}

/** Sets a task to done or open again, on top of the version the caller saw. */
export async function setTaskStatus(
  tx: Tx,
  ctx: Context,
  taskId: string,
  to: 'done' | 'open',
  expectedVersion: number,
): Promise<boolean> {
  const { count } = await tx.task.updateMany({
    where: { organizationId: ctx.actor.organizationId, id: taskId, version: expectedVersion },
    data: {
      ...(to === 'done' ? doneBy(ctx) : { status: 'open', doneAt: null, doneById: null }),
      version: { increment: 1 },
    },
  });
  return count === 1;
}

/** The task as its list shows it. */
export async function loadTaskRow(tx: Tx, ctx: Context, taskId: string): Promise<Task> {
  const row = await tx.task.findUnique({
    where: { organizationId_id: { organizationId: ctx.actor.organizationId, id: taskId } },
    include: {
      owner: { select: PERSON },
      doneBy: { select: PERSON },
      patient: { select: { familyName: true, givenName: true, mrn: true } },
      episode: { select: { concern: true } },
    },
  });
  if (!row) throw new Problem('not-found');
  return Task.parse({
    ...row,
    taskId: row.id,
    ownerName: row.owner && personName(row.owner),
    patientName: row.patient && listName(row.patient),
    mrn: row.patient?.mrn ?? null,
    concern: row.episode?.concern ?? null,
    dueOn: row.dueOn && fromDateColumn(row.dueOn),
    createdAt: row.createdAt.toISOString(),
    doneAt: row.doneAt?.toISOString() ?? null,
    doneBy: row.doneBy && personName(row.doneBy),
  });
}

const PERSON = { givenName: true, familyName: true, credentials: true } as const;

const personName = (person: { givenName: string; familyName: string; credentials: string | null }): string =>
  [`${person.givenName} ${person.familyName}`, person.credentials].filter(Boolean).join(', ');
