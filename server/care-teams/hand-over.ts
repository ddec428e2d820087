import { teamRoleLabel } from '#shared/care-teams/model.ts';
import { dateInZone } from '#shared/platform/time.ts';
import { asSystemFor } from '#server/platform/db/as-system.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { openTask } from '#server/tasks/index.ts';
import { countLeftOpen, findSuccessor } from './repository.ts';

export interface Leaving {
  careTeamMemberId: string;
  patientId: string;
  staffMemberId: string;
  role: string;
  leavesAt: Date;
  timeZone: string;
}

/**
 * Asks whoever stays to take over the sessions and tasks of somebody who leaves. That work is clinical and not the
 * administrator's to see, so it is counted as background work; without a successor an administrator is asked to find one.
 */
export async function askForHandOver(tx: Tx, ctx: Context, leaving: Leaving): Promise<void> {
  await asSystemFor(tx, ctx, leaving.patientId, async (system) => {
    const left = await countLeftOpen(tx, system, leaving);
    if (left.sessions + left.tasks === 0) return;
    const ownerId = await findSuccessor(tx, system, leaving);
    await openTask(tx, system, {
      kind: 'hand-over',
      title:
        ownerId === undefined
          ? 'Find somebody to take over'
          : 'Take over from a colleague who leaves the team',
      detail:
        ownerId === undefined
          ? `The ${teamRoleLabel(leaving.role).toLowerCase()} leaves with work still open. Put somebody on the team.`
          : `Still open: ${[...counted(left.sessions, 'planned session'), ...counted(left.tasks, 'task')].join(', ')}.`,
      ...(ownerId === undefined ? { ownerRole: 'administrator' as const } : { ownerId }),
      patientId: leaving.patientId,
      subjectId: leaving.careTeamMemberId,
      dueOn: dateInZone(leaving.leavesAt, leaving.timeZone),
      dedupeKey: `hand-over:${leaving.careTeamMemberId}`,
    });
  });
}

const counted = (count: number, one: string): string[] =>
  count === 0 ? [] : [`${count} ${one}${count === 1 ? '' : 's'}`];
