import type { Actor } from '#shared/platform/actor.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { SUCCESSOR_SQL } from './successor-sql.ts';

export type LeavingMember = { patientId: string; staffMemberId: string; role: string; leavesAt: Date };

export interface LeftOpen {
  sessions: number;
  /** Visits that have begun and are not signed. */
  visits: number;
  drafts: number;
  tasks: number;
}

/** Sessions planned after they leave, what they have begun and not signed, and tasks still theirs, for this patient. Counts only. */
export async function countLeftOpen(
  tx: Tx,
  ctx: Context<Actor>,
  { patientId, staffMemberId, leavesAt }: LeavingMember,
): Promise<LeftOpen> {
  const { organizationId } = ctx.actor;
  const sessions = await tx.session.count({
    where: {
      organizationId,
      patientId,
      therapistId: staffMemberId,
      status: 'planned',
      scheduledAt: { gte: leavesAt },
    },
  });
  const tasks = await tx.task.count({
    where: { organizationId, patientId, ownerId: staffMemberId, status: 'open' },
  });
  const writing = await tx.$queryRaw<{ kind: string }[]>`
    select kind from tandem.held_writing(${patientId}::uuid, ${staffMemberId}::uuid)`;
  const visits = writing.filter(({ kind }) => kind === 'visit').length;
  return { sessions, visits, drafts: writing.length - visits, tasks };
}

/** Who takes over when the membership ends at that moment. */
export async function findSuccessor(
  tx: Tx,
  ctx: Context<Actor>,
  { careTeamMemberId, leavesAt }: { careTeamMemberId: string; leavesAt: Date },
): Promise<{ staffMemberId: string; role: string } | undefined> {
  const [row] = await tx.$queryRawUnsafe<{ staffMemberId: string; role: string }[]>(
    `select x.staff_member_id as "staffMemberId", x.role
       from care_team_member held
      cross join lateral (select $3::timestamptz as leaves_at) l
      cross join lateral (${SUCCESSOR_SQL}) x
      where held.organization_id = $1::uuid and held.id = $2::uuid`,
    ctx.actor.organizationId,
    careTeamMemberId,
    leavesAt,
  );
  return row;
}

/** Gives their open tasks about this patient to a colleague; answers which. */
export async function moveTasks(
  tx: Tx,
  ctx: Context<Actor>,
  { patientId, from, to }: { patientId: string; from: string; to: string },
): Promise<string[]> {
  const moved = await tx.task.updateManyAndReturn({
    where: { organizationId: ctx.actor.organizationId, patientId, ownerId: from, status: 'open' },
    data: { ownerId: to, version: { increment: 1 } },
    select: { id: true },
  });
  return moved.map(({ id }) => id);
}
