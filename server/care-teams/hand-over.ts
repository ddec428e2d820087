import { teamRoleLabel } from '#shared/care-teams/model.ts';
import { dateInZone } from '#shared/platform/time.ts';
import { asSystemFor } from '#server/platform/db/as-system.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { SystemActor } from '#shared/platform/actor.ts';
import type { Context } from '#server/platform/http/context.ts';
import { handOverSessions } from '#server/sessions/index.ts';
import { openTask } from '#server/tasks/index.ts';
import { countLeftOpen, findSuccessor, moveTasks, type LeftOpen } from './hand-over-repository.ts';

export interface Leaving {
  careTeamMemberId: string;
  patientId: string;
  staffMemberId: string;
  role: string;
  leavesAt: Date;
  timeZone: string;
  /** `hand-over` gives planned visits and tasks to a colleague in the same role; `keep` only asks for it. */
  heldWork: 'hand-over' | 'keep';
}

/**
 * What becomes of the planned visits and tasks of somebody who leaves. That work is clinical and not the administrator's to
 * read, so it is background work; whoever takes over gets a task that says what came and what is left, and without a successor
 * an administrator is asked to find one. Nothing is cancelled here: patients keep their appointments.
 */
export async function settleHeldWork(tx: Tx, ctx: Context, leaving: Leaving): Promise<HandedOver> {
  return asSystemFor(tx, ctx, leaving.patientId, async (system) => {
    const successor = await findSuccessor(tx, system, leaving);
    const handedOver = await handOver(tx, system, leaving, successor);
    const moved = { sessions: handedOver.sessions.length, tasks: handedOver.tasks.length };
    const left = await countLeftOpen(tx, system, leaving);
    if ([...Object.values(left), ...Object.values(moved)].every((count) => count === 0)) return handedOver;
    await openTask(tx, system, {
      kind: 'hand-over',
      ...(successor === undefined ? nobodyStays(leaving) : taken(successor.staffMemberId, moved, left)),
      patientId: leaving.patientId,
      subjectId: leaving.careTeamMemberId,
      dueOn: dateInZone(leaving.leavesAt, leaving.timeZone),
      dedupeKey: `hand-over:${leaving.careTeamMemberId}`,
    });
    return handedOver;
  });
}

/** What changed hands, by id. */
export interface HandedOver {
  to: string | null;
  sessions: string[];
  tasks: string[];
}

type Work = Pick<LeftOpen, 'sessions' | 'tasks'> & Partial<LeftOpen>;

/** Only to the same role. Somebody who stays until a last day keeps their tasks until then. */
async function handOver(
  tx: Tx,
  system: Context<SystemActor>,
  { heldWork, patientId, staffMemberId: from, role, leavesAt }: Leaving,
  successor: { staffMemberId: string; role: string } | undefined,
): Promise<HandedOver> {
  if (heldWork === 'keep' || successor?.role !== role) return { to: null, sessions: [], tasks: [] };
  const to = successor.staffMemberId;
  const sessions = await handOverSessions(tx, system, { patientId, from, to, notBefore: leavesAt });
  const leavesNow = leavesAt <= system.now();
  return { to, sessions, tasks: leavesNow ? await moveTasks(tx, system, { patientId, from, to }) : [] };
}

const nobodyStays = ({ role }: Leaving) => ({
  title: 'Find somebody to take over',
  detail: `The ${teamRoleLabel(role).toLowerCase()} leaves with work still open. Put somebody on the team.`,
  ownerRole: 'administrator' as const,
});

const taken = (ownerId: string, moved: Work, left: Work) => ({
  title: 'Take over from a colleague who leaves the team',
  detail: [sentence('Now yours', moved), sentence('Still open', left)].filter(Boolean).join(' '),
  ownerId,
});

const sentence = (begins: string, { sessions, visits = 0, drafts = 0, tasks }: Work): string => {
  const parts = [
    ...counted(sessions, 'planned session'),
    ...counted(visits, 'visit', ' not signed'),
    ...counted(drafts, 'unsigned draft'),
    ...counted(tasks, 'task'),
  ];
  return parts.length === 0 ? '' : `${begins}: ${parts.join(', ')}.`;
};

const counted = (count: number, one: string, more = ''): string[] =>
  count === 0 ? [] : [`${count} ${one}${count === 1 ? '' : 's'}${more}`];
