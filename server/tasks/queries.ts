import type { QueryConfig } from 'pg';
import { z } from 'zod';
import type { Input, Output } from '#shared/platform/endpoint.ts';
import { dateInZone } from '#shared/platform/time.ts';
import type { tasksApi } from '#shared/tasks/contract.ts';
import type { Task } from '#shared/tasks/model.ts';
import { readAs } from '#server/platform/db/read-as.ts';
import type { Context } from '#server/platform/http/context.ts';
import { decodeCursor, pageOf } from '#server/platform/http/cursor.ts';

const STAFF_NAME = (s: string) =>
  `nullif(concat_ws(', ', concat_ws(' ', ${s}.given_name, ${s}.family_name), ${s}.credentials), '')`;

/** `due_on` of a task without a date sorts behind every date. */
const NEVER = `'9999-12-31'::date`;

const COLUMNS = `
  t.id as "taskId", t.kind, t.title, t.detail, t.owner_id as "ownerId", ${STAFF_NAME('o')} as "ownerName",
  t.owner_role as "ownerRole", t.patient_id as "patientId", concat_ws(', ', p.family_name, nullif(p.given_name, '')) as "patientName",
  p.mrn, t.episode_id as "episodeId", e.concern, t.subject_id as "subjectId", t.due_on as "dueOn", t.status,
  to_char(t.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt",
  to_char(t.done_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "doneAt", ${STAFF_NAME('d')} as "doneBy", t.version`;

const FROM = `
  from task t
  left join staff_member o on o.organization_id = t.organization_id and o.id = t.owner_id
  left join staff_member d on d.organization_id = t.organization_id and d.id = t.done_by_id
  left join patient p on p.organization_id = t.organization_id and p.id = t.patient_id
  left join episode e on e.organization_id = t.organization_id and e.id = t.episode_id`;

/** Mine by name, and mine by role; what else row-level security shows of a colleague's tasks is not asked for here. */
const OWN = `t.organization_id = (select tandem.organization())
  and (($1 <> 'role' and t.owner_id = (select tandem.staff()))
    or ($1 <> 'mine' and t.owner_id is null and t.owner_role = (select tandem.role())))`;

const OPEN_SQL = `select ${COLUMNS} ${FROM}
  where ${OWN} and t.status = 'open' and ($2::text is null or t.kind = $2)
    and ($3::text is null or (coalesce(t.due_on, ${NEVER}), t.created_at, t.id) > ($3::date, $4::timestamptz, $5::uuid))
  order by coalesce(t.due_on, ${NEVER}), t.created_at, t.id limit $6`;

const DONE_SQL = `select ${COLUMNS} ${FROM}
  where ${OWN} and t.status = 'done' and ($2::text is null or t.kind = $2)
    and ($3::text is null or (t.done_at, t.id) < ($3::timestamptz, $4::uuid))
  order by t.done_at desc, t.id desc limit $5`;

const OpenCursor = z.tuple([z.string(), z.string(), z.uuid()]);
const DoneCursor = z.tuple([z.string(), z.uuid()]);

type Query = Input<typeof tasksApi.list>['query'];

function listQuery({ whose, status, kind, cursor, limit }: Query): QueryConfig {
  const filters = [whose, kind ?? null];
  if (status === 'open') {
    const [due, createdAt, id] = decodeCursor(cursor, OpenCursor) ?? [null, null, null];
    return { name: 'tasks-open', text: OPEN_SQL, values: [...filters, due, createdAt, id, limit + 1] };
  }
  const [doneAt, id] = decodeCursor(cursor, DoneCursor) ?? [null, null];
  return { name: 'tasks-done', text: DONE_SQL, values: [...filters, doneAt, id, limit + 1] };
}

/** My tasks and those of my role, a page at a time. */
export async function findTasks(ctx: Context, { query }: Input<typeof tasksApi.list>) {
  const rows = await readAs<Task>(ctx, listQuery(query));
  const keyOf =
    query.status === 'open'
      ? (task: Task) => [task.dueOn ?? '9999-12-31', task.createdAt, task.taskId]
      : (task: Task) => [task.doneAt, task.taskId];
  const { page, nextCursor } = pageOf(rows, query.limit, keyOf);
  return { tasks: page, nextCursor };
}

/** What the header says: open tasks that are mine or my role's. */
export async function countTasks(ctx: Context): Promise<Output<typeof tasksApi.count>> {
  const [row] = await readAs<{ open: number; overdue: number }>(ctx, {
    name: 'tasks-count',
    text: `select count(*) as open, count(*) filter (where t.due_on < $2::date) as overdue
             from task t where ${OWN} and t.status = 'open'`,
    values: ['all', dateInZone(ctx.now(), ctx.actor.timeZone)],
  });
  return row ?? { open: 0, overdue: 0 };
}
