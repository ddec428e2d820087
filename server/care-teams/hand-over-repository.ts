import type { Actor } from '#shared/platform/actor.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';

export type LeavingMember = { patientId: string; staffMemberId: string; role: string; leavesAt: Date };

/** Sessions still planned after they leave and tasks still theirs, for this patient. Counts only. */
export async function countLeftOpen(
  tx: Tx,
  ctx: Context<Actor>,
  { patientId, staffMemberId, leavesAt }: LeavingMember,
): Promise<{ sessions: number; tasks: number }> {
  const { organizationId } = ctx.actor;
  const [sessions, tasks] = [
    await tx.session.count({
      where: {
        organizationId,
        patientId,
        therapistId: staffMemberId,
        status: 'planned',
        scheduledAt: { gte: leavesAt },
      },
    }),
    await tx.task.count({ where: { organizationId, patientId, ownerId: staffMemberId, status: 'open' } }),
  ];
  return { sessions, tasks };
}

/** Who is on the team after they leave: first somebody in the same role, else a physiatrist; who stays before who covers for a time. */
export async function findSuccessor(
  tx: Tx,
  ctx: Context<Actor>,
  { patientId, staffMemberId, role, leavesAt }: LeavingMember,
): Promise<{ staffMemberId: string; role: string } | undefined> {
  const others = await tx.careTeamMember.findMany({
    where: {
      organizationId: ctx.actor.organizationId,
      patientId,
      staffMemberId: { not: staffMemberId },
      role: { in: [role, 'physiatrist'] },
      staffMember: { active: true },
      validFrom: { lte: leavesAt },
      OR: [{ validTo: null }, { validTo: { gt: leavesAt } }],
    },
    orderBy: [{ validTo: { sort: 'desc', nulls: 'first' } }, { validFrom: 'asc' }],
    select: { staffMemberId: true, role: true },
  });
  return others.find((other) => other.role === role) ?? others[0];
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
