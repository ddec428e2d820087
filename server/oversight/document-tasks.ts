import type { Actor } from '#shared/platform/actor.ts';
import { documentsDue, type DocumentDue } from '#shared/oversight/documents-due.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { closeTasks, openTask, renewTask } from '#server/tasks/index.ts';
import type { LoadedEpisode } from './facts-repository.ts';

interface Judged {
  episodeId: string;
  loaded: LoadedEpisode;
  asOf: string;
}

interface Wanted {
  kind: 'progress-report' | 'certification';
  due: DocumentDue | undefined;
  owner: { ownerId: string } | { ownerRole: 'physical-therapist' | 'physiatrist' };
}

/**
 * A progress report that is due is work of the named therapist, a certification of the physiatrist (rules.md 1.2, 1.3). It ends when the
 * report is signed, the plan certified, or the episode closed; it is asked for again when what was signed is taken back.
 */
export async function keepDocumentTasks(tx: Tx, ctx: Context<Actor>, judged: Judged): Promise<void> {
  const { loaded, asOf } = judged;
  const { report, certification } = documentsDue(loaded.facts, loaded.lastReportOn, asOf);
  const { therapistId, physiatristId } = loaded;
  await keep(tx, ctx, judged, {
    kind: 'progress-report',
    due: report,
    owner: therapistId === null ? { ownerRole: 'physical-therapist' } : { ownerId: therapistId },
  });
  await keep(tx, ctx, judged, {
    kind: 'certification',
    due: certification,
    owner: physiatristId === null ? { ownerRole: 'physiatrist' } : { ownerId: physiatristId },
  });
}

async function keep(
  tx: Tx,
  ctx: Context<Actor>,
  { episodeId, loaded: { patientId, documentTasks } }: Judged,
  { kind, due, owner }: Wanted,
): Promise<void> {
  const dedupeKey = `${kind}:${episodeId}`;
  const open = documentTasks.find((task) => task.dedupeKey === dedupeKey);
  if (due === undefined) {
    if (open) await closeTasks(tx, ctx, { dedupeKey, patientId });
    return;
  }
  if (!open) {
    await openTask(tx, ctx, { kind, ...due, ...owner, patientId, episodeId, dedupeKey });
    return;
  }
  const ownerId = 'ownerId' in owner ? owner.ownerId : null;
  const isSame = open.title === due.title && open.dueOn === due.dueOn && open.ownerId === ownerId;
  if (!isSame) await renewTask(tx, ctx, { dedupeKey, patientId, ...due, ...owner });
}
